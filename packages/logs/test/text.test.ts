/** Text predicates: the scan gives the same answers as `re2js` and a plain search of each text. */
import type { TextPredicate } from '@steward/events';
import fc from 'fast-check';
import { RE2JS } from 're2js';
import { expect, test } from 'vitest';
import type { LogReader } from '../src/index.ts';
import { collect, groupsOf, withLog } from './support.ts';

/** One event per text, in order; null: an event without text. */
function logOf(texts: readonly (string | null)[]): string {
  return texts.map((text, i) => JSON.stringify({ ts: 1740830401 + i, group: 'g', text })).join('\n');
}

async function answers(reader: LogReader, predicates: readonly TextPredicate[]): Promise<boolean[][]> {
  const [log] = await groupsOf(reader, predicates);
  if (log === undefined) throw new Error('No group');
  return predicates.map((_predicate, p) =>
    Array.from(log.textBits[p >> 5] ?? [], (word) => ((word >> (p & 31)) & 1) === 1),
  );
}

/** The simplest implementation of the meaning. */
function expected(predicate: TextPredicate, text: string | null): boolean {
  if (text === null) return false;
  if (predicate.kind === 'contains') {
    const fold = (value: string): string => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return predicate.words.some((word) => fold(text).includes(fold(word)));
  }
  const flags = predicate.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0;
  return RE2JS.compile(predicate.pattern, flags).matcher(text).find();
}

async function check(predicates: readonly TextPredicate[], texts: readonly (string | null)[]): Promise<void> {
  await withLog({ 'log.jsonl': logOf(texts) }, {}, async (reader) => {
    const found = await answers(reader, predicates);
    for (const [p, predicate] of predicates.entries()) {
      const wrong = texts.filter((text, i) => found[p]?.[i] !== expected(predicate, text || null));
      expect({ predicate, wrong }).toEqual({ predicate, wrong: [] });
    }
  });
}

const TEXTS = [
  null,
  '',
  'hello',
  'Hello\nWORLD',
  'a\nb',
  'a\u2028b',
  'a\rb',
  '加微信领券',
  '加V信 123',
  'Kelvin \u212a ſ S s',
  'ß ẞ Σ σ ς İ i ı I',
  '😀👨‍👩‍👧',
  'a.b|c*d(e)[f]{g}\\h^i$j',
  'it\'s "quoted" 50% _x_',
  '教程',
];

test('patterns', async () => {
  const patterns = [
    'a.b',
    '(?s)a.b',
    '^b$',
    '(?m)^b$',
    '加(微信|V)',
    'h.llo',
    '\\bhello\\b',
    '\\B',
    '[^\\n]b',
    'k',
    's',
    'ß',
    'σ',
    'i',
    '[[:upper:]]',
    '\\p{Han}{2}',
    '\\p{Lu}',
    '\\p{Emoji}',
    '(?P<name>a)',
    '(?<name>a)',
    '\\Qa.b\\E',
    '😀',
    '[😀-😂]',
    '\\x{52a0}',
    '^$',
    'h^e',
    'h$e',
    'h\\Ae',
    'o\\zh',
    'o(?:^)',
    '$h',
    'a\\$b',
    '^[^b]+$',
    '',
    '.',
    '\\d+',
    '\\w',
    '\\S',
    "'",
    '"',
    '\\\\',
    '%',
    '$',
    'a{2,}?',
    '\\z',
    '(a|b)*c',
  ];
  const predicates = patterns.flatMap((pattern): TextPredicate[] => [
    { kind: 'matches', pattern, ignoreCase: false },
    { kind: 'matches', pattern, ignoreCase: true },
  ]);
  await check(predicates, TEXTS);
});

test('words', async () => {
  const many = Array.from({ length: 2000 }, (_, i) => `词${i}号`);
  await check(
    [
      { kind: 'contains', words: ['hello'] },
      { kind: 'contains', words: ['加微信'] },
      { kind: 'contains', words: ['WORLD', '教程'] },
      { kind: 'contains', words: ['k'] },
      { kind: 'contains', words: ['ß', 'σ'] },
      { kind: 'contains', words: ['a.b|c*d(e)[f]{g}\\h^i$j', 'x'] },
      { kind: 'contains', words: ["it's", '"', '%'] },
      { kind: 'contains', words: ['\n', '\r'] },
      { kind: 'contains', words: ['\u200d'] },
      { kind: 'contains', words: [] },
      { kind: 'contains', words: [''] },
      { kind: 'contains', words: many },
      { kind: 'contains', words: [...many, 'World', '领券'] },
    ],
    [...TEXTS, '有词77号的话', '词20000号', 'x词1999号'],
  );
});

