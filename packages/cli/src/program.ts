/**
 * One run of the command: argv to exit code.
 *
 * - Whatever happens, the process ends with a code from `exit-codes.ts`, explains it on standard error, and leaves no half-written file.
 * - A command's code is loaded only when that command runs.
 */
import { parseArgs } from 'node:util';
import type { Fault } from '@steward/language';
import { type Locale, printed, sentencesIn, styleOf, visible, visibleLines } from '@steward/text';
import manifest from '../package.json' with { type: 'json' };
import { nearest } from './arguments/nearest.ts';
import { parseArguments } from './arguments/parse.ts';
import { type CommandSpecification, GLOBAL_OPTIONS } from './arguments/specification.ts';
import type { CommandTable } from './commands/loading.ts';
import { COMMANDS } from './commands/registry.generated.ts';
import { type Config, configFor, NO_CONFIG, type UnplacedFault } from './config/config.ts';
import { withDefaults } from './config/defaults.ts';
import { type Context, wordsOf } from './context.ts';
import { colored, localeOf, widthOf } from './environment.ts';
import { CANNOT_RUN, CLEAN, OUR_BUG } from './exit-codes.ts';
import { CannotRun } from './faults.ts';
import { noteInputs } from './files/inputs.ts';
import { reasonOf } from './output/reason.ts';
import { textStream } from './output/stream.ts';
import { OwnFaults } from './own-faults.ts';
import { WORDS } from './words.ts';

/**
 * @param program URL of the entry file
 * @param table the commands that this program can run
 */
export async function main(program: string, table: CommandTable): Promise<void> {
  const argv = process.argv.slice(2);
  const found = configFor(process.cwd(), COMMANDS);
  // A result must not take its place.
  if (found.path !== null) noteInputs([found.path]);
  const context = contextOf(argv, program, 'what' in found ? NO_CONFIG : found);
  process.on('uncaughtException', (error) => crash(context, error));
  process.on('unhandledRejection', (error) => crash(context, error));
  endWithoutReader(context);
  try {
    process.exitCode = await dispatch(argv, context, table, 'what' in found ? found : null);
  } catch (error) {
    if (!(error instanceof CannotRun)) return crash(context, error);
    await reportFault(context, error);
    process.exitCode = CANNOT_RUN;
  }
  if (context.faults.list().length === 0) return;
  await reportOwnFaults(context);
  process.exitCode = OUR_BUG;
}

function contextOf(argv: readonly string[], program: string, config: Config): Context {
  const environment = process.env;
  const system = (): string => (process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'en');
  const locale = askedLocale(argv) ?? config.lang ?? localeOf(environment, system);
  // Read before the options are parsed, because errors in them are coloured too.
  const option = argv.includes('--no-color') ? false : argv.includes('--color') ? true : null;
  const stream = (of: NodeJS.WriteStream) =>
    textStream(
      of,
      widthOf(environment, of.columns),
      styleOf(colored(option, environment, of.isTTY === true) ? secret() : null),
    );
  return {
    words: sentencesIn(WORDS, locale),
    locale,
    environment,
    version: manifest.version,
    config,
    allowedFolders: [...config.roots, ...saidFolders(argv)],
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    faults: new OwnFaults(),
    program,
  };
}

/** Random for each run, so that no text can contain it. */
function secret(): [number, number, number] {
  const digits = (): number => 1_000 + Math.floor(Math.random() * 9_000);
  // A start-up snapshot may freeze the random number generator, but not the clock.
  return [digits(), 1_000 + Number(process.hrtime.bigint() % 9_000n), digits()];
}

function askedLocale(argv: readonly string[]): Locale | null {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const given = argv[index] === '--lang' ? argv[index + 1] : argv[index]?.slice('--lang='.length);
  return given === 'zh' || given === 'en' ? given : null;
}

