import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { capTwice } from './cap-twice.ts';

test('the second cap on the same days', () =>
  expectFindings(
    capTwice,
    group('content { category ad when text contains "a"  cap ad 15% per day  <|cap ad 20% per day|> }'),
    ['`ad` already has a cap of 15% per day. Only the lower one has any effect. Keep one of them.'],
  ));

test('a stricter cap on the week is another rule', () =>
  expectFindings(
    capTwice,
    group('content { category ad when text contains "a"  cap ad 15% per day  cap ad 10% per week }'),
    [],
  ));
