/** Where the parser stumbled. */
import type { IRecognitionException, IToken } from 'chevrotain';

/** The token that it could not read, and the one before it. */
export function tokensOf(error: IRecognitionException): IToken[] {
  const { previousToken } = error as { previousToken?: IToken };
  return previousToken === undefined ? [error.token] : [error.token, previousToken];
}
