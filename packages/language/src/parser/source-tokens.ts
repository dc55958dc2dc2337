/** Tokens that replace others: they read as what should have been written, and keep the place of what was. */
import type { IToken } from 'chevrotain';

/** How many characters of the text a token stands for. Defaults to its own length. */
export interface SourceToken extends IToken {
  sourceLength?: number;
}

/** Start and end of tokens in the text. */
export interface Span {
  startOffset: number;
  /** Exclusive. */
  endOffset: number;
  startLine: number;
  startColumn: number;
}

export function endOf({ startOffset, endOffset, image }: IToken): number {
  return endOffset === undefined || Number.isNaN(endOffset) ? startOffset + image.length : endOffset + 1;
}

export function spanOf(tokens: readonly IToken[]): Span {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) throw new Error('No tokens, and so no place');
  const { startOffset, startLine = 1, startColumn = 1 } = first;
  return { startOffset, endOffset: endOf(last), startLine, startColumn };
}

/** Locates `words` where `source` is: one to one if their numbers match, else the first covers most of it. */
export function spreadOver(words: readonly IToken[], source: readonly IToken[]): IToken[] {
  if (words.length === source.length) {
    return words.map((word, index) => at(word, spanOf([source[index] as IToken])));
  }
  const span = spanOf(source);
  const length = span.endOffset - span.startOffset;
  return words.map((word, index) => {
    const behind = words.length - 1 - index;
    const start = index === 0 ? 0 : Math.max(0, length - behind - 1);
    const end = Math.max(start + 1, length - behind);
    return at(word, { ...span, startOffset: span.startOffset + start, endOffset: span.startOffset + end });
  });
}

/** Locates `words` between two tokens, at an empty range. */
export function insertedAt(words: readonly IToken[], { startOffset, startLine, startColumn }: Span): IToken[] {
  return words.map((word) => ({
    ...at(word, { startOffset, endOffset: startOffset + 1, startLine, startColumn }),
    sourceLength: 0,
  }));
}

function at(word: IToken, { startOffset, endOffset, startLine, startColumn }: Span): SourceToken {
  const sourceLength = endOffset - startOffset;
  const [endLine, endColumn] = [startLine, startColumn + sourceLength - 1];
  return {
    ...word,
    ...{ startOffset, endOffset: endOffset - 1, startLine, startColumn, endLine, endColumn, sourceLength },
  };
}
