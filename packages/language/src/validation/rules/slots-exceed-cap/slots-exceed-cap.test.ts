import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { slotsExceedCap } from './slots-exceed-cap.ts';

const day = (slots: string, limits: string, goal = ''): string =>
  group(`content {
  category notice when text contains "n"
  category other when text contains "o"
  ${slots}
  ${limits}
}
${goal === '' ? '' : `health h { healthy when ${goal} }`}`);
const TWO = 'slot "a" 07:00..09:00 <|notice|>  slot "b" 19:00..21:00 notice';
const unmarked = (text: string): string => text.replace('<|', '').replace('|>', '');

test('a cap that needs more messages than a goal allows', () =>
  expectFindings(slotsExceedCap, day(TWO, 'cap notice 5% per day', 'messages per day < 40'), [
    '2 slots require 2 `notice` a day. With a cap of 5% per day, that takes at least 40 messages a day, but a `health` goal allows at most 39. Raise the share, drop a slot, or allow more messages.',
  ]));

test('a mix that needs more messages than a goal allows', () =>
  expectFindings(
    slotsExceedCap,
    day(TWO, 'mix per day tolerance 5% { notice 5% other 95% }', 'count(message) in 1d <= 19'),
    [
      '2 slots require 2 `notice` a day. With a mix of 5% ± 5% per day, that takes at least 20 messages a day, but a `health` goal allows at most 19. Raise the share, drop a slot, or allow more messages.',
    ],
  ));

test('a cap that allows none', () =>
  expectFindings(slotsExceedCap, day('slot "a" 07:00..09:00 <|notice|>', 'cap notice 0% per day'), [
    'A slot requires 1 `notice` a day, but a cap of 0% per day allows none: a day that fulfils the slots violates it. Raise the share, or drop the slot.',
  ]));

test.each([
  ['enough messages', day(TWO, 'cap notice 5% per day', 'messages per day <= 40')],
  ['no goal', day(TWO, 'cap notice 5% per day')],
  ['a cap per week', day(TWO, 'cap notice 0% per week')],
  [
    'one message that keeps both slots',
    day(
      'slot "a" 07:00..09:00 notice  slot "b" 08:00..10:00 notice',
      'cap notice 5% per day',
      'messages per day <= 20',
    ),
  ],
])('%s', (_, text) => expectFindings(slotsExceedCap, unmarked(text), []));
