/**
 * The token types of the language.
 *
 * Words are lexed as names first and then turned into keywords by a table: a lexer with one pattern per keyword in two languages is much
 * slower to build (on every start of the command line) and to run. Keyword types belong to the category `ID`, so a keyword is accepted
 * wherever the grammar expects a name. This is what makes keywords soft.
 */
import { INVISIBLE_RUN } from '@steward/text';
import type { CustomPatternMatcherFunc, IToken, TokenType } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import { GroupRulesTerminals } from '../generated/ast.ts';
import { FULL_WIDTH_STRING, SINGLE_QUOTED } from './full-width.ts';
import { CHINESE_BEFORE_LENGTH } from './grammar-words.ts';
import { KEYWORDS, PUNCTUATION } from './keywords.ts';
import { FOREIGN_DATE } from './literals.ts';

const WORD = '[A-Za-z0-9_\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF]';
const UNIT = '(?:min|s|h|d|w|秒|分钟|小时|天|周)';
const DURATION_AHEAD = `\\d+${UNIT}(?!${WORD})`;
const QUANTITY_AHEAD = `\\d+(?:\\.\\d+)?(?:%|(?!${WORD}))`;

/** Punctuation of Chinese input methods that is not a full-width form (see `full-width.ts`), and what to type instead. */
const HALF_WIDTH: Readonly<Record<string, string>> = {
  '、': ',',
  '【': '[',
  '】': ']',
  '《': '<',
  '》': '>',
  '〈': '<',
  '〉': '>',
  '。': '.',
  '…': '..',
  '～': '..',
  '〜': '..',
};
/** Sequences of these that form one symbol, as patterns. */
const RUNS: readonly (readonly [RegExp, string])[] = [
  [/[《〈]=/, '<='],
  [/[》〉]=/, '>='],
  [/…{2}|。{2,3}/, '..'],
  [/[—–]{1,2}[>》〉]/, '->'],
];

/** Mathematical symbols, which input methods offer as well, and what to type instead. */
const SIGNS: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '≦': '<=',
  '≧': '>=',
  '⩽': '<=',
  '⩾': '>=',
  '×': '*',
  '÷': '/',
  '−': '-',
  '→': '->',
  '⇒': '->',
  '∧': 'and',
  '∨': 'or',
  '¬': 'not',
};

/** Notations of other languages, and ours. */
const FOREIGN: Readonly<Record<string, string>> = {
  '=': '==',
  '===': '==',
  '=~': 'matches',
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
};

/** What a slip means by itself; null if it is not one. */
export function meantBy(written: string): string | null {
  // A sign that already means “or equal” may be followed by a redundant `=`.
  const known = HALF_WIDTH[written] ?? SIGNS[written.replace(/(?<=[≤≥≠≦≧⩽⩾])=$/, '')] ?? FOREIGN[written];
  if (known !== undefined) return known;
  return RUNS.find(([pattern]) => pattern.exec(written)?.[0] === written)?.[1] ?? null;
}

/** Dashes mean `..` between two times, and a minus elsewhere. */
const DASHES = '—–―';

