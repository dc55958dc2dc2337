import { expect, test } from 'vitest';
import { escaped } from './markdown.ts';

const cases: [text: string, markdown: string][] = [
  ['# 公告', '\\# 公告'],
  ['- 一条', '\\- 一条'],
  ['+ 一条', '\\+ 一条'],
  ['> 引用', '\\> 引用'],
  ['=== ', '\\==='],
  ['1. 群规', '1\\. 群规'],
  ['2) 群规', '2\\) 群规'],
  ['见 https://example.com/a_b', '见 https&#58;//example.com/a\\_b'],
  ['www.example.com', 'www&#46;example.com'],
  ['@所有人 快来', '&#64;所有人 快来'],
  ['a@b.cn', 'a&#64;b.cn'],
  ['~~删~~ __粗__ *斜*', '\\~\\~删\\~\\~ \\_\\_粗\\_\\_ \\*斜\\*'],
  ['<b> & [a](b) `c` | d', '&lt;b> &amp; \\[a\\](b) \\`c\\` \\| d'],
  ['早 9-12 点,满 3.5 折', '早 9-12 点,满 3.5 折'],
];
test.each(cases)('%s is plain text', (text, markdown) => {
  expect(escaped(text)).toBe(markdown);
});
