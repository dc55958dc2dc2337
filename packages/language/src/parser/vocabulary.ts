/**
 * The token types of the language.
 *
 * Words are lexed once, as names, and then read as keywords by a table: a lexer with a pattern for each keyword in two
 * languages costs far more to build (every start of the command line) and to run. Keyword types belong to the category
 * `ID`, so that wherever the grammar wants a name, a keyword is one: that is what makes them soft.
 */
import type { CustomPatternMatcherFunc, IToken, TokenType } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import { GroupRulesTerminals } from '../generated/ast.ts';
import { FULL_WIDTH_STRING, SINGLE_QUOTED } from './full-width.ts';
import { KEYWORDS, PUNCTUATION } from './keywords.ts';

const WORD = '[A-Za-z0-9_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF]';
const UNIT = '(?:min|s|h|d|w|秒|分钟|小时|天|周)';
const DURATION_AHEAD = `\\d+${UNIT}(?!${WORD})`;
const QUANTITY_AHEAD = `\\d+(?:\\.\\d+)?(?:%|(?!${WORD}))`;

/** Marks of Chinese input methods that are no form of a half-width one, and what to type instead; for the others see `full-width.ts`. */
const HALF_WIDTH: Readonly<Record<string, string>> = {
  '、': ',',
  '【': '[',
  '】': ']',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≦': '<=',
  '≧': '>=',
  '⩽': '<=',
  '⩾': '>=',
  '《': '<',
  '》': '>',
  '〈': '<',
  '〉': '>',
  '×': '*',
  '÷': '/',
  '−': '-',
  '→': '->',
  '⇒': '->',
  '。': '.',
  '…': '..',
  '～': '..',
  '〜': '..',
};
/** Several of them that make one mark, as patterns. */
const RUNS: readonly (readonly [RegExp, string])[] = [
  [/[≤≦⩽]=|[《〈]=/, '<='],
  [/[≥≧⩾]=|[》〉]=/, '>='],
  [/≠=/, '!='],
  [/…{2}|。{2,3}/, '..'],
  [/[—–]{1,2}[>》〉]/, '->'],
];

/** Notations of other languages and what is written here. */
const FOREIGN: Readonly<Record<string, string>> = {
  '===': '==',
  '!==': '!=',
  '&&': 'and',
  '&': 'and',
  '||': 'or',
  '|': 'or',
  '!': 'not',
  '<>': '!=',
  '=<': '<=',
  '=>': '>=',
  '...': '..',
  '~': '..',
  '∧': 'and',
  '∨': 'or',
  '¬': 'not',
};

/** What a slip stands for, by itself; null for what is none. */
export function meantBy(written: string): string | null {
  const known = HALF_WIDTH[written] ?? FOREIGN[written];
  if (known !== undefined) return known;
  return RUNS.find(([pattern]) => pattern.exec(written)?.[0] === written)?.[1] ?? null;
}

/** Words that a Chinese sentence writes without a space before what follows: 近7天, 每天, 每周一, 前20%, 持续3天, 满3次, 不少于. */
const GLUED = new RegExp(
  [
    `(?:近|持续|冷却|宽限|满)(?=${DURATION_AHEAD})`,
    `(?:前|后)(?=${QUANTITY_AHEAD})`,
    `满(?=\\d+(?:次|(?!${WORD})))`,
    `不(?=(?:少于|多于)(?:\\d+)?(?!${WORD}))`,
    `(?:少于|多于)(?=\\d+(?!${WORD}))`,
    `每(?=(?:天|周|月|小时|周[一二三四五六日])(?!${WORD}))`,
  ].join('|'),
);

const PATTERN_AHEAD = new Set(['matches', '匹配', 'nickname', '昵称']);
const REGEX_STICKY = new RegExp(GroupRulesTerminals.REGEX.source, 'y');

/** `/` opens a pattern only after a word that asks for one; anywhere else it divides. */
const matchRegex: CustomPatternMatcherFunc = (text, offset, matched) => {
  const previous = matched.at(-1);
  if (previous === undefined || !PATTERN_AHEAD.has(previous.image)) return null;
  REGEX_STICKY.lastIndex = offset;
  return REGEX_STICKY.exec(text) as RegExpExecArray | null;
};

function terminal(name: string, pattern: RegExp, extra: Partial<TokenType> = {}): TokenType {
  return { name, PATTERN: pattern, ...extra };
}

