/** One way to read on where the parser stumbled. */

import type { Bilingual } from '@steward/text';
import type { IToken } from 'chevrotain';
import type { LexicalSlip } from '../lexical-slip.ts';
import type { Span } from '../source-tokens.ts';
import { spanOf } from '../source-tokens.ts';

export interface Candidate {
  /** The tokens that it replaces, half-open; where both are equal, it is put before that token. */
  from: number;
  to: number;
  /** What the parser reads instead. */
  write: string;
  code: LexicalSlip['code'];
  data: LexicalSlip['data'];
  /** What a fix may write in the place of what is replaced, the best first. */
  fixes: readonly string[];
  /** Where it is shown, other than at what is replaced. */
  span?: Span;
  /** Only where nothing else fits. */
  isLast?: boolean;
}

/** Where the parser stumbled. */
export interface Stumble {
  tokens: readonly IToken[];
  /** The token that did not fit; as many as there are at the end of the text. */
  index: number;
  /** The type that was wanted, where there is only one. */
  expected: string | null;
  source: Source;
}

export interface Source {
  text: string;
  /** Where it begins in the text that the tokens' places are of. */
  origin: number;
}

export function imageOf(tokens: readonly IToken[], from: number, to: number, { text, origin }: Source): string {
  const { startOffset, endOffset } = spanOf(tokens.slice(from, to));
  return text.slice(startOffset - origin, endOffset - origin);
}

/** A sentence of its own, with no fix: what is written instead only lets the parser go on. */
export function candidate(
  from: number,
  to: number,
  write: string,
  problem: Bilingual,
  fixes: readonly string[] = [],
): Candidate {
  return { from, to, write, code: 'syntax-error', data: { problem }, fixes };
}
