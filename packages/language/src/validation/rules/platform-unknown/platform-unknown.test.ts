import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { platformUnknown } from './platform-unknown.ts';

test('a slip', () =>
  expectFindings(platformUnknown, group('platform <|wechatt|>'), [
    'Nothing is known of the platform `wechatt`, so what it cannot do is not checked. Did you mean `wechat`?',
  ]));

test('the fix corrects it', () => expectFixed(platformUnknown, group('platform wecon'), group('platform wecom')));

test('one of its own', () =>
  expectFindings(platformUnknown, group('platform <|campfire|>'), [
    'Nothing is known of the platform `campfire`, so what it cannot do is not checked. Known are wechat, wecom, qq, dingtalk, feishu, gitter, matrix, slack, discord, telegram, whatsapp and line.',
  ]));

test.each(['wecom', 'WeChat', '企业微信'])('%s is known', (name) =>
  expectFindings(platformUnknown, group(`platform ${name}`), []),
);
