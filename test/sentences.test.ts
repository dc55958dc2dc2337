/** Every sentence exists in English and in Chinese, and all Chinese follows one typography. */
import { expect, test } from 'vitest';
import { chineseLines } from './sentences/pages.ts';
import { pairsIn, sourceFiles } from './sentences/pairs.ts';
import { HOLE, typographyFaults } from './sentences/typography.ts';

const read = sourceFiles().map(pairsIn);
const pairs = read.flatMap((file) => file.pairs);

/** Latin words that Chinese text keeps as they are: names, formats, and marks of values. */
const NAMES = /^(?:[A-Z][\w.-]*|[A-Z]{2,}[\w -]*|--?[\w-]+|[a-z]*[A-Z]\w*|\.\w+)$/;

test('sentences are found', () => {
  expect(pairs.length).toBeGreaterThan(900);
});

test.each([
  ['请检查路径:它相对于当前文件。', 'half-width mark behind Chinese'],
  ['是不是想写 `a`?', 'half-width mark between values'],
  [`无法读取 ${HOLE}: ${HOLE}`, 'half-width colon between values'],
  ['通过标准输入输出通信(默认)', 'half-width parenthesis'],
  ['规则用了CSV', 'no space between Chinese and Latin'],
  ['请写 `a` ，再试', 'space beside a full-width mark'],
])('%s is found', (sentence, says) => {
  expect(typographyFaults(sentence).join('\n')).toContain(says);
});

test.each(['请写 `计数(发言)`，例如 `a:b`。', '3月5日', '近7天有 3 名成员', 'CSV：member, name', '`a`、`b`（默认）'])(
  '%s is right',
  (sentence) => {
    expect(typographyFaults(sentence)).toEqual([]);
  },
);

test('Chinese sentences follow one typography', () => {
  const faults = pairs.flatMap(({ at, zh }) =>
    zh
      .filter((text) => /\p{Script=Han}/u.test(text))
      .flatMap((text) => typographyFaults(text).map((fault) => `${at} ${fault}`)),
  );
  expect(faults).toEqual([]);
});

test('Chinese pages and comments of rules follow the same typography', () => {
  const lines = chineseLines();
  expect(lines.length).toBeGreaterThan(500);
  expect(lines.flatMap(({ at, text }) => typographyFaults(text).map((fault) => `${at} ${fault}`))).toEqual([]);
});

test('a sentence has the same placeholders in both languages', () => {
  const holes = (texts: readonly string[]): string[] => texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []).sort();
  expect(
    pairs.filter(({ en, zh }) => [...new Set(holes(en))].join() !== [...new Set(holes(zh))].join()).map(({ at }) => at),
  ).toEqual([]);
});

test('a sentence is empty in no language', () => {
  const isSaid = (texts: readonly string[]): boolean => texts.length === 0 || texts.some((text) => text.trim() !== '');
  expect(pairs.filter(({ en, zh }) => isSaid(en) !== isSaid(zh)).map(({ at }) => at)).toEqual([]);
});

test('the Chinese side is Chinese', () => {
  const english = pairs.flatMap(({ at, zh }) => zh.filter(isEnglish).map((text) => `${at} ${text}`));
  expect(english).toEqual([]);
});

test('the English side is English', () => {
  const chinese = pairs.flatMap(({ at, en }) =>
    en.filter((text) => /\p{Script=Han}/u.test(withoutCode(text))).map((text) => `${at} ${text}`),
  );
  expect(chinese).toEqual([]);
});

test('every Chinese sentence has an English one', () => {
  expect(read.flatMap(({ strays }) => strays).map(({ at, text }) => `${at} ${text}`)).toEqual([]);
});

/** Without code and command lines. */
function withoutCode(text: string): string {
  return text.replace(/`[^`]*`|\bsteward(?: [\w.-]+)+/g, '');
}

/** Words in a row that are no code, no name and no option. */
function isEnglish(text: string): boolean {
  const words = withoutCode(text).match(/(?<![\w-])[A-Za-z][A-Za-z'’-]*(?: [A-Za-z][A-Za-z'’-]*){2,}/g) ?? [];
  if (words.length > 0) return true;
  const alone = withoutCode(text).replaceAll(HOLE, '').trim();
  return /^[A-Za-z]/.test(alone) && !/\p{Script=Han}/u.test(alone) && !NAMES.test(alone);
}
