import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { categoryOverlap } from './category-overlap.ts';

const content = (first: string, second: string, more = 'cap b 15% per day'): string =>
  group(`content {\ncategory a when ${first}\ncategory <|b|> when ${second}\n${more}\n}`);
const unmarked = (text: string): string => text.replace('<|', '').replace('|>', '');
const said = (message: string): string =>
  `A message can match both \`a\` and \`b\`. It then counts as the one written first and escapes the 15% cap on the other: ${message}. If that is not what you want, write \`b\` first.`;

test.each([
  ['text contains "x"', 'text contains "y"', '“x y”'],
  ['text contains "x"', 'media == link', '“x”, media link'],
  ['text matches /x+/', 'text matches /y/ or media == link', '“x”, media link'],
])('%s and %s', (first, second, message) => expectFindings(categoryOverlap, content(first, second), [said(message)]));

test.each([
  ['the capped one is first', content('text contains "x"', 'text contains "y"', 'cap a 15% per day')],
  ['both are capped', content('text contains "x"', 'text contains "y"', 'cap a 15% per day cap b 15% per day')],
  ['they rule each other out', content('media == link', 'media == image')],
  ['the first is part of the second', content('media == link', 'media in [link, image]')],
])('%s', (_, text) => expectFindings(categoryOverlap, unmarked(text), []));
