/** Decides what a lexed token is for the parser, and reports what should have been written instead. */
import type { IToken } from 'chevrotain';
import { PRELUDE_TEXT } from '../prelude/prelude.generated.ts';
import { CONDITION_STARTS } from './depth.ts';
import {
  ADVICE,
  BEFORE_NAME,
  COMMENTS,
  reportComment,
  reportInvisible,
  WRITTEN_OTHERWISE,
  writtenOtherwise,
} from './foreign-tokens.ts';
import { halfWidthComment, halfWidthPattern, hasFullWidthWord } from './full-width.ts';
import { readKeyword } from './keywords.ts';
import { type LexicalSlip, report, slipAt } from './lexical-slip.ts';
import type { SourceToken } from './source-tokens.ts';
import { keywordInSimplified } from './traditional.ts';
import { meantBy, retype, SLIPS, TOKEN_TYPES, tokenType } from './vocabulary.ts';

/** A text whose tokens are being resolved one after the other. */
export interface Reading {
  text: string;
  tokens: readonly IToken[];
  slips: LexicalSlip[];
  /** Type of the token before the first. */
  previous: string | null;
  /** Whether it starts a file. */
  isBeginning: boolean;
  /** Tokenises a text on its own. Returns null if it contains a slip. */
  write: (instead: string) => IToken[] | null;
}

/** Decides what a lexed token is for the parser. @returns what the parser sees: usually the token itself, or nothing */
export function resolve(reading: Reading, index: number): IToken[] {
  const token = reading.tokens[index] as IToken;
  const previous = reading.tokens[index - 1]?.tokenType.name ?? reading.previous;
  if (!WRITTEN_OTHERWISE.has(token.tokenType)) return settle(reading, index) ? [token] : [];
  const written = restore(token, reading.text);
  if (isTenThousands(reading.tokens, index)) token.image = token.image.replace(/w$/i, '万');
  const words = writtenOtherwise(token, written, previous, reading);
  // The tokens after it are read according to what it turned out to be.
  const last = words.at(-1);
  if (last !== undefined) retype(token, last.tokenType);
  return words;
}

/** @returns false for a token that the parser must not see */
function settle(reading: Reading, index: number): boolean {
  const { text, tokens, slips } = reading;
  const token = tokens[index] as IToken;
  const written = restore(token, text);
  const previous = tokens[index - 1]?.tokenType.name ?? reading.previous;
  if (COMMENTS.has(token.tokenType)) {
    reportComment({ ...token, image: written }, slips);
    return false;
  }
  switch (token.tokenType) {
    case TOKEN_TYPES['ID']:
    case SLIPS.contraction:
    case SLIPS.gluedWord: {
      const isRead = settleWord(reading, index, written, previous);
      if (isRead !== null) return isRead;
      break;
    }
    case SLIPS.fullWidth:
    case SLIPS.foreign: {
      const code = token.tokenType === SLIPS.foreign ? 'foreign-notation' : 'full-width-punctuation';
      const instead = meantAt(reading, index);
      report(slips, token, code, { data: { found: written, instead }, replacement: setApart(token, instead, text) });
      const type = TOKEN_TYPES[instead];
      if (type === undefined) return false;
      retype(token, type);
      return true;
    }
    case SLIPS.fullWidthString:
    case SLIPS.singleQuoted: {
      const isSingle = token.tokenType === SLIPS.singleQuoted;
      const found = `${written.at(0)}${written.at(-1)}`;
      const isForeign = isSingle || /^[«»‹›„‟]/.test(written);
      report(slips, token, isForeign ? 'foreign-notation' : 'full-width-punctuation', {
        data: { found, instead: '""' },
        replacement: `"${written.slice(1, -1).replaceAll('"', '\\"')}"`,
      });
      retype(token, tokenType('STRING'));
      return true;
    }
    case SLIPS.unclosedString:
      report(slips, token, 'unclosed-string', { data: {}, replacement: null });
      retype(token, tokenType('STRING'));
      return true;
    case SLIPS.invisible:
      reportInvisible(token, slips, reading.isBeginning);
      return false;
    case SLIPS.separator:
      slips.push(slipAt(token, 'unexpected-character', { found: written, advice: ADVICE.separator }, ['']));
      return false;
    case SLIPS.dash: {
      const instead = previous === 'TIME' || previous === 'TIMESTAMP' || previous === 'DATE' ? '..' : '-';
      report(slips, token, 'foreign-notation', { data: { found: written, instead }, replacement: instead });
      retype(token, tokenType(instead));
      return true;
    }
    case SLIPS.badColor:
      report(slips, token, 'malformed-color', { data: { found: written }, replacement: null });
      retype(token, tokenType('COLOR'));
      return true;
  }
  const instead = operatorMeant(tokens, index);
  if (instead === '==' && isQuotedValue(reading, index)) {
    reportQuotedValue(reading, index);
    return true;
  }
  if (instead !== null) {
    retype(token, tokenType(instead));
    const replacement = setApart(token, instead, text);
    report(slips, token, 'foreign-notation', { data: { found: written, instead }, replacement });
    return true;
  }
  if (written === token.image) return true;
  reportFullWidth(reading, index, written);
  return true;
}

