/** A candidate for how to read on after a syntax error. */
import type { Bilingual } from '@steward/text';
import type { IToken } from 'chevrotain';
import type { LexicalSlip } from '../lexical-slip.ts';
import type { Span } from '../source-tokens.ts';
import { spanOf } from '../source-tokens.ts';

export interface Candidate {
  /** The tokens to replace, end exclusive. If both are equal, it is inserted before that token. */
  from: number;
  to: number;
  /** What the parser reads instead. */
  write: string;
  code: LexicalSlip['code'];
  data: LexicalSlip['data'];
  /** What a fix may write instead of the replaced text, best first. */
  fixes: readonly string[];
  /** Where to report it, if not at the replaced tokens. */
  span?: Span;
  /** Whether to try it only after all others. */
  isLast?: boolean;
}

/** Where the parser stumbled. */
export interface Stumble {
  tokens: readonly IToken[];
  /** Index of the token that did not fit; the number of tokens at the end of the text. */
  index: number;
  /** The expected token type, if there is only one. */
  expected: string | null;
  source: Source;
}

export interface Source {
  text: string;
  /** Where the source starts in the text that token positions refer to. */
  origin: number;
}

export function imageOf(tokens: readonly IToken[], from: number, to: number, { text, origin }: Source): string {
  const { startOffset, endOffset } = spanOf(tokens.slice(from, to));
  return text.slice(startOffset - origin, endOffset - origin);
}

/** A candidate with a message of its own and no fix: `write` only lets the parser go on. */
export function candidate(
  from: number,
  to: number,
  write: string,
  problem: Bilingual,
  fixes: readonly string[] = [],
): Candidate {
  return { from, to, write, code: 'syntax-error', data: { problem }, fixes };
}
