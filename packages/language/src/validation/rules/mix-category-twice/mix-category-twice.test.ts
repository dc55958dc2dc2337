import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { mixCategoryTwice } from './mix-category-twice.ts';

const CATEGORIES = 'category a "A类" when text contains "a"  category b when text contains "b"';

test('names the second share', () =>
  expectFindings(mixCategoryTwice, group(`content { ${CATEGORIES} mix per day { a 40%  b 30%  <|a 30%|> } }`), [
    '`a` already has a share in this mix, but it can have only one target. Keep one of the two.',
  ]));

test('a label is the same category', () =>
  expectFindings(mixCategoryTwice, group(`content { ${CATEGORIES} mix per day { a 40%  b 30%  <|"A类" 30%|> } }`), [
    '`a` already has a share in this mix, but it can have only one target. Keep one of the two.',
  ]));

test('two mixes may share a category', () =>
  expectFindings(
    mixCategoryTwice,
    group(`content { ${CATEGORIES} mix per day { a 40%  b 60% } mix per week { a 40%  b 60% } }`),
    [],
  ));
