/** Every slip at every place of every construct: read as what was meant, reported once, and resolved by its own fix. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Checker } from '../src/check.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { createGroupServices } from '../src/services.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';
import { editsOf } from './random-edits.ts';
import { OTHERS, snippetTexts } from './snippets.ts';

const services = createGroupServices();
const checker = new Checker(services);
const SNIPPETS = snippetTexts();

/** What people type for each symbol who come from another language or use a Chinese input method. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  '>=': ['≥', '＞＝', '＞=', '>＝', '=>', '≧', '⩾', '》=', '≥='],
  '<=': ['≤', '＜＝', '＜=', '<＝', '=<', '≦', '⩽', '《=', '≤='],
  '>': ['＞', '》', '〉', '﹥'],
  '<': ['＜', '〈', '﹤'],
  '==': ['＝＝', '＝=', '=＝', '===', '＝'],
  '!=': ['≠', '！＝', '!＝', '！=', '<>', '＜＞', '!==', '≠='],
  and: ['&&', '&', '＆＆', '∧', 'ａｎｄ'],
  or: ['||', '|', '｜｜', '∨', 'ｏｒ'],
  not: ['!', '！', '¬', 'ｎｏｔ'],
  '+': ['＋', '﹢'],
  '-': ['－', '−'],
  '*': ['×', '＊'],
  '/': ['÷', '／'],
  '(': ['（', '﹙'],
  ')': ['）', '﹚'],
  '[': ['［', '【'],
  ']': ['］', '】'],
  '{': ['｛', '﹛'],
  '}': ['｝', '﹜'],
  ':': ['：', '﹕'],
  ',': ['，', '、', '﹐'],
  '.': ['．', '。'],
  '..': ['～', '~', '〜', '…', '……', '。。', '．．', '...'],
  '->': ['→', '－＞', '-＞', '—>', '——>', '⇒', '=>'],
  '|': ['｜'],
};

interface Place {
  start: number;
  end: number;
  slip: string;
  meant: string;
}

interface Token {
  type: string;
  image: string;
  start: number;
}

function tokensOf(text: string): Token[] {
  const { tokens } = services.group.parser.Lexer.tokenize(text);
  return tokens.map(({ tokenType, image, startOffset }) => ({ type: tokenType.name, image, start: startOffset }));
}

/** What may be typed instead of a token. */
function slipsFor({ type, image }: Token): string[] {
  if (type === 'STRING') return image.startsWith('"""') ? [] : quotedOtherwise(image);
  if (type === 'REGEX') return [`／${image.slice(1)}`];
  const wide = image.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const typed = /^\W/.test(image) ? (TYPED[image] ?? []) : [...(TYPED[type] ?? []), wide, oneWide(image)];
  return [...new Set(typed)].filter((slip) => slip !== image);
}

function oneWide(word: string): string {
  const at = word.search(/[0-9%:]/);
  if (at < 0) return word;
  return word.slice(0, at) + String.fromCharCode(word.charCodeAt(at) + 0xfee0) + word.slice(at + 1);
}

