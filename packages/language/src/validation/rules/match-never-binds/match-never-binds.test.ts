import { test } from 'vitest';
import { expectFindings } from '../../testing/check-rule.ts';
import { matchNeverBinds } from './match-never-binds.ts';

const two = (first: string, second: string, name = 'B'): string =>
  `group A : service { ${first} } group ${name} : service { ${second} }`;

test('the same glob', () =>
  expectFindings(matchNeverBinds, two('match "vip-*"', 'match <|"vip-*"|>'), [
    '`A` stands first and matches all of this, so this group never gets a group of a log. Make one of the two narrower.',
  ]));

test('a glob for everything', () =>
  expectFindings(matchNeverBinds, two('match "*"', 'match <|"vip-*"|>'), [
    '`A` stands first and matches all of this, so this group never gets a group of a log. Make one of the two narrower.',
  ]));

test('the second without any', () =>
  expectFindings(matchNeverBinds, two('', '', '<|B|>'), [
    '`A` has no `match` either and stands first, so it takes every group of a log that is left. Give this one a `match`, or choose it by name when you simulate.',
  ]));

test.each([
  ['match "vip-*"', 'match "vip-*", "gold-*"'],
  ['match "vip-*"', ''],
  ['', 'match "vip-*"'],
])('%s and %s', (first, second) => expectFindings(matchNeverBinds, two(first, second), []));
