/** `steward check`: every finding with its place and what would settle it. */
import type { Diagnostic } from '@steward/language';
import type { ParsedArguments } from '../arguments/specification.ts';
import { checkFiles } from '../checking.ts';
import type { Context } from '../context.ts';
import { CANNOT_RUN, CLEAN, FINDINGS } from '../exit-codes.ts';
import { groupFiles } from '../files/group-files.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const paths = await groupFiles(given.operands, context.words);
  const checked = checkFiles(paths);
  const errors = count(checked.diagnostics, 'error');
  if (given.value('format') === 'json') await writeJson(context, checked.diagnostics);
  else await writeText(context, checked.diagnostics, checked.textOf, checked.files);
  // Nothing was found in a file that could not even be read.
  const unread = checked.diagnostics.some((one) => one.code === 'file-unreadable' && checked.textOf(one.file) === null);
  if (unread) return CANNOT_RUN;
  return errors > 0 ? FINDINGS : CLEAN;
}

async function writeText(
  context: Context,
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | null,
  files: number,
): Promise<void> {
  const { words, stdout, locale } = context;
  const { palette, width } = stdout;
  if (diagnostics.length === 0) {
    await stdout.write(`${palette.green('✓')} ${words.clean(files)}\n`);
    return;
  }
  const { renderDiagnostic } = await import('../diagnostics/render.ts');
  for (const diagnostic of diagnostics) {
    await stdout.write(`${renderDiagnostic(diagnostic, { locale, words, palette, width, textOf })}\n`);
  }
  const errors = count(diagnostics, 'error');
  const tally = words.counts(errors, count(diagnostics, 'warning'), count(diagnostics, 'info'), files);
  const example = diagnostics[0]?.code ?? '';
  const mark = errors > 0 ? palette.red('✗') : palette.yellow('!');
  await stdout.write(`${mark} ${tally}\n${palette.dim(words.explainHint(example))}\n`);
}

/** One object a line: a program can read it as it comes. */
async function writeJson(context: Context, diagnostics: readonly Diagnostic[]): Promise<void> {
  for (const diagnostic of diagnostics) await context.stdout.write(`${JSON.stringify(diagnostic)}\n`);
}

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}
