/** Applies the severities that a team has configured. */
import { CODES, type Diagnostic } from '@steward/language';
import { nearest } from '../../arguments/nearest.ts';
import type { Checked } from '../../checking.ts';
import { CONFIG } from '../../config/words.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CannotRun } from '../../faults.ts';

/** @throws CannotRun if the config names an unknown code */
export function withSeverities(checked: Checked, context: Context): Checked {
  const { severity: configured, path } = context.config;
  if (configured.size === 0) return checked;
  const unknown = [...configured.keys()].find((code) => !CODES.includes(code));
  if (unknown !== undefined) {
    throw new CannotRun(wordsOf(context, CONFIG).unknownCode(path ?? '', unknown, nearest(unknown, CODES)));
  }
  const diagnostics = checked.diagnostics.flatMap((diagnostic): Diagnostic[] => {
    const severity = configured.get(diagnostic.code);
    if (severity === undefined || diagnostic.severity === 'error') return [diagnostic];
    return severity === 'off' ? [] : [{ ...diagnostic, severity }];
  });
  return { ...checked, diagnostics };
}
