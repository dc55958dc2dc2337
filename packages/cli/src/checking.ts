/** Runs the checker over files on disk, and lowers the one file that a command runs. */
import { Checker, type Diagnostic, type FileSystem } from '@steward/language';
import { foldersAround, nodeFileSystem, withinBoundary } from '@steward/language/node';
import type { Policy } from '@steward/policy';
import type { Context } from './context.ts';
import { noted } from './files/inputs.ts';

export interface Checked {
  diagnostics: readonly Diagnostic[];
  /** Files that were requested. */
  files: number;
  /** The first file's policy; null if it has errors. Lowered on demand. */
  policy: () => Policy | null;
  textOf: (file: string) => string | null;
}

let checker: Checker | null = null;

/** Built once: that costs more than most checks, which is why the start-up snapshot holds it. */
export function theChecker(): Checker {
  checker ??= new Checker();
  return checker;
}

export interface FileOptions {
  /** Left out: those of this machine. */
  files?: FileSystem | undefined;
  /** The paths that the user named; the others were found in folders. Default: all. */
  named?: readonly string[];
}

/** The files that rules at these paths may lead to. */
export function filesWithin(
  { allowedFolders }: Pick<Context, 'allowedFolders'>,
  paths: readonly string[],
  { files = nodeFileSystem, named = paths }: FileOptions = {},
): FileSystem {
  return withinBoundary(files, {
    folders: [...foldersAround(paths, process.cwd()), ...allowedFolders],
    files: named,
    allow: (folder) => ({
      en: `Move it inside, or allow its folder: \`--allow-folder ${folder}\`, or \`"roots"\` in steward.config.json.`,
      zh: `请把它移进来，或允许它所在的文件夹：\`--allow-folder ${folder}\`，或在 steward.config.json 里写 \`"roots"\`。`,
    }),
  });
}

/** Our own failures on one file or in one rule are reported when the command ends. */
export function checkFiles(context: Context, paths: readonly string[], options: FileOptions = {}): Checked {
  const { faults, rules } = context;
  const result = theChecker().check(
    paths,
    noted(filesWithin(context, paths, options)),
    rules === undefined ? {} : { rules },
  );
  for (const fault of result.faults) faults.add(fault);
  const texts = new Map(result.files.map((file) => [file.path, file.text]));
  return {
    diagnostics: result.diagnostics,
    files: paths.length,
    policy: () => result.policy,
    textOf: (file) => texts.get(file) ?? null,
  };
}

/**
 * The policy of one file, for a command that runs it. Prints its errors to standard error; warnings are left to `check`.
 * @returns null policy if the file has errors
 */
export async function policyOf(
  context: Context,
  path: string,
  options: FileOptions = {},
): Promise<{ policy: Policy | null; checked: Checked }> {
  const checked = checkFiles(context, [path], options);
  const errors = checked.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length === 0) return { policy: checked.policy(), checked };
  const { renderDiagnostic } = await import('./diagnostics/render.ts');
  const { words, locale, stderr } = context;
  const { palette, width } = stderr;
  for (const diagnostic of errors) {
    await stderr.write(`${renderDiagnostic(diagnostic, { locale, words, palette, width, textOf: checked.textOf })}\n`);
  }
  return { policy: null, checked };
}

export function warningsOf(checked: Checked): number {
  return checked.diagnostics.filter((diagnostic) => diagnostic.severity === 'warning').length;
}
