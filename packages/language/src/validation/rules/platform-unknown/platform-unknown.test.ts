import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { platformUnknown } from './platform-unknown.ts';

test('a slip', () =>
  expectFindings(platformUnknown, group('platform <|wechatt|>'), [
    'The platform `wechatt` is unknown, so its limits are not checked. Did you mean `wechat`?',
  ]));

test('the fix corrects it', () => expectFixed(platformUnknown, group('platform wecon'), group('platform wecom')));

test('one of its own', () =>
  expectFindings(platformUnknown, group('platform <|campfire|>'), [
    'The platform `campfire` is unknown, so its limits are not checked. Known platforms: wechat, wecom, qq, dingtalk, feishu, gitter, matrix, slack, discord, telegram, whatsapp and line.',
  ]));

test.each(['wecom', 'WeChat', '企业微信'])('%s is known', (name) =>
  expectFindings(platformUnknown, group(`platform ${name}`), []),
);
