/** A slip at a token, found by the lexer or by the repair of syntax errors. */
import type { Fill } from '@steward/text';
import type { IToken } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';

/** What is wrong at a token. `code` is a code of the catalogue and `data` fills its message. */
export interface LexicalSlip extends LexingDiagnostic {
  code:
    | 'full-width-punctuation'
    | 'full-width-character'
    | 'unclosed-string'
    | 'unknown-unit'
    | 'malformed-color'
    | 'unexpected-character'
    | 'nested-too-deeply'
    | 'foreign-notation'
    | 'invisible-character'
    | 'malformed-name'
    | 'misspelt-keyword'
    | 'missing-percent'
    | 'syntax-error';
  data: Readonly<Record<string, Fill>>;
  /** What to put in the place of its one token; null if unknown or if it spans several. */
  replacement: string | null;
  /** What a fix may write instead of the whole span, best first. Defaults to the replacement. */
  fixes?: readonly string[];
  /** Whether this was merely the best guess; after another slip it is probably an echo of that. */
  isUnsure?: boolean;
}

export function isLexicalSlip(diagnostic: LexingDiagnostic): diagnostic is LexicalSlip {
  return 'code' in diagnostic && 'data' in diagnostic;
}

/** A slip of a whole token, with its replacement. */
export function slipAt(
  token: IToken,
  code: LexicalSlip['code'],
  data: LexicalSlip['data'],
  fixes: readonly string[],
  length = token.image.length,
): LexicalSlip {
  const { startOffset: offset, startLine: line = 1, startColumn: column = 1 } = token;
  return { code, data, replacement: null, fixes, message: code, offset, length, line, column, severity: 'error' };
}

/** Adds the slip of a whole token to `slips`. */
export function report(
  slips: LexicalSlip[],
  token: IToken,
  code: LexicalSlip['code'],
  { data, replacement }: Pick<LexicalSlip, 'data' | 'replacement'>,
): void {
  slips.push({
    code,
    data,
    replacement,
    message: code,
    offset: token.startOffset,
    length: token.image.length,
    line: token.startLine ?? 1,
    column: token.startColumn ?? 1,
    severity: 'error',
  });
}
