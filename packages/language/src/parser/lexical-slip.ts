/** What was wrong at a token, as the lexer and the repair of syntax errors tell it. */
import type { IToken } from 'chevrotain';
import type { LexingDiagnostic } from 'langium';
import type { Fill } from '../diagnostics/message.ts';

/** What was wrong at a token; `code` is a code of the catalogue and `data` fills its message. */
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
  /** What the place of its one token should hold; null where nobody knows, or it is of several. */
  replacement: string | null;
  /** What a fix may write instead of the whole of it, the best first; left out, the replacement. */
  fixes?: readonly string[];
  /** Whether it is the best that could be made of the place, and behind another slip most likely its echo. */
  isUnsure?: boolean;
}

export function isLexicalSlip(diagnostic: LexingDiagnostic): diagnostic is LexicalSlip {
  return 'code' in diagnostic && 'data' in diagnostic;
}

/** A slip of a whole token, with what may be written instead. */
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
