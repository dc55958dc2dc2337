import { expect, test } from 'vitest';
import { safeJson, safeXml } from './data.ts';
import { printed, styleOf } from './printed.ts';
import { visible, visibleArguments, visibleIn, visibleLines } from './visible.ts';

test.each([
  ['\u001b[31m红\u001b[0m', '\\u001b[31m红\\u001b[0m'],
  ['\u001b]52;c;eA==\u0007', '\\u001b]52;c;eA==\\u0007'],
  ['\u009b2J\u007f', '\\u009b2J\\u007f'],
  ['a\r\nb\tc', 'a\\r\\nb\\tc'],
  ['\u202eabc\u2066\u200f', '\\u202eabc\\u2066\\u200f'],
  ['a\u2028b\u2029c\u0085d', 'a\\u2028b\\u2029c\\u0085d'],
  ['小\u200b美\ufeff\u00ad\u2060\u3164\u2800', '小\\u200b美\\ufeff\\u00ad\\u2060\\u3164\\u2800'],
  ['x\u{e0041}\ud800', 'x\\u{e0041}\\ud800'],
  ['a\u200db\ufe0f', 'a\\u200db\\ufe0f'],
  ['::error file=x::boom', '\\::error file=x::boom'],
  ['说##[add-mask]x ##vso[task.setvariable]y', '说#\\#[add-mask]x #\\#vso[task.setvariable]y'],
])('%j is shown as %s', (text, shown) => expect(visible(text)).toBe(shown));

test.each([
  '小美 妈妈（3班）— “好”…',
  '👩‍👩‍👧‍👦',
  '👩🏽‍⚕️ ❤️ ❤️‍🔥 1️⃣ ☎︎ 🏳️‍🌈',
  '🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇨🇳',
  'می‌خواهم',
  'क्‍ष',
  'עברית العربية ٣',
  'a # b ## c :: d',
])('%s is left as it is', (text) => expect(visible(text)).toBe(text));

test('line feeds are kept only in multi-line text', () => {
  expect(visibleLines('a\r\n::b\n\u001b')).toBe('a\n\\::b\n\\u001b');
});

test('data without hidden characters is returned as is; otherwise a copy', () => {
  const clean = { name: '小美', list: [1, null, 'x'] };
  expect(visibleIn(clean)).toBe(clean);
  const hostile = { name: 'a\nb', rest: clean, list: ['\u001b', 'x'] };
  expect(visibleIn(hostile)).toEqual({ name: 'a\\nb', rest: clean, list: ['\\u001b', 'x'] });
  expect(hostile.name).toBe('a\nb');
});

test('everything inserted into a sentence is made visible', () => {
  const words = visibleArguments({
    plain: 'a\nb',
    deep: { said: (name: string, all: string[]) => `${name}:\n${all.join()}` },
  });
  expect(words.deep.said('x\u001b', ['y\n'])).toBe('x\\u001b:\ny\\n');
  expect(words.plain).toBe('a\nb');
});

test('only the palette’s own codes become colours', () => {
  const { palette, mark } = styleOf([1234, 2345, 3456]);
  expect(printed(palette.bold(`a${palette.dim('b')}c`), mark)).toBe(
    '\u001b[1ma\u001b[2mb\u001b[22m\u001b[1mc\u001b[22m',
  );
  expect(printed(palette.red('\u001b[32mforged\u001b]8;;x\u0007'), mark)).toBe(
    '\u001b[31m\\u001b[32mforged\\u001b]8;;x\\u0007\u001b[39m',
  );
  const off = styleOf(null);
  expect(printed(off.palette.red('\u001b[31mx'), off.mark)).toBe('\\u001b[31mx');
});

test('no line of output begins like a pipeline command', () => {
  expect(printed('x\n  ::error::y\n::stop\n##[group]', null)).toBe('x\n  \\::error::y\n\\::stop\n#\\#[group]');
});

test('data round-trips unchanged', () => {
  const value = { 'a\u202e': ['\u009b', '##[error]', '👩‍👧', '\u{e0041}\ud800'] };
  const json = safeJson(JSON.stringify(value, null, 2));
  expect(JSON.parse(json)).toEqual(value);
  expect(json).not.toMatch(/[\u009b\u202e]|##\[/);
  expect(safeXml('<a b="\u202e##[x]">\n ::error::\n</a>')).toBe('<a b="&#8238;&#35;#[x]">\n &#58;:error::\n</a>');
});
