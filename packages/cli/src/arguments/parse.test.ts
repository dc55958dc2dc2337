import { sentencesIn } from '@steward/text';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../words.ts';
import { nearest } from './nearest.ts';
import { parseArguments, wholeNumber } from './parse.ts';
import type { OptionSpecification } from './specification.ts';

const about = { en: '', zh: '' };
const OPTIONS: readonly OptionSpecification[] = [
  { name: 'log', short: 'l', kind: 'list', value: 'FILE', about },
  { name: 'format', kind: 'value', value: 'text|json', choices: ['text', 'json'], about },
  { name: 'jobs', kind: 'value', value: 'N', about },
  { name: 'members', kind: 'flag', about },
];
const en = sentencesIn(WORDS, 'en');
const parse = (...argv: string[]) => parseArguments(argv, OPTIONS, en);

test('operands, flags, values and lists', () => {
  const parsed = parse('a.group', '--log', 'x.jsonl', '--log=y.jsonl', '--members', '--', '--b.group');
  expect(parsed.operands).toEqual(['a.group', '--b.group']);
  expect(parsed.list('log')).toEqual(['x.jsonl', 'y.jsonl']);
  expect(parsed.flag('members')).toBe(true);
  expect(parsed.value('format')).toBeNull();
});

describe('arguments that the tables do not allow are reported', () => {
  test.each([
    [['--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
    [['--nonsense'], 'There is no option --nonsense. See: steward --help'],
    [['--format', 'yaml'], '--format cannot be yaml. It is one of: text, json.'],
    [['--log', '--members'], '--log needs a value: --log FILE'],
    [['--log'], '--log needs a value: --log FILE'],
    [['--members=yes'], '--members takes no value.'],
    [['--format', 'text', '--format', 'json'], '--format is given twice.'],
  ])('%j', (argv, message) => expect(() => parse(...argv)).toThrow(message));

  test('a number out of range', () => {
    expect(() => wholeNumber(parse('--jobs', '0'), 'jobs', 1, 64, en)).toThrow('--jobs cannot be 0');
    expect(() => wholeNumber(parse('--jobs', '2.5'), 'jobs', 1, 64, en)).toThrow('--jobs cannot be 2.5');
    expect(wholeNumber(parse('--jobs', '2'), 'jobs', 1, 64, en)).toBe(2);
  });
});

test('suggestions count a swap as one slip and leave out distant words', () => {
  expect(nearest('simluate', ['check', 'simulate'])).toBe('simulate');
  expect(nearest('chek', ['check', 'simulate'])).toBe('check');
  expect(nearest('run', ['check', 'simulate'])).toBeNull();
});
