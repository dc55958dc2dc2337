/** Positions of parser errors. */
import type { IRecognitionException, IToken } from 'chevrotain';

/** The token that did not fit, and the one before it. */
export function tokensOf(error: IRecognitionException): IToken[] {
  const { previousToken } = error as { previousToken?: IToken };
  return previousToken === undefined ? [error.token] : [error.token, previousToken];
}