/** @returns as `settle`; null if the word may be more than a word */
function settleWord(reading: Reading, index: number, written: string, previous: string | null): boolean | null {
  const { tokens, slips } = reading;
  const token = tokens[index] as IToken;
  if (isRankBeforeShare(tokens, index)) {
    reportRank(reading, index);
    return true;
  }
  const simplified = previous !== null && BEFORE_NAME.has(previous) ? null : keywordInSimplified(token.image);
  if (simplified !== null) {
    const data = { found: written, instead: simplified };
    report(slips, token, 'foreign-notation', { data, replacement: simplified });
    Object.assign(token, { image: simplified, sourceLength: simplified.length });
    retype(token, tokenType(readKeyword(simplified, previous) ?? 'ID'));
    return true;
  }
  const keyword = readKeyword(token.image, previous);
  if (keyword === 'times' && isCounted(tokens, index)) {
    reportCounted(reading, index);
    return false;
  }
  retype(token, tokenType(keyword ?? 'ID'));
  return null;
}

/** The operator meant by a symbol of ours that is used as in other languages; null otherwise. */
function operatorMeant(tokens: readonly IToken[], index: number): 'or' | '==' | null {
  const name = tokens[index]?.tokenType.name;
  if (name === '|' && isBetweenConditions(tokens, index)) return 'or';
  return name === '=' && isComparison(tokens, index) ? '==' : null;
}

function reportFullWidth({ tokens, slips }: Reading, index: number, written: string): void {
  const token = tokens[index] as IToken;
  const isDash = token.tokenType.name === '-' && isRange(tokens, index);
  if (isDash) retype(token, tokenType('..'));
  const instead = isDash ? '..' : token.image;
  const code = hasFullWidthWord(written) ? 'full-width-character' : 'full-width-punctuation';
  report(slips, token, code, { data: { found: written, instead }, replacement: instead });
}

/** Restores the original characters of a string or pattern. @returns the token as written */
function restore(token: SourceToken, text: string): string {
  if (token.sourceLength !== undefined) return token.image;
  const written = text.slice(token.startOffset, token.startOffset + token.image.length);
  const { name } = token.tokenType;
  if (name === 'REGEX') token.image = halfWidthPattern(written);
  else if (OWN_WORDS.has(token.tokenType)) token.image = written;
  return written;
}

const OWN_WORDS: ReadonlySet<IToken['tokenType']> = new Set([
  tokenType('STRING'),
  SLIPS.fullWidthString,
  SLIPS.singleQuoted,
  SLIPS.unclosedString,
]);

export function settleComment(comment: IToken, text: string, slips: LexicalSlip[]): void {
  const written = text.slice(comment.startOffset, comment.startOffset + comment.image.length);
  comment.image = halfWidthComment(written);
  if (comment.image === written) return;
  const marks = {
    data: { found: written.slice(0, 2), instead: comment.image.slice(0, 2) },
    replacement: comment.image,
  };
  report(slips, comment, 'full-width-punctuation', marks);
}

/** What a slip means where it is: an arrow between stages, a range between times. */
function meantAt({ tokens }: Reading, index: number): string {
  const { image } = tokens[index] as IToken;
  const meant = meantBy(image) ?? image;
  return image === '=>' && isPath(tokens, index) ? '->' : meant;
}

/** `allow A => B => C`. */
function isPath(tokens: readonly IToken[], index: number): boolean {
  for (let at = index - 2; at >= 0; at -= 2) {
    const name = tokens[at]?.tokenType.name;
    if (name !== '->') return name === 'allow';
  }
  return false;
}

/** In a condition `=` compares; elsewhere it gives a name or a field its value. */
function isComparison(tokens: readonly IToken[], index: number): boolean {
  // In `> =`, the two form one operator.
  const before = tokens[index - 1]?.tokenType.name ?? '';
  if (before === '=' || COMPARISONS.has(before) || tokens[index + 1]?.tokenType.name === '=') return false;
  for (let at = index - 1; at >= 0; at--) {
    const name = tokens[at]?.tokenType.name ?? '';
    if (name === 'when' || name === 'where' || name === 'goal') return true;
    if (CONDITION_STARTS.has(name) || DECLARING_VALUES.has(name)) return false;
  }
  return false;
}

/** Keywords that set values of their own and may follow a condition. */
const DECLARING_VALUES: ReadonlySet<string> = new Set(['action', 'given', 'expect', 'do']);

