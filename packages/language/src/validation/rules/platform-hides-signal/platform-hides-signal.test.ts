import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { platformHidesSignal } from './platform-hides-signal.ts';

const on = (platform: string, condition: string): string => group(`platform ${platform}  tier T { when ${condition} }`);

test('a metric over reads on WeChat', () =>
  expectFindings(platformHidesSignal, on('wechat', 'messages in 7d > 3 and <|open_rate|> in 30d < 40%'), [
    'This counts `read`, which no export of WeChat holds, so with one it is always unknown. Use what a chat shows, like messages, or add a log of your own that has them.',
  ]));

test('an aggregate over clicks', () =>
  expectFindings(platformHidesSignal, on('wechat', '<|count(click)|> in 7d > 3'), [
    'This counts `click`, which no export of WeChat holds, so with one it is always unknown. Use what a chat shows, like messages, or add a log of your own that has them.',
  ]));

test('what is inherited is said once, where the platform is chosen', () =>
  expectFindings(
    platformHidesSignal,
    `policy P { tier T { when open_rate in 30d < 40% } health h { healthy when click_rate per day > 15% and click_rate per week > 15% } }
     group G : service extends P { platform <|wechat|> }`,
    [
      'No export of WeChat holds `read` and `click`, so with one what this group inherits over `open_rate` and `click_rate` is always unknown. Override it with what a chat shows, or add a log of your own that has them.',
    ],
  ));

test('a union with something seen is a lower bound', () =>
  expectFindings(platformHidesSignal, on('wechat', 'interactions in 7d >= 3'), []));

test('elsewhere it may be seen', () => expectFindings(platformHidesSignal, on('wecom', 'open_rate in 30d < 40%'), []));