/** Mistakes in it are reported when the options are parsed. */
function saidFolders(argv: readonly string[]): string[] {
  const { tokens } = parseArgs({
    args: [...argv],
    options: { 'allow-folder': { type: 'string', multiple: true } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.flatMap((token) =>
    token.kind === 'option' && token.name === 'allow-folder' && token.value ? [token.value] : [],
  );
}

async function dispatch(
  argv: readonly string[],
  context: Context,
  table: CommandTable,
  fault: UnplacedFault | null,
): Promise<number> {
  const { words, stdout } = context;
  const { command, rest } = splitCommand(argv, context);
  if (command === null) {
    const given = parseArguments(rest, GLOBAL_OPTIONS, words);
    if (given.flag('version')) return print(context, `${context.version}\n`);
    const { programHelp } = await import('./arguments/help.ts');
    const help = programHelp(context, stdout);
    if (given.flag('help')) return print(context, help);
    throw new CannotRun(words.commandMissing);
  }
  const given = parseArguments(rest, [...command.options, ...GLOBAL_OPTIONS], words);
  if (given.flag('help')) {
    const { commandHelp } = await import('./arguments/help.ts');
    return print(context, commandHelp(command, context, stdout));
  }
  if (given.flag('version')) return print(context, `${context.version}\n`);
  if (given.operands.length < command.least) {
    throw new CannotRun(words.operandsMissing(`steward ${command.name} ${command.operands}`));
  }
  if (given.operands.length > command.most) {
    throw new CannotRun(words.operandsTooMany(given.operands[command.most] ?? ''));
  }
  const load = table[command.name];
  if (load === undefined) throw new Error(`${command.name} is not among the commands of this program`);
  if (fault !== null) {
    const { placedFault } = await import('./config/places.ts');
    const { CONFIG } = await import('./config/words.ts');
    throw new CannotRun(wordsOf(context, CONFIG).fault(placedFault(fault)));
  }
  const { run } = await load();
  return run(context, withDefaults(given, command, context.config));
}

/** The first non-option argument names the command; options before it are global. */
function splitCommand(
  argv: readonly string[],
  context: Context,
): { command: CommandSpecification | null; rest: string[] } {
  const { tokens } = parseArgs({
    args: [...argv],
    options: { lang: { type: 'string' }, 'allow-folder': { type: 'string' } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const first = tokens.find((token) => token.kind === 'positional');
  if (first === undefined) return { command: null, rest: [...argv] };
  const others = argv.filter((_, index) => index !== first.index);
  // `steward help check` is `steward check --help`.
  if (first.value === 'help') return splitCommand([...others, '--help'], context);
  const command = COMMANDS.find((candidate) => candidate.name === first.value);
  if (command === undefined) {
    const names = COMMANDS.map((candidate) => candidate.name);
    throw new CannotRun(context.words.commandUnknown(first.value, nearest(first.value, names)));
  }
  return { command, rest: others };
}

async function print(context: Context, text: string): Promise<number> {
  await context.stdout.write(text);
  return CLEAN;
}

async function reportFault(context: Context, fault: CannotRun): Promise<void> {
  const { palette } = context.stderr;
  const details = fault.details.map((line) => `${visible(line)}\n`).join('');
  await context.stderr.write(`${palette.red(`${context.words.error}:`)} ${visibleLines(fault.message)}\n${details}`);
}

function crash(context: Context, error: unknown): never {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const faults = context.faults.list().map((fault) => describeError(context, fault));
  process.stderr.write(printed(`${[...forReport(context), ...faults, stack].join('\n')}\n`, null));
  process.exit(OUR_BUG);
}

/** Reports what failed and was skipped, each once, after all other output. */
async function reportOwnFaults(context: Context): Promise<void> {
  const faults = context.faults.list().map((fault) => describeError(context, fault));
  await context.stderr.write(`${[...forReport(context), ...faults].join('\n')}\n`);
}

function describeError({ words, locale }: Context, { file, part, stack }: Fault): string {
  return `${words.leftOut(file, part[locale])}\n${stack}`;
}

function forReport({ words, version }: Context): string[] {
  const system = `steward ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  return [...words.crash(version), '', system, `argv: ${JSON.stringify(process.argv.slice(2))}`];
}

/** `steward … | head` closes our output early, which is not an error. A full disk is one, but not our bug. */
function endWithoutReader(context: Context): void {
  const ended = (error: NodeJS.ErrnoException): void => {
    if (error.code === 'EPIPE') process.exit(CLEAN);
    const { error: head, cannotWrite, standardOutput } = context.words;
    process.stderr.write(printed(`${head}: ${cannotWrite(standardOutput, reasonOf(error))}\n`, null));
    process.exit(CANNOT_RUN);
  };
  process.stdout.on('error', ended);
  process.stderr.on('error', () => process.exit(CANNOT_RUN));
}
