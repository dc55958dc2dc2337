import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { capacityContradicts } from './capacity-contradicts.ts';

const rules = (body: string): string => group(`capacity 200\n${body}`);

test('more places than members', () =>
  expectFindings(capacityContradicts, rules('tier A { when <|top 200 by messages in 7d|> and idle < 3d }'), [
    'A group of 200 has at most 200 ranks, so every member with a count is in the top 200. Use fewer, or a share such as `20%`.',
  ]));

test.each([
  ['members > 200', 'never'],
  ['250 <= members', 'never'],
  ['members <= 200', 'always'],
])('%s', (goal, verdict) =>
  expectFindings(capacityContradicts, rules(`health h { healthy when <|${goal}|> }`), [
    `With a capacity of 200 the group has 0–200 members, so this is ${verdict} true as long as the capacity is not exceeded. Correct the threshold or the capacity.`,
  ]),
);

test.each([
  rules('tier A { when top 199 by messages in 7d }'),
  rules('health h { healthy when members >= 200 }'),
  group('health h { healthy when members > 200 }'),
])('%s', (text) => expectFindings(capacityContradicts, text, []));
