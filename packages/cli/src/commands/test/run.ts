/** `steward test`: runs the scenarios of `.group` files. */
import { statSync } from 'node:fs';
import { coverageText, coverageTotals, lcov, PLAIN, sumCoverage } from '@steward/report';
import { type Bilingual, visibleLines } from '@steward/text';
import { wholeNumber } from '../../arguments/parse.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Context, note, wordsOf } from '../../context.ts';
import { CANNOT_RUN, CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { groupFiles } from '../../files/group-files.ts';
import { openSink, type Sink } from '../../output/file.ts';
import type { TextStream, Way } from '../../output/stream.ts';
import { logFault } from '../../simulation/log-faults.ts';
import { type SimulateOptions, simulateOptions } from '../../simulation/options.ts';
import { jsonScenario, junit, prettyScenario } from './render.ts';
import { holds, type TestedFile, testFile, untested } from './run-file.ts';
import { staleSnapshots } from './snapshots.ts';
import { watchFolders } from './watch.ts';
import { TEST } from './words.ts';

type Format = 'pretty' | 'json' | 'junit';

interface TestOptions {
  paths: readonly string[];
  format: Format;
  pattern: RegExp | null;
  output: string | null;
  coverage: boolean;
  /** Percent; null = any. */
  leastCoverage: number | null;
  lcov: string | null;
  update: boolean;
  /** Logs that count towards coverage beside the scenarios; null = none. */
  logs: SimulateOptions | null;
}

const TESTING: Bilingual = { en: 'the test of this file', zh: '对这个文件的测试' };

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const options = optionsOf(context, given);
  if (!given.flag('watch')) return once(context, options);
  if (options.output !== null || options.format !== 'pretty') throw new CannotRun(wordsOf(context, TEST).watchToFile);
  for await (const _ of watchFolders(context, given.operands)) await againAndAgain(context, options);
  return CLEAN;
}

function optionsOf(context: Context, given: ParsedArguments): TestOptions {
  const leastCoverage = wholeNumber(given, 'coverage-min', 0, 100, context.words);
  const lcov = given.value('lcov');
  const hasLogs = given.list('log').length > 0;
  return {
    paths: given.operands,
    format: formatOf(given.value('format')),
    pattern: patternOf(context, given.value('run')),
    output: given.value('output'),
    coverage: given.flag('coverage') || leastCoverage !== null || lcov !== null || hasLogs,
    leastCoverage,
    lcov,
    update: given.flag('update'),
    logs: hasLogs ? simulateOptions(given, context.words) : null,
  };
}

/** While files are being edited, what cannot run now may run in a moment. */
async function againAndAgain(context: Context, options: TestOptions): Promise<void> {
  try {
    await once(context, options);
  } catch (error) {
    const fault = logFault(context, error);
    if (!(fault instanceof CannotRun)) throw error;
    await context.stderr.write(`${context.stderr.palette.red(visibleLines(fault.message))}\n`);
  }
}

