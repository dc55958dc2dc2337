/** What the lexer and the parser found, as diagnostics: one for each slip, saying what to type. */
import type { IRecognitionException, IToken } from 'chevrotain';
import type { ParseResult } from 'langium';
import type { LocalizedText, TextRange } from '../diagnostics/diagnostic.ts';
import { replaceFix } from '../diagnostics/fixes.ts';
import { fill } from '../diagnostics/message.ts';
import type { DiagnosticSink } from '../diagnostics/sink.ts';
import { KEYWORDS } from './keywords.ts';
import type { LexicalSlip } from './lexer.ts';
import { isLexicalSlip } from './lexer.ts';
import { tokenName } from './names.ts';
import { nearestKeyword, quoted, spacedOut } from './slips.ts';

const WORDS = new Set(KEYWORDS);

export function reportSyntax(result: ParseResult, file: string, text: string, sink: DiagnosticSink): void {
  const compared = new Set(result.parserErrors.filter(isMeantAsComparison).map(({ token }) => token.startOffset));
  // A full-width `＝` where `==` is wanted is one mistake.
  const slips = lexicalSlips(result).filter(({ offset }) => !compared.has(offset));
  for (const slip of slips) reportSlip(slip, file, sink);
  // Nothing of the file was read.
  if (slips.some((slip) => slip.code === 'nested-too-deeply')) return;
  const taken = new Set(slips.map((slip) => slip.line));
  for (const error of result.parserErrors) {
    const range = rangeOfError(error, text);
    // What follows a fault on the same line is mostly its echo.
    if (taken.has(range.startLine)) continue;
    taken.add(range.startLine);
    reportError(error, range, file, sink);
  }
}

export function lexicalSlips({ lexerReport }: ParseResult): LexicalSlip[] {
  return (lexerReport?.diagnostics ?? []).filter(isLexicalSlip);
}

function reportSlip(slip: LexicalSlip, file: string, sink: DiagnosticSink): void {
  const range: TextRange = {
    startOffset: slip.offset,
    endOffset: slip.offset + slip.length,
    startLine: slip.line ?? 1,
    startColumn: slip.column ?? 1,
    endLine: slip.line ?? 1,
    endColumn: (slip.column ?? 1) + slip.length,
  };
  const { instead = '', suggestion = '' } = slip.data;
  const found = quoted(slip.data['found'] ?? '');
  const fixes = slip.replacement === null ? [] : [replaceFix(file, range, slip.replacement)];
  switch (slip.code) {
    case 'foreign-notation':
    case 'full-width-punctuation':
    case 'full-width-character':
      sink.report(slip.code, file, range, { found, instead: quoted(instead) }, { fixes });
      return;
    case 'unknown-unit': {
      const hint =
        suggestion === ''
          ? ''
          : fill({ en: ' Did you mean `{suggestion}`?', zh: '是不是想写 `{suggestion}`?' }, { suggestion });
      sink.report(slip.code, file, range, { found, hint }, { fixes });
      return;
    }
    case 'unclosed-string':
      sink.report(slip.code, file, range, {});
      return;
    case 'nested-too-deeply':
      sink.report(slip.code, file, range, {});
      return;
    case 'malformed-color':
    case 'unexpected-character':
      sink.report(slip.code, file, range, { found });
      return;
  }
}

function reportError(error: IRecognitionException, range: TextRange, file: string, sink: DiagnosticSink): void {
  const token = error.token;
  const expected = expectedBy(error);
  if (expected === 'PERCENT' && token.tokenType.name === 'NUMBER') {
    const suggestion = `${token.image}%`;
    sink.report('missing-percent', file, range, { suggestion }, { fixes: [replaceFix(file, range, suggestion)] });
    return;
  }
  if (token.tokenType.name === 'NUMBER' && (expected === '[' || expected === 'DURATION')) {
    const suggestion = `${token.image}d`;
    const hint = fill({ en: ' Did you mean `{suggestion}`?', zh: '是不是想写 `{suggestion}`?' }, { suggestion });
    const fixes = [replaceFix(file, range, suggestion)];
    sink.report('unknown-unit', file, range, { found: token.image, hint }, { fixes });
    return;
  }
  if (isMeantAsComparison(error)) {
    const fixes = [replaceFix(file, range, '==')];
    sink.report('foreign-notation', file, range, { found: '=', instead: '==' }, { fixes });
    return;
  }
  const suggestion = misspelling(token, expected);
  if (suggestion !== null) {
    sink.report(
      'misspelt-keyword',
      file,
      range,
      { found: quoted(token.image), suggestion },
      { fixes: [replaceFix(file, range, suggestion)] },
    );
    return;
  }
  sink.report('syntax-error', file, range, { problem: problemOf(error, expected) });
}

function expectedBy({ message }: IRecognitionException): string | null {
  return /^expected (\S+)$/.exec(message)?.[1] ?? null;
}

function isMeantAsComparison(error: IRecognitionException): boolean {
  const expected = expectedBy(error);
  return error.token.image === '=' && (expected === '}' || expected === ')');
}

/** The keyword that was meant: by the word itself, where it is no keyword. */
function misspelling(token: IToken, expected: string | null): string | null {
  if (token.tokenType.name !== 'ID' || token.image.length < 2) return null;
  if (expected !== null && WORDS.has(expected)) {
    const near = nearestKeyword(token.image, new Set([expected]));
    if (near !== null) return near;
  }
  return nearestKeyword(token.image) ?? spacedOut(token.image);
}

function problemOf(error: IRecognitionException, expected: string | null): LocalizedText {
  const atEnd = error.token.tokenType.name === 'EOF';
  const found = quoted(error.token.image);
  if (atEnd && expected !== null) {
    return fill(
      { en: 'The file ends before {wanted}.', zh: '文件结束了,还缺{wanted}。' },
      { wanted: tokenName(expected) },
    );
  }
  if (atEnd) return { en: 'The file ends in the middle of a clause.', zh: '文件在一个条款中间就结束了。' };
  if (expected === '}' && (WORDS.has(error.token.tokenType.name) || found === '{')) {
    return fill(
      {
        en: '`{found}` does not belong in this block. Move it, or close the block before it with `}`.',
        zh: '`{found}` 不能写在这个块里。请移到别处,或先用 `}` 结束这个块。',
      },
      { found },
    );
  }
  if (expected !== null) {
    return fill(
      { en: '{wanted} is wanted here, not `{found}`.', zh: '这里要写{wanted},而不是 `{found}`。' },
      { wanted: tokenName(expected), found },
    );
  }
  return fill(
    {
      en: '`{found}` does not fit here. Check the word before it, and whether a `}` is missing or too many.',
      zh: '`{found}` 不能写在这里。请检查它前面的词,以及 `}` 是否缺少或多余。',
    },
    { found },
  );
}

function rangeOfError(error: IRecognitionException, text: string): TextRange {
  const token = error.token;
  if (token.tokenType.name !== 'EOF') return rangeOfToken(token);
  const before = text.trimEnd();
  const lines = before.split('\n');
  const line = lines.length;
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return {
    startOffset: before.length,
    endOffset: before.length,
    startLine: line,
    startColumn: column,
    endLine: line,
    endColumn: column,
  };
}

function rangeOfToken(token: IToken): TextRange {
  const line = token.startLine ?? 1;
  const column = token.startColumn ?? 1;
  return {
    startOffset: token.startOffset,
    endOffset: token.startOffset + token.image.length,
    startLine: line,
    startColumn: column,
    endLine: token.endLine ?? line,
    endColumn: (token.endColumn ?? column) + 1,
  };
}
