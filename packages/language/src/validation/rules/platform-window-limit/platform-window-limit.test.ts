import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { platformWindowLimit } from './platform-window-limit.ts';

const tier = (window: string): string => group(`platform wecom  tier T { when messages in <|${window}|> > 3 }`);

test('a year on WeCom', () =>
  expectFindings(platformWindowLimit, tier('365d'), [
    "WeCom keeps a group's statistics for 180 days, but this window is 365d long, so the available data never covers it. Shorten it, or archive the log yourself.",
  ]));

test('180 days are kept', () =>
  expectFindings(platformWindowLimit, tier('180d').replace('<|', '').replace('|>', ''), []));
