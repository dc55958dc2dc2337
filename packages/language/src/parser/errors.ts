/** Positions of parser errors. */

import type { IRecognitionException, IToken } from 'chevrotain';
import type { LangiumDocument } from 'langium';

/** The last token that is there: the one that did not fit, at the end of a text the one before. */
export function lastRead(error: IRecognitionException): IToken {
  const { previousToken } = error as { previousToken?: IToken };
  return error.token.tokenType.name === 'EOF' ? (previousToken ?? error.token) : error.token;
}

/** The token that did not fit, and the one before it. */
export function tokensOf(error: IRecognitionException): IToken[] {
  const { previousToken } = error as { previousToken?: IToken };
  return previousToken === undefined ? [error.token] : [error.token, previousToken];
}

/** The words that syntax errors made unreadable: a name among them may be declared there. */
export function wordsLeftOut({ parseResult }: LangiumDocument): ReadonlySet<string> {
  const tokens = parseResult.parserErrors.flatMap(({ token, resyncedTokens }) => [token, ...resyncedTokens]);
  return new Set(tokens.map(({ image }) => image));
}