/** Elsewhere `#` starts a comment. Here it starts a colour, which never looks like prose and never starts a line. */
const HASH_COMMENT = /#[^\n\r]*/y;
const matchHashComment: CustomPatternMatcherFunc = (text, offset) => {
  if (text[offset] !== '#') return null;
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
  if (line.trim() !== '' && /^#[0-9A-Za-z]/.test(text.slice(offset, offset + 2))) return null;
  HASH_COMMENT.lastIndex = offset;
  return HASH_COMMENT.exec(text) as RegExpExecArray | null;
};

/** Words for comparisons that Chinese writes directly before a number: 大于3, 至少10. */
const FOREIGN_BEFORE_NUMBER =
  '大于等于|大于或等于|小于等于|小于或等于|不小于|不低于|不大于|不超过|不高于|大于|小于|超过|低于|高于|等于|不等于|至少|最少|至多|最多|达到|不足|不到|最近|过去';

/** Words that Chinese writes directly before what follows: 近7天, 每天, 每周一, 前20%, 持续3天, 满3次, 不少于. */
const GLUED = new RegExp(
  [
    `(?:${CHINESE_BEFORE_LENGTH.join('|')})(?=${DURATION_AHEAD})`,
    `(?:前|后)(?=${QUANTITY_AHEAD})`,
    '(?:top|bottom|排名[前后])(?=\\d+(?:\\.\\d+)?%)',
    `满(?=\\d+(?:次|(?!${WORD})))`,
    `不(?=(?:少于|多于)(?:\\d+)?(?!${WORD}))`,
    `(?:少于|多于)(?=\\d+(?!${WORD}))`,
    `每(?=(?:天|周|月|小时|周[一二三四五六日])(?!${WORD}))`,
    `(?:${FOREIGN_BEFORE_NUMBER})(?=\\d)`,
    '(?:至|到)(?=\\d{1,2}[:：]\\d{2})',
    '每(?=(?:星期|礼拜|周)[一二三四五六日天])',
  ].join('|'),
);

const PATTERN_AHEAD = new Set(['matches', '匹配', 'nickname', '昵称', '=~']);
const REGEX_STICKY = new RegExp(GroupRulesTerminals.REGEX.source, 'y');

/** `/` opens a pattern only after a word that takes one; elsewhere it divides. */
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

/** Slips that are lexed on purpose, so that messages can say what to type; see `lexer.ts`. */
export const SLIPS = {
  fullWidth: terminal(
    'FULL_WIDTH',
    new RegExp([...RUNS.map(([pattern]) => pattern.source), `[${Object.keys(HALF_WIDTH).join('')}]`].join('|')),
  ),
  fullWidthString: terminal('FULL_WIDTH_STRING', FULL_WIDTH_STRING),
  foreign: terminal(
    'FOREIGN',
    new RegExp(`===|!==|=~|&&?|\\|\\||<>|=<|=>|\\.\\.\\.|~|!(?!=)|[≤≥≠≦≧⩽⩾]=|[${Object.keys(SIGNS).join('')}]`),
  ),
  singleQuoted: terminal('SINGLE_QUOTED', SINGLE_QUOTED),
  unclosedString: terminal('UNCLOSED_STRING', /"(?:\\.|[^"\\\n\r])*/),
  badNumber: terminal('BAD_NUMBER', new RegExp(`\\d+(?:\\.\\d+)?${WORD}+`)),
  groupedNumber: terminal('GROUPED_NUMBER', /\d{1,3}(?:['’]\d{3})+(?![\d'’])/),
  badColor: terminal('BAD_COLOR', /#[0-9A-Za-z]*/),
  gluedWord: terminal('GLUED_WORD', GLUED),
  foreignDate: terminal('FOREIGN_DATE', FOREIGN_DATE),
  spacedTime: terminal('SPACED_TIME', /\d{1,2}(?::\d{2})?[ \t]?(?:am|pm|a\.m\.|p\.m\.)(?![A-Za-z0-9_])/i),
  spacedPercent: terminal('SPACED_PERCENT', /\d+(?:\.\d+)?[ \t]+[%％]/),
  leadingDot: terminal('LEADING_DOT', new RegExp(`\\.\\d+(?:[%％]|${WORD}+)?`)),
  contraction: terminal('CONTRACTION', /(?:is|are|was|does|do)n['’]t(?![A-Za-z0-9_])/i),
  separator: terminal('SEPARATOR', /;|。(?=\s|$)/),
  dash: terminal('DASH', new RegExp(`[${DASHES}]+(?![${DASHES}>》〉])`)),
  hashComment: { name: 'HASH_COMMENT', PATTERN: matchHashComment, LINE_BREAKS: false, START_CHARS_HINT: ['#'] },
  dashComment: terminal('DASH_COMMENT', /--(?!>)[^\n\r]*/),
  markupComment: terminal('MARKUP_COMMENT', /<!--[\s\S]*?-->/, { LINE_BREAKS: true }),
  invisible: terminal('INVISIBLE', INVISIBLE_RUN),
} as const satisfies Record<string, TokenType>;

/** Words that the lexer itself separates from names, see `expression-words.ts`. What remains of them is never a name. */
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

/** Every token type that the parser can meet, by name. */
export const TOKEN_TYPES: Readonly<Record<string, TokenType>> = {
  ...keywordTypes,
  ...punctuationTypes,
  ...TERMINALS,
  ...Object.fromEntries(HIDDEN.map((type) => [type.name, type])),
};

/** What the lexer tries at each position, in this order. */
export const LEXED: readonly TokenType[] = [
  SLIPS.invisible,
  ...HIDDEN,
  SLIPS.foreignDate,
  SLIPS.spacedTime,
  SLIPS.spacedPercent,
  SLIPS.groupedNumber,
  ...['TIMESTAMP', 'DATE', 'TIME', 'PERCENT', 'DURATION', 'NUMBER'].map(tokenType),
  SLIPS.badNumber,
  SLIPS.hashComment,
  tokenType('COLOR'),
  SLIPS.badColor,
  STRING,
  SLIPS.unclosedString,
  SLIPS.fullWidthString,
  tokenType('REGEX'),
  SLIPS.contraction,
  SLIPS.gluedWord,
  ID,
  SLIPS.separator,
  SLIPS.dashComment,
  SLIPS.markupComment,
  SLIPS.dash,
  SLIPS.leadingDot,
  SLIPS.fullWidth,
  SLIPS.foreign,
  SLIPS.singleQuoted,
  ...PUNCTUATION.map(tokenType),
];

/** @throws if the grammar and this table disagree, which is a bug of ours */
export function tokenType(name: string): TokenType {
  const type = TOKEN_TYPES[name];
  if (type === undefined) throw new Error(`No token type ${name}`);
  return type;
}

/** Changes the type of `token`, keeping its position and text. */
export function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  if (type.tokenTypeIdx === undefined) throw new Error(`Token type ${type.name} was never registered`);
  token.tokenTypeIdx = type.tokenTypeIdx;
}