async function once(context: Context, options: TestOptions): Promise<number> {
  const { paths, format, pattern, output } = options;
  const files = await groupFiles(paths, context.words);
  const sink = openSink(output, wayOf(format, context.stdout), context.words);
  try {
    const tested: TestedFile[] = [];
    for (const path of files) {
      const wanted = (title: string): boolean => pattern === null || pattern.test(title);
      const { coverage, update, logs } = options;
      const choice = { wanted, coverage, update, named: paths, logs };
      const file = await context.faults.spare(path, TESTING, () => testFile(context, path, choice));
      if (file === null) {
        tested.push(untested(path));
        continue;
      }
      tested.push(file);
      await writeFile(context, file, format, output, sink);
    }
    const code = exitCode(tested);
    await printSnapshots(context, tested, paths);
    if (options.logs === null) requireScenarios(context, tested, pattern);
    else requireBound(context, tested);
    if (format === 'junit') await sink.write(junit(tested, context.locale));
    if (format === 'pretty') await sink.write(summary(context, tested, code, output));
    const covered = options.coverage ? await printCoverage(context, tested, options, sink) : true;
    sink.finish();
    return code === CLEAN && !covered ? FINDINGS : code;
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

function wayOf(format: Format, stdout: TextStream): Way {
  if (format === 'pretty') return stdout.write;
  return format === 'junit' ? stdout.xml : stdout.json;
}

/** @returns whether the rules are covered well enough */
async function printCoverage(
  context: Context,
  tested: readonly TestedFile[],
  { format, output, leastCoverage, lcov: tracefile }: TestOptions,
  sink: Sink,
): Promise<boolean> {
  const { locale, words, stdout } = context;
  const clauses = sumCoverage(tested.flatMap((file) => file.clauses));
  const groups = tested.flatMap((file) => [...file.scenarios.flatMap(({ coverage }) => coverage), ...file.logs]);
  const palette = output === null ? stdout.palette : PLAIN;
  if (format === 'pretty') await sink.write(`\n${coverageText(clauses, groups, { locale, palette })}`);
  if (tracefile !== null) {
    const trace = openSink(tracefile, stdout.exact, words);
    await trace.write(lcov(clauses));
    trace.finish();
  }
  const { percent } = coverageTotals(clauses);
  if (leastCoverage === null || percent >= leastCoverage) return true;
  await note(context, wordsOf(context, TEST).coverageTooLow(percent, leastCoverage));
  return false;
}

/** Reports what was written, and files that no scenario names any more; the latter only if all rules of a folder were read. */
async function printSnapshots(
  context: Context,
  tested: readonly TestedFile[],
  paths: readonly string[],
): Promise<void> {
  const said = wordsOf(context, TEST);
  const written = tested.flatMap((file) => file.scenarios.flatMap(({ snapshots }) => snapshots));
  for (const { path } of written.filter((snapshot) => snapshot.written))
    await note(context, said.snapshotWritten(path));
  if (tested.some(({ policy }) => policy === null)) return;
  const folders = (paths.length === 0 ? ['.'] : paths).filter(
    (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true,
  );
  const named = tested.flatMap(({ snapshots }) => snapshots);
  for (const path of await staleSnapshots(folders, named)) await note(context, said.snapshotStale(path));
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

/** A gate that had nothing to test must not look as if it passed. */
function requireScenarios(context: Context, tested: readonly TestedFile[], pattern: RegExp | null): void {
  if (tested.some(({ scenarios, policy }) => scenarios.length > 0 || policy === null)) return;
  const all = tested.reduce((sum, file) => sum + file.all, 0);
  if (all === 0 || pattern === null) throw new CannotRun(wordsOf(context, TEST).noScenarios(tested.length));
  throw new CannotRun(wordsOf(context, TEST).noneMatches(pattern.source, all));
}

/** Without this, logs that match no rules would silently count for nothing. */
function requireBound(context: Context, tested: readonly TestedFile[]): void {
  if (tested.every(({ logs }) => logs.length === 0) && tested.every(({ policy }) => policy !== null)) {
    throw new CannotRun(wordsOf(context, TEST).logsUnbound);
  }
}

function exitCode(tested: readonly TestedFile[]): number {
  const scenarios = tested.flatMap((file) => file.scenarios);
  if (scenarios.some(({ fault }) => fault !== null)) return CANNOT_RUN;
  const clean = tested.every(({ policy }) => policy !== null) && scenarios.every(holds);
  return clean ? CLEAN : FINDINGS;
}

function summary(context: Context, tested: readonly TestedFile[], code: number, output: string | null): string {
  const words = wordsOf(context, TEST);
  const palette = output === null ? context.stdout.palette : PLAIN;
  const scenarios = tested.flatMap((file) => file.scenarios);
  const failed = scenarios.filter((scenario) => !holds(scenario)).length;
  const expectations = scenarios.reduce(
    (sum, { scenario }) => sum + scenario.expectations.length + scenario.snapshots.length,
    0,
  );
  const files = tested.filter((file) => file.scenarios.length > 0).length;
  const unread = tested.filter(({ policy }) => policy === null).length;
  const reported = failed === 0 ? words.passed : words.failed.bind(null, failed);
  const mark = code === CLEAN ? palette.green('✓') : palette.red('✗');
  const lines = [`${mark} ${reported(scenarios.length, expectations, files)}`];
  if (unread > 0) lines.push(`${palette.red('✗')} ${words.notRun(unread)}`);
  return `${lines.join('\n')}\n`;
}

function formatOf(text: string | null): Format {
  return text === 'json' || text === 'junit' ? text : 'pretty';
}

function patternOf(context: Context, text: string | null): RegExp | null {
  if (text === null) return null;
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    throw new CannotRun(
      wordsOf(context, TEST).badPattern(text, error instanceof Error ? error.message : String(error)),
    );
  }
}
