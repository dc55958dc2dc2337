/**
 * Comments that accept a finding for a reason and for a limited time: `// steward-ignore code, code: reason until 2026-12-31`, in
 * Chinese `// steward-忽略 code:理由 至 2026-12-31`.
 *
 * - Applies to its own line or, when alone on a line, to the next line with rules on it, through the given day.
 * - Never hides errors: a file with an error cannot run, whoever has accepted it.
 * - A comment without a reason or date hides nothing and is reported. So is one that has expired or hides nothing.
 */
import type { Bilingual } from '@steward/text';
import { parseDate } from '@steward/time';
import type { IToken } from 'chevrotain';
import type { Diagnostic, TextRange } from '../diagnostics/diagnostic.ts';
import { DiagnosticSink } from '../diagnostics/sink.ts';
import { nearest, quoted } from '../parser/slips.ts';
import type { LoadedFile } from '../workspace/load.ts';

interface Ignore {
  codes: readonly string[];
  /** The last day it applies, `YYYY-MM-DD`. */
  until: string;
  /** 1-based; null if no line follows. */
  line: number | null;
  range: TextRange;
}

export interface IgnoreOptions {
  /** `YYYY-MM-DD`. */
  today: string;
  /** The comments of a text, from its lexer. */
  commentsOf: (text: string) => readonly IToken[];
  /** Whether any rule reports this code in this check; if none does, an ignore comment cannot be called unused. */
  isLookedFor: (code: string) => boolean;
  /** All existing codes. */
  codes: readonly string[];
}

/** @returns the remaining findings, plus those about the comments themselves */
export function withoutIgnored(
  diagnostics: readonly Diagnostic[],
  files: readonly LoadedFile[],
  options: IgnoreOptions,
): readonly Diagnostic[] {
  const marked = files.filter(({ text }) => text.includes('steward-'));
  if (marked.length === 0) return diagnostics;
  const sink = new DiagnosticSink();
  const ignored = new Set(marked.flatMap((file) => ignoredIn(file, diagnostics, options, sink)));
  return [...diagnostics.filter((diagnostic) => !ignored.has(diagnostic)), ...sink.diagnostics];
}

function ignoredIn(
  file: LoadedFile,
  diagnostics: readonly Diagnostic[],
  options: IgnoreOptions,
  sink: DiagnosticSink,
): Diagnostic[] {
  const own = diagnostics.filter((diagnostic) => diagnostic.file === file.path);
  // With an error, many rules do not run: their findings are unknown, not gone.
  const isWhole = !diagnostics.some(({ severity }) => severity === 'error');
  return ignoresIn(file, options, sink).flatMap(({ codes, until, line, range }) => {
    const here = own.filter((diagnostic) => diagnostic.range.startLine === line && codes.includes(diagnostic.code));
    if (options.today > until) {
      if (file.isEntry) sink.report('ignore-expired', file.path, range, { codes: codes.join(', '), until });
      return [];
    }
    const lasting = here.find(({ severity }) => severity === 'error');
    if (lasting !== undefined) reportMalformed(file, range, cannotIgnore(lasting.code), sink);
    const unused = codes.filter((code) => options.isLookedFor(code) && !here.some((one) => one.code === code));
    if (file.isEntry && isWhole && unused.length > 0) reportUnused(file, range, unused, codes, sink);
    return here.filter(({ severity }) => severity !== 'error');
  });
}

/** Offers to remove the comment if it ignores nothing else. */
function reportUnused(
  file: LoadedFile,
  range: TextRange,
  unused: readonly string[],
  codes: readonly string[],
  sink: DiagnosticSink,
): void {
  const { startOffset, endOffset } = range;
  const title = { en: 'Remove the comment', zh: '删除这条注释' };
  const remove = { title, edits: [{ file: file.path, startOffset, endOffset, newText: '' }] };
  const fixes = unused.length === codes.length ? [remove] : [];
  sink.report('ignore-unused', file.path, range, { codes: unused.join(', ') }, { fixes });
}

