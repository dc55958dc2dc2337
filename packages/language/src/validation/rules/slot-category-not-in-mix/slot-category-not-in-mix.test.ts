import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { slotCategoryNotInMix } from './slot-category-not-in-mix.ts';

const CATEGORIES = 'category a when text contains "a"  category b when text contains "b"';

test('a daily slot without a share', () =>
  expectFindings(
    slotCategoryNotInMix,
    group(`content { ${CATEGORIES} mix per day { a 100% } slot "News" 07:00..09:00 <|b|> }`),
    [
      'The slot "News" asks for `b` every day, but no mix has a share for it, so the content plan contradicts itself. Give it a share, or use a category of the mix.',
    ],
  ));

test('with no mix there is nothing to contradict', () =>
  expectFindings(slotCategoryNotInMix, group(`content { ${CATEGORIES} slot "News" 07:00..09:00 b }`), []));
