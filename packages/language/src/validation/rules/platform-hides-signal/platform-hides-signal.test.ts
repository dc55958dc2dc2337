import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { platformHidesSignal } from './platform-hides-signal.ts';

const on = (platform: string, condition: string): string => group(`platform ${platform}  tier T { when ${condition} }`);

test('a metric over reads on WeChat', () =>
  expectFindings(platformHidesSignal, on('wechat', 'messages in 7d > 3 and <|open_rate|> in 30d < 40%'), [
    'This counts `read`, which WeChat never exports, so on such a log it is always unknown. Use something a chat log shows, like messages, or add a log of your own that has them.',
  ]));

test('an aggregate over clicks', () =>
  expectFindings(platformHidesSignal, on('wechat', '<|count(click)|> in 7d > 3'), [
    'This counts `click`, which WeChat never exports, so on such a log it is always unknown. Use something a chat log shows, like messages, or add a log of your own that has them.',
  ]));

test('an inherited clause is reported once, at the platform', () =>
  expectFindings(
    platformHidesSignal,
    `policy P { tier T { when open_rate in 30d < 40% } health h { healthy when click_rate per day > 15% and click_rate per week > 15% } }
     group G : service extends P { platform <|wechat|> }`,
    [
      'WeChat never exports `read` and `click`, so on such a log everything this group inherits about `open_rate` and `click_rate` is always unknown. Override it with something a chat log shows, or add a log of your own that has them.',
    ],
  ));

test('a union with something seen is a lower bound', () =>
  expectFindings(platformHidesSignal, on('wechat', 'interactions in 7d >= 3'), []));

test('elsewhere it may be seen', () => expectFindings(platformHidesSignal, on('wecom', 'open_rate in 30d < 40%'), []));
