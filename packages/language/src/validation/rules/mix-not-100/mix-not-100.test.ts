import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { mixNot100 } from './mix-not-100.ts';

const CATEGORIES = 'category a when text contains "a"  category b when text contains "b"';

test('says how much is missing', () =>
  expectFindings(mixNot100, group(`content { ${CATEGORIES} <|mix|> per day { a 40%  b 50% } }`), [
    'The shares of this mix sum to 90%: 10% missing. Shares are parts of a whole, so no day could meet them all. Make them sum to 100%.',
  ]));

test('gives the difference to the last share', () =>
  expectFixed(
    mixNot100,
    group(`content { ${CATEGORIES} mix per day { a 70%  b 33.5% } }`),
    group(`content { ${CATEGORIES} mix per day { a 70%  b 30% } }`),
  ));

test('three thirds with two decimals do not add up; a rest of 0.01% is reported', () =>
  expectFindings(mixNot100, group(`content { ${CATEGORIES} mix per day { a 33.33%  b 66.67% } }`), []));

test('an inherited mix is named once, however many groups have it', () =>
  expectFindings(
    mixNot100,
    `policy P { content { ${CATEGORIES} <|mix|> per day { a 40% } } }
     group G : service extends P { match "g" }
     group H : service extends P { match "h" }`,
    [
      'The shares of this mix sum to 40%: 60% missing. Shares are parts of a whole, so no day could meet them all. Make them sum to 100%.',
    ],
  ));
