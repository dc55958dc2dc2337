/**
 * A baseline: the warnings and notes that a team has accepted when it began to check, so that only new ones are told.
 * Errors are never in it: a file with one cannot run, whoever has accepted it. Files are named from the baseline's own folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Diagnostic } from '@steward/language';
import { fingerprint, reportedPath } from '@steward/report';
import { type Context, wordsOf } from '../../context.ts';
import { CannotRun } from '../../faults.ts';
import { reasonOf } from '../../output/reason.ts';
import { countPrints } from './known.ts';
import { CHECK } from './words.ts';

interface Entry {
  file: string;
  code: string;
  message: string;
  /** The line that it stands on, without the space around. */
  line: string;
}

type LineOf = (file: string, line: number) => string;

/** @throws CannotRun where there is none, or it is something else */
export function readBaseline(path: string, context: Context): Map<string, number> {
  if (!existsSync(path)) throw new CannotRun(wordsOf(context, CHECK).baselineMissing(path));
  const entries = entriesOf(textOf(path, context));
  if (typeof entries === 'string') throw new CannotRun(wordsOf(context, CHECK).baselineMalformed(path, entries));
  return countPrints(entries.map(({ file, code, message, line }) => [file, code, message, line].join('\n')));
}

function textOf(path: string, context: Context): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotRun(context.words.pathUnreadable(path, reasonOf(error)));
  }
}

/** @returns what is wrong, where something is */
function entriesOf(text: string): readonly Entry[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return reasonOf(error);
  }
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1) return 'version ≠ 1';
  if (!('findings' in value) || !Array.isArray(value.findings)) return 'findings: […]';
  const findings: readonly unknown[] = value.findings;
  const wrong = findings.findIndex((entry) => !isEntry(entry));
  return wrong < 0 ? findings.filter(isEntry) : `findings[${wrong}]: { file, code, message, line }`;
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  return ['file', 'code', 'message', 'line'].every((name) => typeof fields.get(name) === 'string');
}

/** What a finding is recognised by in a baseline at `path`; null for an error. */
export function baselinePrint(diagnostic: Diagnostic, path: string, lineOf: LineOf): string | null {
  if (diagnostic.severity === 'error') return null;
  const line = lineOf(diagnostic.file, diagnostic.range.startLine);
  return fingerprint({ ...diagnostic, file: fileFrom(path, diagnostic.file) }, line);
}

/** Sorted as findings are, so that two runs give the same text and a merge has little to settle. */
export function baselineText(diagnostics: readonly Diagnostic[], path: string, lineOf: LineOf): string {
  const findings: Entry[] = diagnostics
    .filter(({ severity }) => severity !== 'error')
    .map(({ file, code, message, range }) => ({
      file: fileFrom(path, file),
      code,
      message: message.en,
      line: lineOf(file, range.startLine).trim(),
    }));
  return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
}

function fileFrom(baseline: string, file: string): string {
  return reportedPath(relative(dirname(resolve(baseline)), resolve(file)));
}
