/**
 * A baseline: the warnings and notes that a team accepted when it started checking, so that only new ones are reported.
 * It never holds errors: a file with errors cannot run, accepted or not. Paths are relative to the baseline's folder.
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
  /** The source line, trimmed. */
  line: string;
}

type LineOf = (file: string, line: number) => string;

/** @throws CannotRun if the file is missing or is not a baseline */
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

/** @returns the entries, or what is wrong with the file */
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

/** The key of a finding in the baseline at `path`; null for an error. */
export function baselinePrint(diagnostic: Diagnostic, path: string, lineOf: LineOf): string | null {
  if (diagnostic.severity === 'error') return null;
  const line = lineOf(diagnostic.file, diagnostic.range.startLine);
  return fingerprint({ ...diagnostic, file: fileFrom(path, diagnostic.file) }, line);
}

/** Sorted like findings, so that two runs write the same text and merges rarely conflict. */
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
