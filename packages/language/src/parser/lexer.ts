/**
 * Text to tokens. Total: whatever the input, the parser gets tokens it can go on with, and each slip is reported once
 * with what to type instead.
 */

import type { IToken } from 'chevrotain';
import { Lexer as ChevrotainLexer } from 'chevrotain';
import type { Lexer, LexerResult, LexingDiagnostic, TokenBuilder } from 'langium';
import { settleExpressionWords } from './expression-words.ts';
import { readKeyword } from './keywords.ts';
import { unitSuggestion } from './slips.ts';
import { FOREIGN, HALF_WIDTH, LEXED, retype, SLIPS, TOKEN_TYPES, tokenType } from './vocabulary.ts';

/** What was wrong at a token; `code` is a code of the catalogue and `data` fills its message. */
export interface LexicalSlip extends LexingDiagnostic {
  code:
    | 'full-width-punctuation'
    | 'unclosed-string'
    | 'unknown-unit'
    | 'malformed-color'
    | 'unexpected-character'
    | 'nested-too-deeply'
    | 'foreign-notation';
  data: Readonly<Record<string, string>>;
}

export function isLexicalSlip(diagnostic: LexingDiagnostic): diagnostic is LexicalSlip {
  return 'code' in diagnostic && 'data' in diagnostic;
}

/** Where a piece stands in the text that it is cut from. */
export interface Origin {
  offset: number;
  /** Lines before it. */
  line: number;
  /** Characters before it on its first line. */
  column: number;
  /** The type of the token before it; null at the beginning. */
  previous: string | null;
}

export const BEGINNING: Origin = { offset: 0, line: 0, column: 0, previous: null };

export class GroupLexer implements Lexer {
  readonly definition = TOKEN_TYPES;
  private readonly lexer = new ChevrotainLexer([...LEXED], { positionTracking: 'full', skipValidations: true });
  private origin = BEGINNING;

  /** What `work` tokenizes is a piece of a longer text: its tokens say where they stand in that. */
  piece<T>(origin: Origin, work: () => T): T {
    this.origin = origin;
    try {
      return work();
    } finally {
      this.origin = BEGINNING;
    }
  }

  tokenize(text: string): LexerResult {
    const { origin } = this;
    const lexed = this.lexer.tokenize(text);
    const hidden = lexed.groups['hidden'] ?? [];
    if (origin !== BEGINNING) for (const place of [...lexed.tokens, ...hidden]) placeToken(place, origin);
    const slips: LexicalSlip[] = lexed.errors.map((error) => ({
      code: 'unexpected-character',
      data: { found: text.slice(error.offset, error.offset + error.length) },
      message: error.message,
      offset: error.offset + origin.offset,
      length: error.length,
      line: (error.line ?? 1) + origin.line,
      column: (error.column ?? 1) + (error.line === 1 ? origin.column : 0),
      severity: 'error',
    }));
    const resolved = lexed.tokens.filter((token, index) =>
      resolve(token, lexed.tokens[index - 1]?.tokenType.name ?? origin.previous, slips),
    );
    settleExpressionWords(resolved);
    const tokens = withinDepth(resolved, slips);
    return { tokens, errors: [], hidden, report: { diagnostics: slips } };
  }
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

/** Parentheses and `not`s inside each other, and operators of one condition: far beyond what anybody writes by hand. */
const DEEPEST = 60;
const LONGEST = 500;
const OPERATORS: ReadonlySet<string> = new Set(['and', 'or', '+', '-', '*', '/']);
const CONDITION_STARTS: ReadonlySet<string> = new Set(['{', '}', 'when', 'where', 'goal', 'metric', 'signal']);

/** Leaves a text unread in which a condition nests so deeply that passes over it, which are recursive, would exhaust the stack. */
function withinDepth(tokens: IToken[], slips: LexicalSlip[]): IToken[] {
  let depth = 0;
  let nots = 0;
  let operators = 0;
  for (const token of tokens) {
    const type = token.tokenType.name;
    if (CONDITION_STARTS.has(type)) [depth, nots, operators] = [0, 0, 0];
    if (type === '(') depth++;
    if (type === ')') depth--;
    nots = type === 'not' ? nots + 1 : type === '(' ? nots : 0;
    if (OPERATORS.has(type)) operators++;
    if (depth + nots <= DEEPEST && operators <= LONGEST) continue;
    report(slips, token, 'nested-too-deeply', {});
    return [];
  }
  return tokens;
}

/** Settles what a lexed token is to the parser. @returns false for a token that the parser must not see. */
function resolve(token: IToken, previous: string | null, slips: LexicalSlip[]): boolean {
  switch (token.tokenType) {
    case TOKEN_TYPES['ID']:
    case SLIPS.gluedWord: {
      const keyword = readKeyword(token.image, previous);
      if (keyword !== null) retype(token, tokenType(keyword));
      return true;
    }
    case TOKEN_TYPES['PERCENT']:
      if (token.image.endsWith('％')) report(slips, token, 'full-width-punctuation', { found: '％', instead: '%' });
      return true;
    case SLIPS.fullWidth: {
      const instead = HALF_WIDTH[token.image] ?? token.image;
      report(slips, token, 'full-width-punctuation', { found: token.image, instead });
      const type = TOKEN_TYPES[instead];
      if (type === undefined) return false;
      retype(token, type);
      return true;
    }
    case SLIPS.fullWidthString:
      report(slips, token, 'full-width-punctuation', {
        found: `${token.image.at(0)}${token.image.at(-1)}`,
        instead: '""',
      });
      retype(token, tokenType('STRING'));
      return true;
    case SLIPS.foreign: {
      const instead = FOREIGN[token.image] ?? token.image;
      report(slips, token, 'foreign-notation', { found: token.image, instead });
      retype(token, tokenType(instead));
      return true;
    }
    case SLIPS.singleQuoted:
      report(slips, token, 'foreign-notation', { found: "''", instead: '""' });
      retype(token, tokenType('STRING'));
      return true;
    case SLIPS.unclosedString:
      report(slips, token, 'unclosed-string', {});
      retype(token, tokenType('STRING'));
      return true;
    case SLIPS.badNumber:
      report(slips, token, 'unknown-unit', { found: token.image, ...unitSuggestion(token.image) });
      retype(token, tokenType('DURATION'));
      return true;
    case SLIPS.badColor:
      report(slips, token, 'malformed-color', { found: token.image });
      retype(token, tokenType('COLOR'));
      return true;
    default:
      return true;
  }
}

function report(slips: LexicalSlip[], token: IToken, code: LexicalSlip['code'], data: LexicalSlip['data']): void {
  slips.push({
    code,
    data,
    message: code,
    offset: token.startOffset,
    length: token.image.length,
    line: token.startLine ?? 1,
    column: token.startColumn ?? 1,
    severity: 'error',
  });
}

/** Langium asks for a builder of tokens; ours are fixed, see `vocabulary.ts`. */
export class GroupTokenBuilder implements TokenBuilder {
  buildTokens(): typeof TOKEN_TYPES {
    return TOKEN_TYPES;
  }
}
