/** `steward init [folder]`: a first file of rules with its scenarios, a config, and what a pipeline needs. Nothing is ever overwritten. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { makeFolders } from '@steward/files';
import { TEMPLATE_KINDS, type TemplateKind } from '@steward/language/templates';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Context, wordsOf } from '../../context.ts';
import { CLEAN } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { reasonOf } from '../../output/reason.ts';
import { ask, canAsk } from './ask.ts';
import { CI_SYSTEMS, ciFile, type ProjectFile } from './ci-files.ts';
import { firstFiles, RULES_FILE } from './first-files.ts';
import { INIT } from './words.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout, locale } = context;
  const { palette } = stdout;
  const folder = given.operands[0] ?? '.';
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) {
    throw new CannotRun(wordsOf(context, INIT).folderWanted(folder));
  }
  const kind = await kindOf(context, given);
  const language = given.value('language') === null ? locale : given.value('language') === 'zh' ? 'zh' : 'en';
  const ci = CI_SYSTEMS.find((system) => system === given.value('ci')) ?? null;
  const top = repositoryOf(folder) ?? folder;
  const rulesFolder = relative(top, resolve(folder)).replaceAll('\\', '/');
  const files = [
    ...firstFiles({ kind, language }).map((file) => ({ file, path: join(folder, file.path) })),
    ...(ci === null ? [] : [ciFile(ci, language, rulesFolder)]).map((file) => ({
      file,
      path: shown(join(top, file.path)),
    })),
  ];
  for (const { file, path } of files) {
    const isNew = writeNew(context, path, file);
    const mark = isNew ? palette.green('✓') : palette.yellow('!');
    await stdout.write(`${mark} ${isNew ? words.written(path) : wordsOf(context, INIT).kept(path)}\n`);
  }
  const rules = join(folder, RULES_FILE);
  await stdout.write(`\n${wordsOf(context, INIT).next(rules).join('\n')}\n`);
  return CLEAN;
}

/** The root of the repository around a folder, which may not exist yet; null outside a repository. */
function repositoryOf(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    // In a worktree or a submodule, `.git` is a file.
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/** From here, as a path is typed. */
function shown(path: string): string {
  const from = relative('.', path);
  return from === '' ? '.' : from;
}

async function kindOf(context: Context, given: ParsedArguments): Promise<TemplateKind> {
  const said = TEMPLATE_KINDS.find((kind) => kind === given.value('kind'));
  if (said !== undefined) return said;
  const [proposed] = TEMPLATE_KINDS;
  if (given.flag('yes') || !canAsk(context.environment)) return proposed;
  const { whichKind, kinds } = wordsOf(context, INIT);
  return ask({ text: whichKind, choices: TEMPLATE_KINDS.map((value) => ({ value, label: kinds[value] })), proposed });
}

/** @returns false if the file already exists; it stays as it is */
function writeNew({ words }: Context, path: string, { text }: ProjectFile): boolean {
  if (existsSync(path)) return false;
  try {
    makeFolders(dirname(path));
    // Fails if the file has been created since.
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    throw new CannotRun(words.cannotWrite(path, reasonOf(error)));
  }
}
