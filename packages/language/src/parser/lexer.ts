/**
 * The lexer. Total: whatever the input, the parser gets tokens it can work with, and each slip is reported once with what to type
 * instead.
 */

import type { IToken } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import type { Lexer, LexerResult, TokenBuilder } from 'langium';
import { withinDepth } from './depth.ts';
import { settleExpressionWords } from './expression-words.ts';
import { ADVICE, joined } from './foreign-tokens.ts';
import { halfWidth } from './full-width.ts';
import type { LexicalSlip } from './lexical-slip.ts';
import { type Reading, resolve, settleComment } from './settle.ts';
import { LEXED, TOKEN_TYPES } from './vocabulary.ts';

/** Where a piece starts in the text it was cut from. */
export interface Origin {
  offset: number;
  /** Lines before it. */
  line: number;
  /** Characters before it on its first line. */
  column: number;
  /** Type of the token before it; null at the beginning. */
  previous: string | null;
}

export const BEGINNING: Origin = { offset: 0, line: 0, column: 0, previous: null };

export class GroupLexer implements Lexer {
  readonly definition = TOKEN_TYPES;
  private readonly lexer = new ChevrotainLexer([...LEXED], { positionTracking: 'full', skipValidations: true });
  /** Where the tokenised text starts. */
  origin = BEGINNING;
  private replayed: LexerResult | null = null;

  /** Makes `tokenize` return these tokens while `work` runs. */
  replay<T>(result: LexerResult, work: () => T): T {
    this.replayed = result;
    try {
      return work();
    } finally {
      this.replayed = null;
    }
  }

  /** Tokenises a text on its own. Returns null if it contains a slip. */
  wordsOf(text: string): IToken[] | null {
    const { tokens, report } = this.lex(text, BEGINNING);
    return (report?.diagnostics ?? []).length > 0 ? null : tokens;
  }

  /** Treats the text that `work` tokenises as a piece of a longer one: positions refer to the longer text. */
  piece<T>(origin: Origin, work: () => T): T {
    this.origin = origin;
    try {
      return work();
    } finally {
      this.origin = BEGINNING;
    }
  }

  tokenize(text: string): LexerResult {
    if (this.replayed !== null) return this.replayed;
    return this.lex(text, this.origin);
  }

  private lex(text: string, origin: Origin): LexerResult {
    const lexed = this.lexer.tokenize(halfWidth(text));
    const hidden = lexed.groups['hidden'] ?? [];
    const slips: LexicalSlip[] = lexed.errors.map((error) => ({
      code: 'unexpected-character',
      data: { found: text.slice(error.offset, error.offset + error.length), advice: ADVICE.remove },
      replacement: null,
      message: error.message,
      offset: error.offset,
      length: error.length,
      line: error.line ?? 1,
      column: error.column ?? 1,
      severity: 'error',
    }));
    for (const comment of hidden) settleComment(comment, text, slips);
    const found = joined(lexed.tokens, (word) => this.lexer.tokenize(word).tokens);
    const write = (instead: string): IToken[] | null => this.wordsOf(instead);
    const reading: Reading = {
      text,
      slips,
      tokens: found,
      previous: origin.previous,
      isBeginning: origin.offset === 0,
      write,
    };
    const resolved = found.flatMap((_, index) => resolve(reading, index));
    settleExpressionWords(resolved);
    const tokens = withinDepth(resolved, slips);
    if (origin !== BEGINNING) {
      for (const place of [...resolved, ...hidden]) placeToken(place, origin);
      for (const slip of slips) placeSlip(slip, origin);
    }
    return { tokens, errors: [], hidden, report: { diagnostics: slips } };
  }
}

function placeSlip(slip: LexicalSlip, { offset, line, column }: Origin): void {
  const { offset: start = 0, line: first = 1, column: before = 1 } = slip;
  slip.offset = start + offset;
  slip.line = first + line;
  slip.column = before + (first === 1 ? column : 0);
}

function placeToken(token: IToken, { offset, line, column }: Origin): void {
  const { startOffset, endOffset, startLine = 1, startColumn = 1, endLine = 1, endColumn = 1 } = token;
  token.startOffset = startOffset + offset;
  if (endOffset !== undefined) token.endOffset = endOffset + offset;
  token.startLine = startLine + line;
  token.startColumn = startColumn + (startLine === 1 ? column : 0);
  token.endLine = endLine + line;
  token.endColumn = endColumn + (endLine === 1 ? column : 0);
}

/** Langium requires a token builder; our tokens are fixed, see `vocabulary.ts`. */
export class GroupTokenBuilder implements TokenBuilder {
  buildTokens(): typeof TOKEN_TYPES {
    return TOKEN_TYPES;
  }
}
