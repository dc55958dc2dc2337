/** The TextMate grammar as data. */
import { classify, type Spellings, standsAlone, terminal, type WordClass } from './words.ts';

interface Pattern {
  name?: string;
  match?: string;
  begin?: string;
  end?: string;
  beginCaptures?: Captures;
  endCaptures?: Captures;
  captures?: Captures;
  patterns?: readonly Pattern[];
  include?: string;
}
type Captures = Readonly<Record<string, { name: string }>>;

interface Grammar {
  $comment: string;
  name: string;
  scopeName: string;
  fileTypes: readonly string[];
  patterns: readonly Pattern[];
  repository: Readonly<Record<string, { patterns: readonly Pattern[] }>>;
}

/** The default colours of the server's tokens, so that colours do not change when those arrive. */
const SCOPES: Readonly<Record<WordClass, string>> = {
  declaration: 'keyword.control.declaration.group',
  function: 'keyword.control.aggregate.group',
  operator: 'keyword.control.operator.group',
  constant: 'keyword.control.constant.group',
  type: 'keyword.control.type.group',
  keyword: 'keyword.control.group',
};
const NUMBERS: readonly [terminal: string, scope: string][] = [
  ['TIMESTAMP', 'constant.numeric.timestamp.group'],
  ['DATE', 'constant.numeric.date.group'],
  ['TIME', 'constant.numeric.time.group'],
  ['PERCENT', 'constant.numeric.percent.group'],
  ['DURATION', 'constant.numeric.duration.group'],
  ['NUMBER', 'constant.numeric.group'],
];

/** @param rules text of every grammar file */
export function textmateGrammar(rules: string, spellings: Spellings): Grammar {
  const name = terminal(rules, 'ID');
  const [first = '', rest = ''] = [...name.matchAll(/\[[^\]]*\]/g)].map(([characters]) => characters);
  const before = `(?<!${rest})`;
  const after = `(?!${rest})`;
  const classes = classify(rules, spellings);
  const of = (kind: WordClass): string[] => [...classes].flatMap(([word, found]) => (found === kind ? word : []));
  const written = (words: readonly string[]): string =>
    alternatives(words.flatMap((word) => [word, ...(spellings.get(word) ?? [])]));
  const chinese = (words: readonly string[]): string =>
    alternatives(words.flatMap((word) => spellings.get(word) ?? []));

  const periods = chinese(['hour', 'day', 'week', 'month', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
  const alone = of('declaration').filter((word) => standsAlone(rules).includes(word));
  // Chinese writes 近7天 and 每天 without a space.
  const glued: Pattern[] = (['operator', 'keyword'] as const).flatMap((kind) => [
    { name: SCOPES[kind], match: `${before}(?:${chinese(of(kind))})(?=\\d)` },
    {
      match: `${before}(${chinese(of(kind))})(${periods})${after}`,
      captures: { 1: { name: SCOPES[kind] }, 2: { name: SCOPES.constant } },
    },
  ]);
  const words: Pattern[] = [
    ...glued,
    { name: SCOPES.function, match: `${before}(?:${written(of('function'))})(?=\\s*\\()` },
    { match: `:\\s*(${written([...of('type'), ...of('function')])})${after}`, captures: { 1: { name: SCOPES.type } } },
    { name: SCOPES.declaration, match: `${before}(?:${written(alone)})${after}` },
    ...(['operator', 'constant', 'keyword'] as const).map((kind) => ({
      name: SCOPES[kind],
      match: `${before}(?:${written(of(kind))})${after}`,
    })),
  ];
  return {
    $comment: 'Generated from the grammar folder by scripts/generate/textmate.ts. Do not edit.',
    name: 'Group Rules',
    scopeName: 'source.group',
    fileTypes: ['group'],
    patterns: ['comments', 'strings', 'regexes', 'declarations', 'numbers', 'words', 'names', 'punctuation'].map(
      (part) => ({ include: `#${part}` }),
    ),
    repository: {
      comments: { patterns: COMMENTS },
      strings: { patterns: STRINGS },
      regexes: {
        patterns: [
          {
            match: `${before}(${written(['matches', 'nickname'])})\\s*(${terminal(rules, 'REGEX')})`,
            captures: { 1: { name: SCOPES.keyword }, 2: { name: 'string.regexp.group' } },
          },
        ],
      },
      declarations: {
        patterns: [
          {
            // A word followed by the rest of an expression is not a name: `role in [...]`, `category == ad`.
            match: `${before}(${written(of('declaration'))})[ \\t]+(?!(?:${written(of('operator'))})${after})(${first}${rest}*)`,
            captures: { 1: { name: SCOPES.declaration }, 2: { name: 'entity.name.type.group' } },
          },
        ],
      },
      numbers: {
        patterns: [
          { name: 'constant.other.color.group', match: terminal(rules, 'COLOR') },
          ...NUMBERS.map(([from, scope]) => ({ name: scope, match: `(?<![A-Za-z0-9_])(?:${terminal(rules, from)})` })),
        ],
      },
      words: { patterns: words },
      names: {
        patterns: [
          { name: 'variable.other.property.group', match: `(?<=\\.)${first}${rest}*` },
          { name: 'entity.name.function.group', match: `${before}${first}${rest}*(?=\\()` },
          { name: 'variable.other.group', match: `${before}${first}${rest}*` },
        ],
      },
      punctuation: {
        patterns: [
          { name: 'keyword.operator.comparison.group', match: '<=|>=|==|!=|<|>(?!=)' },
          { name: 'keyword.operator.group', match: '->|\\.\\.|[-+*/=|]' },
          { name: 'punctuation.section.group', match: '[{}\\[\\]()]' },
          { name: 'punctuation.separator.group', match: '[,:.]' },
        ],
      },
    },
  };
}

const COMMENTS: readonly Pattern[] = [
  {
    name: 'comment.block.documentation.group',
    begin: '/\\*\\*(?!/)',
    end: '\\*/',
    patterns: [{ name: 'keyword.other.documentation.group', match: '@zh\\b' }],
  },
  { name: 'comment.block.group', begin: '/\\*', end: '\\*/' },
  { name: 'comment.line.double-slash.group', match: '//[^\\n\\r]*' },
];

const STRINGS: readonly Pattern[] = [
  { name: 'string.quoted.triple.group', begin: '"""', end: '"""' },
  {
    name: 'string.quoted.double.group',
    begin: '"',
    // An unclosed string ends with its line, so that the rest of the file keeps its colours.
    end: '"|$',
    patterns: [{ name: 'constant.character.escape.group', match: '\\\\.' }],
  },
];

/** Longest first, as a lexer reads; each once. */
function alternatives(words: readonly string[]): string {
  return [...new Set(words)].sort((left, right) => right.length - left.length || (left < right ? -1 : 1)).join('|');
}
