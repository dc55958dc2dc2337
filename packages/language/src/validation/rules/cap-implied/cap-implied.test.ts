import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { capImplied } from './cap-implied.ts';

const caps = (text: string): string =>
  group(`content { category a when text contains "a"  category b when text contains "b"  ${text} }`);

test('a week that allows more than its days', () =>
  expectFindings(capImplied, caps('cap a 10% per day  <|cap a 20% per week|>'), [
    'If every day has at most 10% `a`, so does every week, but this cap allows 20% per week: it can only be exceeded after the other one. Lower it, or remove it.',
  ]));

test.each([
  'cap a 20% per day  cap a 10% per week',
  'cap a 10% per day  cap b 20% per week',
  'cap a 10% per week  cap a 20% per month',
])('%s', (text) => expectFindings(capImplied, caps(text), []));
