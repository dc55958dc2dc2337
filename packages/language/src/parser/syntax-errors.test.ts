import type { Locale } from '@steward/text';
import { expect, test } from 'vitest';
import { diagnose, findIn } from '../testing/marked.ts';

function expectFound(marked: string, messages: readonly string[], locale: Locale = 'en'): void {
  expect(findIn(marked, locale)).toEqual({ messages, marked });
}

test('full-width punctuation: suggests the half-width one, and parsing goes on', () =>
  expectFound('group G <|：|> service <|｛|> tier T { when <|mesages|> > 3 } <|｝|>', [
    'full-width-punctuation: `：` is full-width punctuation. Type the half-width `:`.',
    'full-width-punctuation: `｛` is full-width punctuation. Type the half-width `{`.',
    'unknown-name: There is no metric or quantity `mesages` here. Did you mean `messages`?',
    'full-width-punctuation: `｝` is full-width punctuation. Type the half-width `}`.',
  ]));

test('in Chinese', () =>
  expectFound(
    '群 G : 服务型 { 宗旨 <|“售后”|> }',
    ['full-width-punctuation: `“”` is full-width punctuation.'.replace(/: .*/, ': `“”` 是全角标点。请改用半角 `""`。')],
    'zh',
  ));

test.each([
  ['teir T { otherwise }', 'teir', 'tier'],
  ['层及 T { 其余 }', '层及', '层级'],
  ['tier T { whn idle > 3d }', 'whn', 'when'],
  ['tier T { when idle > 3d adn shares > 1 }', 'adn', 'and'],
  ['风验 R { 当 投诉数 > 3 }', '风验', '风险'],
])('%s: did you mean', (body, wrong, right) => {
  const found = diagnose(`group G : service { ${body} }`);
  expect(found.map(({ code, message }) => [code, message.en])).toEqual([
    ['misspelt-keyword', `\`${wrong}\` is not a word of the language. Did you mean \`${right}\`?`],
  ]);
  expect(found[0]?.fixes[0]?.edits[0]?.newText).toBe(right);
});

test('a share without its unit', () =>
  expectFound(
    'group G : service { content { category a when text contains "x" mix per day tolerance <|10|> { a 100% } } }',
    ['missing-percent: A share needs its unit: write `10%`.'],
  ));

test.each([
  ['3days', '3d'],
  ['2hrs', '2h'],
  ['1.5h', '90min'],
  ['3个小时', '3小时'],
  ['0.5d', '12h'],
])('%s: did you mean %s', (written, suggestion) => {
  const found = diagnose(`group G : service { tier T { when idle > ${written} } }`);
  expect(found.map(({ code, fixes }) => [code, fixes[0]?.edits[0]?.newText])).toEqual([['unknown-unit', suggestion]]);
});

test('an unclosed text only spoils its own line', () =>
  expectFound('group G : service { purpose <|"abc|>\n tier T { when <|mesages|> > 3 } }', [
    'unclosed-string: This text is not closed. End it with `"` on the same line, or use `"""` for several lines.',
    'unknown-name: There is no metric or quantity `mesages` here. Did you mean `messages`?',
  ]));

test('the end of a file names what is missing, after the last word', () =>
  expectFound('group G : service { tier T { otherwise }<||>\n\n', ['syntax-error: The file ends before `}`.']));

test('a block in the wrong place', () =>
  expectFound('group G : service { <|stage|> A }', [
    'syntax-error: `stage` does not belong in this block. Move it, or close the block before it with `}`.',
  ]));

test('only the first error of a line is reported, the others follow from it', () =>
  expectFound('group G : <|servce|> { tier tier tier }', [
    'misspelt-keyword: `servce` is not a word of the language. Did you mean `service`?',
  ]));

test.each(['', '// nothing', '\uFEFFgroup G : service { }', 'group G : service { }\r\n'])('no errors in %j', (text) => {
  expect(diagnose(text)).toEqual([]);
});

test.each([
  ['parentheses', `tier T { when ${'('.repeat(5_000)}messages > 3${')'.repeat(5_000)} }`],
  ['nots', `tier T { when ${'not '.repeat(5_000)} messages > 3 }`],
  ['operators', `tier T { when messages > 3${' and messages > 3'.repeat(5_000)} }`],
])('five thousand %s are rejected, and the next file is parsed', (_, body) => {
  expect(diagnose(`group G : service { ${body} }`).map(({ code }) => code)).toEqual(['nested-too-deeply']);
  expect(diagnose('group G : service { tier T { otherwise } }')).toEqual([]);
});

test('hundreds of conditions in a row are parsed', () => {
  expect(diagnose(`group G : service { tier T { when messages > 3${' and messages > 3'.repeat(200)} } }`)).toEqual([]);
});

test('a long word is quoted in part', () => {
  const [found] = diagnose(`group G : service { ${'长'.repeat(100_000)} }`);
  expect(found?.message.en.length).toBeLessThan(300);
});

test.each([
  ['messages in 7d > 3 <|&&|> shares in 7d > 1', 'Write `and` instead of `&&`.'],
  ['<|!|> messages in 7d > 3', 'Write `not` instead of `!`.'],
  ['count(message where media <|=|> image) > 3', 'Write `==` instead of `=`.'],
  ["count(message where text contains <|'x'|>) > 3", 'Write `""` instead of `\'\'`.'],
])('another notation: %s', (condition, message) => {
  expectFound(`group G : service { tier T { when ${condition} } }`, [`foreign-notation: ${message}`]);
});

test.each([
  ['tier T { 当互动数 > 3 }', '当 互动数'],
  ['tier T { when 互动数近7天 > 3 }', '互动数 近7天'],
  ['tier T { when 互动数 近7天且 活跃率 > 3% }', '近7天 且'],
])('a space is missing: %s', (body, suggestion) => {
  const found = diagnose(`group G : service { ${body} }`).flatMap(({ fixes }) => fixes);
  expect(found[0]?.edits[0]?.newText).toBe(suggestion);
});

test('a duration without its unit', () =>
  expectFound('group G : service { tier T { when messages in <|7|> > 3 } }', [
    'unknown-unit: `7` has no known unit: use s, min, h, d or w with a whole number. Did you mean `7d`?',
  ]));

test('a slip inside an aggregate is shown where it is', () =>
  expectFound('group G : service { tier T { when count(message <|whre|> media == image) in 7d > 3 } }', [
    'misspelt-keyword: `whre` is not a word of the language. Did you mean `where`?',
  ]));
