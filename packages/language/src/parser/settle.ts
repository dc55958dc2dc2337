/** Decides what a lexed token is for the parser, and reports what should have been written instead. */
import type { IToken } from 'chevrotain';
import { CONDITION_STARTS } from './depth.ts';
import {
  ADVICE,
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
  const words = writtenOtherwise(token, restore(token, reading.text), previous, reading);
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
      const keyword = readKeyword(token.image, previous);
      if (keyword === 'times' && isCounted(tokens, index)) {
        reportCounted(reading, index);
        return false;
      }
      retype(token, tokenType(keyword ?? 'ID'));
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

const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!=']);

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
