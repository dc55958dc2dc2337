/** `steward test`: the scenarios of `.group` files, run. */
import { PLAIN } from '@steward/report';
import type { ParsedArguments } from '../arguments/specification.ts';
import type { Context } from '../context.ts';
import { CANNOT_RUN, CLEAN, FINDINGS } from '../exit-codes.ts';
import { CannotRun } from '../faults.ts';
import { groupFiles } from '../files/group-files.ts';
import { openSink, type Sink } from '../output/file.ts';
import { jsonScenario, junit, prettyScenario } from '../testing/render.ts';
import { type TestedFile, testFile } from '../testing/run-file.ts';
import { watchFolders } from '../testing/watch.ts';

type Format = 'pretty' | 'json' | 'junit';

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const format = formatOf(given.value('format'));
  const pattern = patternOf(context, given.value('run'));
  const output = given.value('output');
  if (!given.flag('watch')) return once(context, given.operands, format, pattern, output);
  if (output !== null || format !== 'pretty') throw new CannotRun(context.words.testing.watchToFile);
  for await (const _ of watchFolders(context, given.operands)) {
    await againAndAgain(context, given.operands, pattern);
  }
  return CLEAN;
}

/** While somebody edits, what cannot run now may run in a moment. */
async function againAndAgain(context: Context, paths: readonly string[], pattern: RegExp | null): Promise<void> {
  try {
    await once(context, paths, 'pretty', pattern, null);
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    await context.stderr.write(`${context.stderr.palette.red(error.message)}\n`);
  }
}

async function once(
  context: Context,
  paths: readonly string[],
  format: Format,
  pattern: RegExp | null,
  output: string | null,
): Promise<number> {
  const files = await groupFiles(paths, context.words);
  const sink = openSink(output, context.stdout, context.words);
  try {
    const tested: TestedFile[] = [];
    for (const path of files) {
      const file = await testFile(context, path, (title) => pattern === null || pattern.test(title));
      tested.push(file);
      await writeFile(context, file, format, output, sink);
    }
    const code = exitCode(tested);
    requireScenarios(context, tested, pattern);
    if (format === 'junit') await sink.write(junit(tested, context.locale));
    if (format === 'pretty') await sink.write(summary(context, tested, code, output));
    sink.finish();
    return code;
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

async function writeFile(
  { locale, stdout }: Context,
  file: TestedFile,
  format: Format,
  output: string | null,
  sink: Sink,
): Promise<void> {
  const palette = output === null ? stdout.palette : PLAIN;
  for (const scenario of file.scenarios) {
    if (format === 'json') await sink.write(jsonScenario(scenario, file));
    if (format === 'pretty') await sink.write(prettyScenario(scenario, file, locale, palette));
  }
}

/** A gate that had nothing to test must not look like one that passed. */
function requireScenarios({ words }: Context, tested: readonly TestedFile[], pattern: RegExp | null): void {
  if (tested.some(({ scenarios, policy }) => scenarios.length > 0 || policy === null)) return;
  const all = tested.reduce((sum, file) => sum + file.all, 0);
  if (all === 0 || pattern === null) throw new CannotRun(words.testing.noScenarios(tested.length));
  throw new CannotRun(words.testing.noneMatches(pattern.source, all));
}

function exitCode(tested: readonly TestedFile[]): number {
  const scenarios = tested.flatMap((file) => file.scenarios);
  if (scenarios.some(({ fault }) => fault !== null)) return CANNOT_RUN;
  const clean = tested.every(({ policy }) => policy !== null) && scenarios.every(({ result }) => result?.met === true);
  return clean ? CLEAN : FINDINGS;
}

function summary(context: Context, tested: readonly TestedFile[], code: number, output: string | null): string {
  const words = context.words.testing;
  const palette = output === null ? context.stdout.palette : PLAIN;
  const scenarios = tested.flatMap((file) => file.scenarios);
  const failed = scenarios.filter(({ result }) => result?.met !== true).length;
  const expectations = scenarios.reduce((sum, { scenario }) => sum + scenario.expectations.length, 0);
  const files = tested.filter((file) => file.scenarios.length > 0).length;
  const unread = tested.filter(({ policy }) => policy === null).length;
  const told = failed === 0 ? words.passed : words.failed.bind(null, failed);
  const mark = code === CLEAN ? palette.green('✓') : palette.red('✗');
  const lines = [`${mark} ${told(scenarios.length, expectations, files)}`];
  if (unread > 0) lines.push(`${palette.red('✗')} ${words.notRun(unread)}`);
  return `${lines.join('\n')}\n`;
}

function formatOf(text: string | null): Format {
  return text === 'json' || text === 'junit' ? text : 'pretty';
}

function patternOf({ words }: Context, text: string | null): RegExp | null {
  if (text === null) return null;
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    throw new CannotRun(words.testing.badPattern(text, error instanceof Error ? error.message : String(error)));
  }
}