/** `|` separates the parts of a signal; in any other condition it means `or`. */
function isBetweenConditions(tokens: readonly IToken[], index: number): boolean {
  let closed = 0;
  for (let at = index - 1; at >= 0; at--) {
    const name = tokens[at]?.tokenType.name ?? '';
    if (name === ')') closed++;
    if (name === '(' && --closed < 0) return true;
    if (closed > 0) continue;
    if (name === 'when' || name === 'goal') return true;
    if (CONDITION_STARTS.has(name)) return false;
  }
  return false;
}

function isRange(tokens: readonly IToken[], index: number): boolean {
  return tokens[index - 1]?.tokenType.name === 'TIME' && tokens[index + 1]?.tokenType.name === 'TIME';
}

/** The prelude's fields with a set of values, in both languages. */
const WORD_FIELDS: ReadonlySet<string> = new Set(
  [...PRELUDE_TEXT.matchAll(/^field (\w+) alias (\S+) : word in/gm)].flatMap(([, name = '', alias = '']) => [
    name,
    alias,
  ]),
);

const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=']);

/** `media = "image"`: the fields that have a set of values compare with a name. */
function isQuotedValue({ text, tokens }: Reading, index: number): boolean {
  const [field, , value] = tokens.slice(index - 1, index + 2);
  if (value?.tokenType !== tokenType('STRING') && value?.tokenType !== SLIPS.singleQuoted) return false;
  return WORD_FIELDS.has(field?.image ?? '') && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(quotedIn(text, value));
}

function quotedIn(text: string, { startOffset, image }: IToken): string {
  return text.slice(startOffset + 1, startOffset + image.length - 1);
}

/** Reports the sign and the quotes together, and reads both as they should be. */
function reportQuotedValue({ text, tokens, slips }: Reading, index: number): void {
  const [token, value] = tokens.slice(index, index + 2) as [IToken, IToken];
  const image = text.slice(token.startOffset, value.startOffset + value.image.length);
  const name = quotedIn(text, value);
  const instead = `== ${name}`;
  report(slips, { ...token, image }, 'foreign-notation', { data: { found: image, instead }, replacement: instead });
  retype(token, tokenType('=='));
  const sourceLength = value.image.length;
  Object.assign(value, { image: name, sourceLength });
  retype(value, tokenType('ID'));
}

/** `messages in 7d > 1.5w`: what has a window is counted, and no duration, so `w` abbreviates 万. */
function isTenThousands(tokens: readonly IToken[], index: number): boolean {
  if (!/^\d+\.\d+w$/i.test(tokens[index]?.image ?? '')) return false;
  const [word, amount, comparison] = tokens.slice(Math.max(0, index - 3), index).map(({ tokenType: { name } }) => name);
  return (word === 'in' || word === 'per') && amount !== undefined && COMPARISONS.has(comparison ?? '');
}

/** `top20%`, `排名前20%`: the lexer separates the word from its share. */
function isRankBeforeShare(tokens: readonly IToken[], index: number): boolean {
  const token = tokens[index];
  return token?.tokenType === SLIPS.gluedWord && /^(?:top|bottom|排名[前后])$/.test(token.image);
}

function reportRank({ text, tokens, slips }: Reading, index: number): void {
  const [token, share] = tokens.slice(index, index + 2) as [IToken, IToken];
  const word = token.image.replace('排名', '');
  const image = text.slice(token.startOffset, share.startOffset + share.image.length);
  const instead = word === token.image ? `${word} ${share.image}` : `${word}${share.image}`;
  report(slips, { ...token, image }, 'foreign-notation', { data: { found: image, instead }, replacement: instead });
  const sourceLength = token.image.length;
  Object.assign(token, { image: word, sourceLength });
  retype(token, tokenType(readKeyword(word, null) ?? 'ID'));
}

/** `>= 3次`: the comparison already follows what is counted. */
function isCounted(tokens: readonly IToken[], index: number): boolean {
  return tokens[index - 1]?.tokenType.name === 'NUMBER' && COMPARISONS.has(tokens[index - 2]?.tokenType.name ?? '');
}

function reportCounted({ text, tokens, slips }: Reading, index: number): void {
  const [number, word] = tokens.slice(index - 1, index + 1) as [IToken, IToken];
  const image = text.slice(number.startOffset, word.startOffset + word.image.length);
  const data = { found: image, suggestion: number.image };
  // Drop an earlier slip at the number: this fix covers it.
  if (slips.at(-1)?.offset === number.startOffset) slips.pop();
  report(slips, { ...number, image }, 'unknown-unit', { data, replacement: number.image });
}

/** A word that replaces a symbol needs space around it: `a&&b`. */
function setApart(token: IToken, instead: string, text: string): string {
  if (!/^\w/.test(instead)) return instead;
  const isWord = (character: string | undefined): boolean => /[\p{L}\p{N}_%]/u.test(character ?? '');
  const before = isWord(text[token.startOffset - 1]) ? ' ' : '';
  const after = isWord(text[token.startOffset + token.image.length]) ? ' ' : '';
  return `${before}${instead}${after}`;
}