const MARK = /^\/\/\s*steward-(?:ignore|忽略)(?![\w-])\s*/;
const PARTS =
  /^(?<codes>[a-z0-9-]+(?:\s*[,，、]\s*[a-z0-9-]+)*)?\s*(?<colon>[:：])?\s*(?<reason>.*?)\s*(?:(?:until|直到|截至|至)\s*(?<until>\d{4}-\d{2}-\d{2}))?\s*[.。]?\s*$/;

function ignoresIn(file: LoadedFile, options: IgnoreOptions, sink: DiagnosticSink): Ignore[] {
  const lines = file.text.split(/\r\n|\n|\r/);
  return options.commentsOf(file.text).flatMap((comment) => {
    const mark = MARK.exec(comment.image);
    if (mark === null) return [];
    const range = rangeOfToken(comment);
    const { codes, colon, reason, until } = PARTS.exec(comment.image.slice(mark[0].length))?.groups ?? {};
    const problem = problemOf(codes, colon, reason, until) ?? unknownCode(codes ?? '', options.codes);
    if (problem !== null || codes === undefined || until === undefined) {
      if (file.isEntry) reportMalformed(file, range, problem ?? PROBLEMS.codes, sink);
      return [];
    }
    return [{ codes: codes.split(/\s*[,，、]\s*/), until, line: lineFor(range, lines), range }];
  });
}

const PROBLEMS = {
  codes: { en: 'It names no code.', zh: '没有写代码。' },
  reason: { en: 'It gives no reason.', zh: '没有写理由。' },
  until: { en: 'It has no end date.', zh: '没有写截止日期。' },
  date: { en: 'Its end date is not a valid date.', zh: '截止日期不存在。' },
} as const;

function problemOf(
  codes: string | undefined,
  colon: string | undefined,
  reason: string | undefined,
  until: string | undefined,
): Bilingual | null {
  if (codes === undefined) return PROBLEMS.codes;
  if (colon === undefined || reason === undefined || reason === '') return PROBLEMS.reason;
  if (until === undefined) return PROBLEMS.until;
  return parseDate(until) === null ? PROBLEMS.date : null;
}

function unknownCode(written: string, known: readonly string[]): Bilingual | null {
  const unknown = written.split(/\s*[,，、]\s*/).find((code) => !known.includes(code));
  if (unknown === undefined) return null;
  const near = nearest(unknown, known);
  const { en, zh } =
    near === null ? { en: '', zh: '' } : { en: ` Did you mean \`${near}\`?`, zh: `是不是想写 \`${near}\`？` };
  return {
    en: `There is no code \`${quoted(unknown)}\`.${en}`,
    zh: `没有名为 \`${quoted(unknown)}\` 的代码。${zh}`,
  };
}

function cannotIgnore(code: string): Bilingual {
  return {
    en: `\`${code}\` is an error here, and a file with errors cannot run.`,
    zh: `\`${code}\` 在这里是错误，有错误的文件不能运行。`,
  };
}

function reportMalformed(file: LoadedFile, range: TextRange, problem: Bilingual, sink: DiagnosticSink): void {
  sink.report('ignore-malformed', file.path, range, { problem });
}

/** The comment's own line if something precedes it there; else the next line that is more than a comment. */
function lineFor({ startLine, startColumn }: TextRange, lines: readonly string[]): number | null {
  const before = lines[startLine - 1]?.slice(0, startColumn - 1) ?? '';
  if (before.trim() !== '') return startLine;
  const next = lines.findIndex((line, index) => index >= startLine && !/^\s*(\/\/|$)/.test(line));
  return next < 0 ? null : next + 1;
}

/** A comment never spans lines. */
function rangeOfToken({ startOffset, image, startLine = 1, startColumn = 1 }: IToken): TextRange {
  return {
    startOffset,
    endOffset: startOffset + image.length,
    startLine,
    startColumn,
    endLine: startLine,
    endColumn: startColumn + image.length,
  };
}
