import { test } from 'vitest';
import { expectFindings } from '../../testing/check-rule.ts';
import { matchNeverBinds } from './match-never-binds.ts';

const two = (first: string, second: string, name = 'B'): string =>
  `group A : service { ${first} } group ${name} : service { ${second} }`;

test('the same glob', () =>
  expectFindings(matchNeverBinds, two('match "vip-*"', 'match <|"vip-*"|>'), [
    '`A` comes first and matches all of this, so nothing in a log is left for this group. Narrow one of the two.',
  ]));

test('a glob for everything', () =>
  expectFindings(matchNeverBinds, two('match "*"', 'match <|"vip-*"|>'), [
    '`A` comes first and matches all of this, so nothing in a log is left for this group. Narrow one of the two.',
  ]));

test('the second without any', () =>
  expectFindings(matchNeverBinds, two('', '', '<|B|>'), [
    '`A` comes first and has no `match` either, so it takes all remaining groups of a log. Give this one a `match`, or choose it by name when you simulate.',
  ]));

test.each([
  ['match "vip-*"', 'match "vip-*", "gold-*"'],
  ['match "vip-*"', ''],
  ['', 'match "vip-*"'],
])('%s and %s', (first, second) => expectFindings(matchNeverBinds, two(first, second), []));
