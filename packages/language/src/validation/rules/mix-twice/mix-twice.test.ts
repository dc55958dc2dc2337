import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { mixTwice } from './mix-twice.ts';

const CATEGORIES = 'category a when text contains "a"  category b when text contains "b"';

test('two for the day', () =>
  expectFindings(mixTwice, group(`content { ${CATEGORIES} mix per day { a 100% } <|mix|> per day { b 100% } }`), [
    'There already is a mix per day. Each covers only its own categories, so the two are unrelated. Merge them into one mix that sums to 100%.',
  ]));

test('a day and a week', () =>
  expectFindings(mixTwice, group(`content { ${CATEGORIES} mix per day { a 100% } mix per week { a 50% b 50% } }`), []));
