import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { platformCapacityLimit } from './platform-capacity-limit.ts';

test('a thousand on WeChat', () =>
  expectFindings(platformCapacityLimit, group('platform wechat capacity <|1000|>'), [
    'A group on WeChat has at most 500 members, so it can never reach 1000. Write 500 or less, and plan a second group.',
  ]));

test('the fix keeps to the limit', () =>
  expectFixed(platformCapacityLimit, group('platform wechat capacity 1000'), group('platform wechat capacity 500')));

test('the limit itself', () => expectFindings(platformCapacityLimit, group('platform wechat capacity 500'), []));

test('elsewhere', () => expectFindings(platformCapacityLimit, group('platform gitter capacity 1000'), []));