const ID = terminal('ID', GroupRulesTerminals.ID);
const STRING = terminal('STRING', GroupRulesTerminals.STRING, { LINE_BREAKS: true });
const TERMINALS: Readonly<Record<string, TokenType>> = {
  TIMESTAMP: terminal('TIMESTAMP', GroupRulesTerminals.TIMESTAMP),
  DATE: terminal('DATE', GroupRulesTerminals.DATE),
  TIME: terminal('TIME', GroupRulesTerminals.TIME),
  PERCENT: terminal('PERCENT', GroupRulesTerminals.PERCENT),
  DURATION: terminal('DURATION', GroupRulesTerminals.DURATION),
  NUMBER: terminal('NUMBER', GroupRulesTerminals.NUMBER),
  COLOR: terminal('COLOR', GroupRulesTerminals.COLOR),
  STRING,
  REGEX: { name: 'REGEX', PATTERN: matchRegex, LINE_BREAKS: false, START_CHARS_HINT: ['/'] },
  ID,
};

const HIDDEN: readonly TokenType[] = [
  terminal('WS', GroupRulesTerminals.WS, { GROUP: ChevrotainLexer.SKIPPED, LINE_BREAKS: true }),
  terminal('ML_COMMENT', GroupRulesTerminals.ML_COMMENT, { GROUP: 'hidden', LINE_BREAKS: true }),
  terminal('SL_COMMENT', GroupRulesTerminals.SL_COMMENT, { GROUP: 'hidden' }),
];

/** Slips that are lexed on purpose, so that the message can say what to type; see `lexer.ts`. */
export const SLIPS = {
  fullWidth: terminal(
    'FULL_WIDTH',
    new RegExp([...RUNS.map(([pattern]) => pattern.source), `[${Object.keys(HALF_WIDTH).join('')}]`].join('|')),
  ),
  fullWidthString: terminal('FULL_WIDTH_STRING', FULL_WIDTH_STRING),
  foreign: terminal('FOREIGN', /===|!==|&&?|\|\||<>|=<|=>|\.\.\.|~|[∧∨¬]|!(?!=)/),
  singleQuoted: terminal('SINGLE_QUOTED', SINGLE_QUOTED),
  unclosedString: terminal('UNCLOSED_STRING', /"(?:\\.|[^"\\\n\r])*/),
  badNumber: terminal('BAD_NUMBER', new RegExp(`\\d+(?:\\.\\d+)?${WORD}+`)),
  badColor: terminal('BAD_COLOR', /#[0-9A-Za-z]*/),
  gluedWord: terminal('GLUED_WORD', GLUED),
} as const satisfies Record<string, TokenType>;

/** Those that the lexer itself tells from names, see `expression-words.ts`: what remains of them is never a name. */
export const FUNCTIONS: ReadonlySet<string> = new Set(['count', 'distinct', 'days', 'since', 'sum', 'average']);
export const RANKS: ReadonlySet<string> = new Set(['top', 'bottom']);
const NEVER_NAMES: ReadonlySet<string> = new Set([...FUNCTIONS, ...RANKS, 'not']);

const keywordTypes: Readonly<Record<string, TokenType>> = Object.fromEntries(
  KEYWORDS.map((word) => [
    word,
    { name: word, PATTERN: ChevrotainLexer.NA, CATEGORIES: NEVER_NAMES.has(word) ? [] : [ID] },
  ]),
);
const punctuationTypes: Readonly<Record<string, TokenType>> = Object.fromEntries(
  PUNCTUATION.map((mark) => [mark, { name: mark, PATTERN: mark }]),
);

/** Every type that the parser can meet, by name. */
export const TOKEN_TYPES: Readonly<Record<string, TokenType>> = {
  ...keywordTypes,
  ...punctuationTypes,
  ...TERMINALS,
  ...Object.fromEntries(HIDDEN.map((type) => [type.name, type])),
};

/** What the lexer tries at each place, in this order. */
export const LEXED: readonly TokenType[] = [
  ...HIDDEN,
  ...['TIMESTAMP', 'DATE', 'TIME', 'PERCENT', 'DURATION', 'NUMBER'].map(tokenType),
  SLIPS.badNumber,
  tokenType('COLOR'),
  SLIPS.badColor,
  STRING,
  SLIPS.unclosedString,
  SLIPS.fullWidthString,
  tokenType('REGEX'),
  SLIPS.gluedWord,
  ID,
  SLIPS.fullWidth,
  SLIPS.foreign,
  SLIPS.singleQuoted,
  ...PUNCTUATION.map(tokenType),
];

/** @throws when the grammar and this table disagree, which is our bug. */
export function tokenType(name: string): TokenType {
  const type = TOKEN_TYPES[name];
  if (type === undefined) throw new Error(`No token type ${name}`);
  return type;
}

/** Reads `token` as another type, keeping its place and text. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  if (type.tokenTypeIdx === undefined) throw new Error(`Token type ${type.name} was never registered`);
  token.tokenTypeIdx = type.tokenTypeIdx;
}
