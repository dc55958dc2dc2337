/** `steward format`: formats files in place; `--check` only lists those that are not formatted. */
import { Checker, type Diagnostic } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import type { Bilingual } from '@steward/text';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { checkFiles } from '../../checking.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { groupFiles } from '../../files/group-files.ts';
import { writeWhole } from '../../output/file.ts';
import { FORMAT } from './words.ts';

const LAYOUT: Bilingual = { en: 'the layout of this file', zh: '对这个文件的排版' };

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout, locale } = context;
  const { palette } = stdout;
  const isCheck = given.flag('check');
  const paths = await groupFiles(given.operands, words);
  const checker = new Checker();
  let changed = 0;
  let broken = 0;
  for (const path of paths) {
    const content = nodeFileSystem.read(path);
    if (content.kind === 'unreadable') throw new CannotRun(words.pathUnreadable(path, content.reason[locale]));
    if (content.kind !== 'text') throw new CannotRun(words.pathMissing(path));
    const laidOut = await context.faults.spare(path, LAYOUT, () => ({ text: checker.format(content.text) }));
    if (laidOut === null) {
      broken++;
      continue;
    }
    const formatted = laidOut.text;
    if (formatted === null) {
      broken++;
      await printErrors(context, path);
      continue;
    }
    if (formatted === content.text) continue;
    changed++;
    if (isCheck) await stdout.write(`${palette.yellow('!')} ${wordsOf(context, FORMAT).formatDiffers(path)}\n`);
    else writeWhole(path, formatted, words);
  }
  const isClean = broken === 0 && (!isCheck || changed === 0);
  const mark = isClean ? palette.green('✓') : palette.yellow('!');
  await stdout.write(`${mark} ${wordsOf(context, FORMAT).formatSummary(changed, paths.length, isCheck)}\n`);
  return isClean ? CLEAN : FINDINGS;
}

/** A file that does not parse is left unchanged, and its errors are printed. */
async function printErrors(context: Context, path: string): Promise<void> {
  const { renderDiagnostic } = await import('../../diagnostics/render.ts');
  const { words, locale, stderr } = context;
  const checked = checkFiles(context, [path]);
  const isError = ({ severity, file }: Diagnostic): boolean => severity === 'error' && file === path;
  for (const diagnostic of checked.diagnostics.filter(isError)) {
    const { palette, width } = stderr;
    await stderr.write(`${renderDiagnostic(diagnostic, { locale, words, palette, width, textOf: checked.textOf })}\n`);
  }
}
