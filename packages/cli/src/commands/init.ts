/** `steward init [folder]`: a first file of rules with its scenarios, a config, and what a pipeline needs. Nothing is ever overwritten. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TEMPLATE_KINDS, type TemplateKind } from '@steward/language/templates';
import type { ParsedArguments } from '../arguments/specification.ts';
import type { Context } from '../context.ts';
import { CLEAN } from '../exit-codes.ts';
import { CannotRun } from '../faults.ts';
import { reasonOf } from '../output/reason.ts';
import { ask, canAsk } from '../project/ask.ts';
import { CI_SYSTEMS, type ProjectFile } from '../project/ci-files.ts';
import { firstFiles, RULES_FILE } from '../project/first-files.ts';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const { words, stdout, locale } = context;
  const { palette } = stdout;
  const folder = given.operands[0] ?? '.';
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) {
    throw new CannotRun(words.project.folderWanted(folder));
  }
  const kind = await kindOf(context, given);
  const language = given.value('language') === null ? locale : given.value('language') === 'zh' ? 'zh' : 'en';
  const ci = CI_SYSTEMS.find((system) => system === given.value('ci')) ?? null;
  for (const file of firstFiles({ kind, language, ci })) {
    const path = join(folder, file.path);
    const isNew = writeNew(context, path, file);
    const mark = isNew ? palette.green('✓') : palette.yellow('!');
    await stdout.write(`${mark} ${isNew ? words.project.written(path) : words.project.kept(path)}\n`);
  }
  const rules = join(folder, RULES_FILE);
  await stdout.write(`\n${words.project.next(rules).join('\n')}\n`);
  return CLEAN;
}

async function kindOf({ words, environment }: Context, given: ParsedArguments): Promise<TemplateKind> {
  const said = TEMPLATE_KINDS.find((kind) => kind === given.value('kind'));
  if (said !== undefined) return said;
  const [proposed] = TEMPLATE_KINDS;
  if (given.flag('yes') || !canAsk(environment)) return proposed;
  const { whichKind, kinds } = words.project;
  return ask({ text: whichKind, choices: TEMPLATE_KINDS.map((value) => ({ value, label: kinds[value] })), proposed });
}

/** @returns false where there is such a file already; it stays as it is */
function writeNew({ words }: Context, path: string, { text }: ProjectFile): boolean {
  if (existsSync(path)) return false;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Refused where a file has come up since.
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    throw new CannotRun(words.cannotWrite(path, reasonOf(error)));
  }
}
