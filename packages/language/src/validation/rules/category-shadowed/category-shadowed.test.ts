import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { categoryShadowed } from './category-shadowed.ts';

const content = (lines: string): string => group(`content {\n${lines}\n}`);

test.each([
  ['text contains "a" or text contains "b"', 'text contains "b"'],
  ['media in [link, miniapp]', 'media == link and text contains "b"'],
])('%s takes %s', (first, second) =>
  expectFindings(categoryShadowed, content(`category a when ${first}\ncategory <|b|> when ${second}`), [
    'Only messages that the log labels can be `b`: every message that matches it also matches `a`, which is written first. Move it up, or narrow `a`.',
  ]),
);

test.each([
  'category a when text contains "b"\ncategory b when text contains "a" or text contains "b"',
  'category a\ncategory b',
  'category a when text contains "a"\ncategory b',
])('%s', (lines) => expectFindings(categoryShadowed, content(lines), []));