function quotedOtherwise(image: string): string[] {
  const text = image.slice(1, -1);
  if (/[\\'"“”「」]/.test(text)) return [];
  return [`“${text}”`, `＂${text}＂`, `'${text}'`, `‘${text}’`, `「${text}」`];
}

function placesIn(text: string): Place[] {
  return tokensOf(text).flatMap((token) =>
    slipsFor(token).map((slip) => ({
      start: token.start,
      end: token.start + token.image.length,
      slip,
      meant: token.image,
    })),
  );
}

function replaced(text: string, { start, end, slip }: Place): string {
  return text.slice(0, start) + slip + text.slice(end);
}

function check(text: string): readonly Diagnostic[] {
  return checker.check(['main.group'], memoryFileSystem({ ...OTHERS, 'main.group': text }), { today: '2026-01-01' })
    .diagnostics;
}

function summary(found: readonly Diagnostic[]): string[] {
  return found.map(({ code, message }) => `${code}: ${message.en}`);
}

function fixed(text: string, { fixes }: Diagnostic): string {
  const edits = (fixes[0]?.edits ?? []).toSorted((left, right) => right.startOffset - left.startOffset);
  return edits.reduce(
    (now, { startOffset, endOffset, newText }) => now.slice(0, startOffset) + newText + now.slice(endOffset),
    text,
  );
}

const SLIP_CODES: ReadonlySet<string> = new Set([
  ...['full-width-punctuation', 'full-width-character', 'foreign-notation', 'unknown-unit'],
]);

describe.each(SNIPPETS)('$name', ({ text }) => {
  const before = summary(check(text));

  test('a slip is the only error, and its fix restores the original', () => {
    for (const place of placesIn(text)) {
      const written = replaced(text, place);
      const errors = check(written).filter(({ severity }) => severity === 'error');
      const [only] = errors;
      const where = `${place.slip} for ${place.meant} in\n${written}`;
      expect(summary(errors), where).toHaveLength(1);
      if (only === undefined) continue;
      expect(SLIP_CODES, where).toContain(only.code);
      expect(only.range.startOffset, where).toBe(place.start);
      expect(summary(check(fixed(written, only))), where).toEqual(before);
    }
  });

  test('the formatter writes what was meant', () => {
    const layout = checker.format(text);
    for (const place of placesIn(text)) {
      expect(checker.format(replaced(text, place)), `${place.slip} for ${place.meant}`).toBe(layout);
    }
  });
});

describe('whatever is typed wherever', () => {
  const everything = [...new Set(Object.values(TYPED).flat())];
  const odd = [
    ...everything,
    '２００',
    '％',
    '“',
    '”',
    '「',
    '＂',
    "'",
    '＆',
    '｜',
    '；',
    '？',
    '／／',
    '／＊',
    '＃',
    '＠',
    '\u200B',
    '﹪',
  ];

  test.each([20_261_130, Date.now() % 2 ** 31])('nothing throws, seed %i', (seed) => {
    const insertion = fc.record({ at: fc.nat(), removed: fc.nat(3), typed: fc.constantFrom(...odd) });
    fc.assert(
      fc.property(
        fc.constantFrom(...SNIPPETS),
        fc.array(insertion, { minLength: 1, maxLength: 3 }),
        ({ text }, list) => {
          const written = list.reduce((now, { at, removed, typed }) => {
            const start = at % (now.length + 1);
            return now.slice(0, start) + typed + now.slice(start + removed);
          }, text);
          expect(check(written).filter(({ fault }) => fault !== undefined)).toEqual([]);
          checker.format(written);
          checker.translate('main.group', 'zh', memoryFileSystem({ ...OTHERS, 'main.group': written }));
        },
      ),
      { seed, numRuns: 120 },
    );
  });
});

describe('edits of the examples', () => {
  const folder = join(import.meta.dirname, '../../../examples');
  const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.group'));
  const texts = Object.fromEntries(examples.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

  test.each([20_261_201, Date.now() % 2 ** 31])('nothing throws, seed %i', { timeout: 120_000 }, (seed) => {
    const edits = editsOf(seed);
    for (const path of examples) {
      const kept = new Checker(services);
      let text = texts[path] ?? '';
      for (let turn = 0; turn < 5; turn++) {
        const { start, removed, typed } = edits.next(text);
        const before = text;
        text = text.slice(0, start) + typed + text.slice(start + removed);
        const { faults } = kept.check([path], memoryFileSystem({ ...texts, [path]: text }), { today: '2026-01-01' });
        expect(faults, `${path}, seed ${seed}: ${JSON.stringify(typed)} at ${start} of\n${before}`).toEqual([]);
        kept.format(text);
        if (turn % 3 !== 0) text = before;
      }
    }
  });
});

test.each([
  ['tier A { when messages in 7d>3&&shares in 7d>1 }', 'tier A { when messages in 7d>3 and shares in 7d>1 }'],
  ['tier A { when !(messages in 7d > 3) }', 'tier A { when not(messages in 7d > 3) }'],
  ['tier A { when !messages in 7d > 3 }', 'tier A { when not messages in 7d > 3 }'],
  ['tier A { 当 互动数 近７天≥３次 }', 'tier A { 当 互动数 近7天>=3 }'],
  ['tier A { when messages in 7d×2÷3 > 3 }', 'tier A { when messages in 7d*2/3 > 3 }'],
  ['duty { 08:00－22:00 Bot } ', 'duty { 08:00..22:00 Bot } '],
  ['duty { ０８：００～２２：００ Bot } ', 'duty { 08:00..22:00 Bot } '],
  ['lifecycle { stage A stage B allow A => B => A }', 'lifecycle { stage A stage B allow A -> B -> A }'],
  ['tier A ＃C8102E { otherwise } ／／ 核心 “的”', 'tier A #C8102E { otherwise } // 核心 “的”'],
  ['tier A { otherwise } ／＊ 核心 ＊／', 'tier A { otherwise } /* 核心 */'],
])('%s is %s', (body, meant) => {
  const around = (text: string): string => `tool Bot provides kick\ngroup G : service {\n${text}\n}`;
  const mended = check(around(body)).filter(({ code }) => SLIP_CODES.has(code));
  expect(summary(mended)).not.toEqual([]);
  const text = mended.toReversed().reduce(fixed, around(body));
  expect(text).toBe(around(meant));
  expect(
    summary(check(text).filter(({ severity, code }) => severity === 'error' && code !== 'clause-missing')),
  ).toEqual([]);
  expect(checker.format(around(body))).toBe(checker.format(text));
});

test('quotes, comments and patterns are left alone', () => {
  const text = `group G : service {
  purpose "２００：＞＝" // ：｛ “
  /* ＊／ 】 */ nickname /^（新人|老人）＞＝$/
  tier A { otherwise }
}`;
  expect(summary(check(text)).filter((message) => message.startsWith('full'))).toEqual([]);
  const file = checker.open(['main.group'], memoryFileSystem({ 'main.group': text })).files[0];
  const element = file?.model.elements[0];
  expect(element).toMatchObject({ properties: [{ value: '２００：＞＝' }, { value: '/^（新人|老人）＞＝$/' }] });
});

test('the tree contains what was meant', () => {
  const text = 'group Ｇ1 : service { tier Ａ { when messages in ７d ≥ ２００ && idle =< 3d grace １２ｈ } }';
  const { value } = services.group.parser.LangiumParser.parse(text);
  expect(value).toMatchObject({
    elements: [
      {
        name: 'G1',
        sections: [
          {
            name: 'A',
            grace: '12h',
            condition: {
              operator: 'and',
              left: { operator: '>=', left: { window: '7d' }, right: { value: 200 } },
              right: { operator: '<=' },
            },
          },
        ],
      },
    ],
  });
});
