import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { graceExceedsWindow } from './grace-exceeds-window.ts';

test('two weeks of grace for one week of looking', () =>
  expectFindings(graceExceedsWindow, group('tier A { when messages in 7d > 3  grace <|14d|> }'), [
    'The tier looks back 7d, but a grace of 14d keeps members even longer after they stop meeting the condition: most of the tier need not meet it. Make the grace shorter than the window.',
  ]));

test('the longest window counts', () =>
  expectFindings(graceExceedsWindow, group('tier A { when messages in 7d > 3 and shares in 30d > 1  grace 14d }'), []));

test('time since the last message has no window', () =>
  expectFindings(graceExceedsWindow, group('tier A { when idle < 7d  grace 14d }'), []));
