import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { platformHidesSignal } from './platform-hides-signal.ts';

const on = (platform: string, condition: string): string => group(`platform ${platform}  tier T { when ${condition} }`);

test('a metric over reads on WeChat', () =>
  expectFindings(platformHidesSignal, on('wechat', 'messages in 7d > 3 and <|open_rate|> in 30d < 40%'), [
    '`open_rate` counts `read`, which no export of WeChat holds, so with one this is always unknown. Use what a chat shows, like messages, or add a log of your own that has them.',
  ]));

test('an aggregate over clicks', () =>
  expectFindings(platformHidesSignal, on('wechat', '<|count(click)|> in 7d > 3'), [
    'This counts `click`, which no export of WeChat holds, so with one this is always unknown. Use what a chat shows, like messages, or add a log of your own that has them.',
  ]));

test('a union with something seen is a lower bound', () =>
  expectFindings(platformHidesSignal, on('wechat', 'interactions in 7d >= 3'), []));

test('elsewhere it may be seen', () => expectFindings(platformHidesSignal, on('wecom', 'open_rate in 30d < 40%'), []));