test('random words and texts', async () => {
  const piece = fc.constantFrom(
    'a',
    'A',
    'b',
    'B',
    'K',
    '\u212a',
    'ſ',
    '加',
    '微',
    '信',
    '😀',
    '\n',
    ' ',
    '.',
    '*',
    '\\',
    "'",
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const word = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  const size = fc.constantFrom(1, 2, 20, 400);
  const lexicon = size.chain((length) => fc.array(word, { minLength: length, maxLength: length }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(lexicon, { minLength: 1, maxLength: 40 }),
      fc.array(text, { minLength: 40 }),
      (words, texts) =>
        check(
          words.map((list) => ({ kind: 'contains', words: list })),
          texts,
        ),
    ),
    { numRuns: 25 },
  );
}, 1_200_000);

/** Times 64 patterns. By hand, `PATTERN_RUNS=160` tests ten thousand. */
const RUNS = Number(process.env['PATTERN_RUNS'] ?? 12);

/** Parts of patterns, including deceptive ones: escaped brackets, brackets in classes, things that look like names. */
const ATOMS = [
  'a',
  'b',
  'k',
  's',
  'σ',
  '加',
  '😀',
  '.',
  '^',
  '$',
  '\\A',
  '\\z',
  '\\b',
  '\\B',
  '\\w',
  '\\W',
  '\\d',
  '\\s',
  '\\S',
  '\\n',
  '[ab]',
  '[^a]',
  '[]a]',
  '[^]a]',
  '[a(?<b>]',
  '[\\]\\[(]',
  '[[:alpha:]_]',
  '[[:^digit:]]',
  '[\\d\\s]',
  '[加-微]',
  '[\\x{4e00}-\\x{9fff}]',
  '[α-ω]',
  '\\x{52a0}',
  '\\x41',
  '\\(?<?',
  '\\(\\?',
  '\\\\',
  '\\$',
  '\\^',
  '\\{2\\}',
  '\\Q(?<b>\\E',
  '\\Q[\\E',
  '\\p{Han}',
  '\\P{Han}',
  '\\p{Lu}',
  '\\pL',
  '[^\\p{Han}a]',
  '(?i:k)',
  '{',
  ']',
];

/** Leaves out what the checker rejects, such as a repeated group name. */
function isRunnable(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}

test('random patterns and texts', async () => {
  const atom = fc.constantFrom(...ATOMS);
  const pattern = fc.letrec<{ node: string; group: string }>((tie) => ({
    node: fc.oneof(
      { weight: 3, arbitrary: atom },
      { weight: 2, arbitrary: fc.tuple(tie('node'), tie('node')).map(([a, b]) => a + b) },
      { weight: 1, arbitrary: tie('group') },
    ),
    group: fc
      .tuple(
        fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}', '*?', '{0,12}', '{3,}'),
        fc.constantFrom('(?:', '(?:', '(', '(?P<n>', '(?<n>', '(?i:', '(?s:'),
      )
      .map(([nodes, times, open]) => `${open}${nodes.join('|')})${times}`),
  })).node;
  const piece = fc.constantFrom(
    'a',
    'A',
    'b',
    'k',
    'K',
    '\u212a',
    's',
    'ſ',
    '1',
    '加',
    '微',
    '😀',
    '\n',
    ' ',
    '_',
    '\u2028',
    ...'(?<b>)[]{}^$\\σΣς'.split(''),
    '\u{16ff2}',
  );
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  const predicate = fc
    .record({ kind: fc.constant('matches' as const), pattern, ignoreCase: fc.boolean() })
    .filter(({ pattern: source }) => isRunnable(source));
  await fc.assert(
    fc.asyncProperty(
      fc.array(predicate, { minLength: 64, maxLength: 64 }),
      fc.array(text, { minLength: 40, maxLength: 60 }),
      check,
    ),
    { numRuns: RUNS },
  );
}, 1_200_000);

test('a second scan, with other predicates, gives answers for the same events', async () => {
  const rows = [
    'ts,group,text,id',
    '1740830409,g,late 教程,m1',
    '1740830401,g,early,m2',
    '1740830409,g,late 教程,m1',
    '1740830405,g,,m3',
  ];
  await withLog({ 'log.csv': rows.join('\n') }, {}, async (reader) => {
    const word = (text: string): TextPredicate => ({ kind: 'contains', words: [text] });
    const [log] = await groupsOf(reader, [word('early')]);
    expect([...(log?.textBits[0] ?? [])]).toEqual([1, 0, 0]);
    const [again] = await collect(reader.textBits([word('教程'), word('late'), word('early')]));
    expect([again?.group, ...(again?.textBits[0] ?? [])]).toEqual(['g', 4, 0, 3]);
  });
});

test('more than thirty-two predicates take more words', async () => {
  await withLog({ 'log.jsonl': logOf(['w33 w40', 'w0']) }, {}, async (reader) => {
    const predicates = Array.from(
      { length: 41 },
      (_, i): TextPredicate => ({ kind: 'contains', words: [`w${i} `, `w${i}x`] }),
    );
    const [log] = await groupsOf(reader, [...predicates, { kind: 'matches', pattern: 'w40$', ignoreCase: false }]);
    expect(log?.textBits.map((words) => [...words])).toEqual([
      [0, 0],
      [2 ** 1 + 2 ** 9, 0],
    ]);
  });
});
