import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { mixAlwaysKept } from './mix-always-kept.ts';

const mix = (text: string): string =>
  group(`content { category a when text contains "a"  category b when text contains "b"  ${text} }`);

test('no day is further off than the tolerance', () =>
  expectFindings(mixAlwaysKept, mix('mix per day tolerance <|60%|> { a 40%  b 60% }'), [
    'With a tolerance of 60% this mix is met whatever is posted. Tolerance is in percentage points in either direction; 10% is usual.',
  ]));

test('a day of nothing but b is still 60 points off a share of 40%', () =>
  expectFindings(mixAlwaysKept, mix('mix per day tolerance 59% { a 40%  b 60% }'), []));
