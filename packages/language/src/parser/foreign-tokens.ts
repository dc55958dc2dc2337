/** Tokens in foreign notations: amounts, dates, times, comments, invisible characters. */
import { invisibleName } from '@steward/text';
import type { IToken, TokenType } from 'chevrotain';
import type { LexicalSlip } from './lexical-slip.ts';
import { slipAt } from './lexical-slip.ts';
import { amountWritten, clockWritten, dateWritten, isDuration, isZoned } from './literals.ts';
import type { SourceToken } from './source-tokens.ts';
import { spreadOver } from './source-tokens.ts';
import { retype, SLIPS, tokenType } from './vocabulary.ts';

/** Advice about a character that has no meaning. */
export const ADVICE = {
  remove: { en: 'Remove it, or put it in quotes.', zh: '请删除，或放进引号里。' },
  separator: {
    en: 'Clauses need no separator: remove it.',
    zh: '条款之间和末尾不用写标点：请删除。',
  },
} as const;

/** Joins words that an invisible character cuts in two: `mes` and `sages`. */
export function joined(tokens: readonly IToken[], lex: (word: string) => IToken[]): IToken[] {
  if (tokens.every(({ tokenType: type }) => type !== SLIPS.invisible)) return [...tokens];
  const result: IToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    const [before, after] = [result.at(-1), tokens[index + 1]];
    if (token.tokenType === SLIPS.invisible && touches(before, token) && touches(token, after)) {
      const [whole, more] = lex(`${before?.image}${after?.image}`);
      if (whole !== undefined && more === undefined && before !== undefined && after !== undefined) {
        result.splice(-1, 1, { ...whole, ...endsOf(before, after) }, token);
        index++;
        continue;
      }
    }
    result.push(token);
  }
  return result;
}

function touches(left: IToken | undefined, right: IToken | undefined): boolean {
  return left?.endOffset !== undefined && right !== undefined && left.endOffset + 1 === right.startOffset;
}

function endsOf(first: IToken, last: IToken): Partial<SourceToken> {
  const { startOffset, startLine, startColumn } = first;
  const { endOffset, endLine, endColumn } = last;
  const sourceLength = (endOffset ?? startOffset) + 1 - startOffset;
  return { startOffset, startLine, startColumn, endOffset, endLine, endColumn, sourceLength } as Partial<SourceToken>;
}

/** Amounts, dates and times in foreign notations. */
export const WRITTEN_OTHERWISE: ReadonlySet<TokenType> = new Set([
  SLIPS.badNumber,
  SLIPS.foreignDate,
  SLIPS.spacedTime,
  SLIPS.spacedPercent,
  SLIPS.leadingDot,
  SLIPS.groupedNumber,
]);

/** Tokens followed by a name that is declared or referred to. */
export const BEFORE_NAME: ReadonlySet<string> = new Set([
  ...[
    'group',
    'policy',
    'extends',
    'tier',
    'category',
    'health',
    'risk',
    'campaign',
    'stage',
    'allow',
    '->',
    'lexicon',
  ],
  ...['role', 'tool', 'script', 'metric', 'signal', 'action', 'cap', 'ban', 'to', 'alias'],
]);

/** Replaces a token with our notation of it. */
export function writtenOtherwise(
  token: IToken,
  found: string,
  previous: string | null,
  { slips, write }: { slips: LexicalSlip[]; write: (instead: string) => IToken[] | null },
): IToken[] {
  const { image } = token;
  const instead = insteadOf(token);
  const words = instead === null ? null : write(instead);
  if (instead !== null && words !== null) {
    const code = isDuration(instead) ? 'unknown-unit' : 'foreign-notation';
    slips.push(slipAt(token, code, { found, instead, suggestion: instead }, [instead]));
    return spreadOver(words, [token]);
  }
  if (token.tokenType === SLIPS.badNumber && previous !== null && BEFORE_NAME.has(previous)) {
    const name = `_${image}`;
    slips.push(slipAt(token, 'malformed-name', { found, instead: name }, [name]));
    return spreadOver([{ ...token, image: name, tokenType: tokenType('ID') }], [token]).map((one) => {
      retype(one, tokenType('ID'));
      return one;
    });
  }
  if (token.tokenType === SLIPS.foreignDate) {
    const isTime = image.includes(':') || previous === 'starts' || previous === '{';
    slips.push(slipAt(token, 'syntax-error', { problem: problemOf(image) }, []));
    return spreadOver(write(isTime ? '2025-03-01T10:00' : '2025-03-01') ?? [], [token]);
  }
  slips.push(slipAt(token, 'unknown-unit', { found, suggestion: '' }, []));
  retype(token, tokenType('DURATION'));
  return [token];
}

function problemOf(image: string): typeof DATES | typeof ZONES | typeof YEARS {
  if (isZoned(image)) return ZONES;
  return /^\d{1,2}月/.test(image) ? YEARS : DATES;
}

const YEARS = {
  en: 'The year is missing: write the date like `2025-03-01`, with a time of day like `2025-03-01T20:00`.',
  zh: '缺少年份：日期请写成 `2025-03-01` 这样，带时刻时写成 `2025-03-01T20:00`。',
} as const;

const DATES = {
  en: 'Day or month? Write the year first: `2025-03-01` is the first of March.',
  zh: '分不清月和日。请按年-月-日书写，例如 `2025-03-01`。',
} as const;

const ZONES = {
  en: "Times use the group's `timezone`, with seconds at most: write the local time, like `2025-03-01T10:00`.",
  zh: '时刻按群的 `时区` 理解，精确到秒：请写当地时间，例如 `2025-03-01T10:00`。',
} as const;

function insteadOf({ image, tokenType: type }: IToken): string | null {
  switch (type) {
    case SLIPS.foreignDate:
      return dateWritten(image);
    case SLIPS.spacedTime:
      return clockWritten(image);
    case SLIPS.spacedPercent:
      return `${image.replace(/\s*[%％]$/, '')}%`;
    case SLIPS.leadingDot:
      return `0${image}`;
    default:
      return amountWritten(image);
  }
}

export const COMMENTS: ReadonlySet<TokenType> = new Set([SLIPS.hashComment, SLIPS.dashComment, SLIPS.markupComment]);

/** Reads a comment in a foreign notation as one of ours. */
export function reportComment(token: IToken, slips: LexicalSlip[]): void {
  const { image } = token;
  if (token.tokenType === SLIPS.markupComment) {
    const inner = image.slice(4, -3).replaceAll('*/', '* /');
    slips.push(slipAt(token, 'foreign-notation', { found: '<!-- -->', instead: '/* */' }, [`/*${inner}*/`]));
    return;
  }
  const [mark = ''] = /^(?:#+|-+|／+)!?/.exec(image) ?? [];
  slips.push(slipAt(token, 'foreign-notation', { found: mark, instead: '//' }, ['//'], mark.length));
}

export function reportInvisible(token: IToken, slips: LexicalSlip[], isBeginning: boolean): void {
  if (isBeginning && token.startOffset === 0 && token.image === '\uFEFF') return;
  const [character = ''] = token.image;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  slips.push(slipAt(token, 'invisible-character', { name: invisibleName(character) ?? '', codePoint: code }, ['']));
}
