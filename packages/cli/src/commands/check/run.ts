/** `steward check`: every finding, with its place and how to fix it. */
import type { Diagnostic, FileSystem } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { wholeNumber } from '../../arguments/parse.ts';
import type { ParsedArguments } from '../../arguments/specification.ts';
import { type Checked, checkFiles } from '../../checking.ts';
import { type Context, note, wordsOf } from '../../context.ts';
import { CANNOT_RUN, CLEAN, FINDINGS } from '../../exit-codes.ts';
import { CannotRun } from '../../faults.ts';
import { groupFiles } from '../../files/group-files.ts';
import { normalizedPath } from '../../files/normalized.ts';
import { openSink, writeWhole } from '../../output/file.ts';
import type { TextStream, Way } from '../../output/stream.ts';
import type { Fixed } from './fix.ts';
import type { CheckReport } from './formats.ts';
import { type CheckFormat, count, FORMATS, linesOf } from './kinds.ts';
import { withSeverities } from './severities.ts';
import { STDIN, STDIN_NAME, withStandardInput } from './stdin.ts';
import { CHECK } from './words.ts';

interface Request {
  format: CheckFormat;
  maxWarnings: number | null;
  fix: 'write' | 'show' | null;
  since: string | null;
  baseline: { path: string; update: boolean } | null;
  output: string | null;
  paths: readonly string[];
  /** Paths that the user named, without those found in folders. */
  named: readonly string[];
  files: FileSystem;
}

export async function run(context: Context, given: ParsedArguments): Promise<number> {
  const request = await requestOf(context, given);
  const files = request.fix === null ? request.files : await fix(context, request, request.fix === 'write');
  const checked = withSeverities(checkFiles(context, request.paths, { files, named: request.named }), context);
  const reported = await remaining(context, request, checked);
  const warnings = count(reported, 'warning');
  const tooMany = request.maxWarnings !== null && warnings > request.maxWarnings;
  await write(context, request, { diagnostics: reported, fails: tooMany ? ['error', 'warning'] : ['error'] }, checked);
  // A file that cannot be read is not a finding.
  const unread = checked.diagnostics.some((one) => one.code === 'file-unreadable' && checked.textOf(one.file) === null);
  if (unread) return CANNOT_RUN;
  if (tooMany) await note(context, wordsOf(context, CHECK).tooManyWarnings(warnings, request.maxWarnings ?? 0));
  return tooMany || count(reported, 'error') > 0 ? FINDINGS : CLEAN;
}

/** @throws CannotRun for options that exclude each other */
async function requestOf(context: Context, given: ParsedArguments): Promise<Request> {
  const { words } = context;
  const said = wordsOf(context, CHECK);
  const baseline = given.value('baseline');
  const isFix = given.flag('fix');
  if (given.flag('dry-run') && !isFix) throw new CannotRun(said.dryRunAlone);
  if (given.flag('update-baseline') && baseline === null) throw new CannotRun(said.updateAlone);
  const isStdin = given.operands.includes(STDIN);
  if (isStdin && given.operands.length > 1) throw new CannotRun(said.stdinTwice);
  if (isStdin && isFix) throw new CannotRun(said.stdinFix);
  const name = given.value('stdin-name') ?? STDIN_NAME;
  return {
    format: FORMATS.find((format) => format === given.value('format')) ?? 'pretty',
    maxWarnings: wholeNumber(given, 'max-warnings', 0, Number.MAX_SAFE_INTEGER, words),
    fix: isFix ? (given.flag('dry-run') ? 'show' : 'write') : null,
    since: given.value('since'),
    baseline: baseline === null ? null : { path: baseline, update: given.flag('update-baseline') },
    output: given.value('output'),
    named: isStdin ? [name] : given.operands,
    paths: isStdin ? [name] : await groupFiles(given.operands, words),
    files: isStdin ? withStandardInput(name) : nodeFileSystem,
  };
}

/** The findings that are not known yet; a note says how many are hidden. */
async function remaining(context: Context, request: Request, checked: Checked): Promise<readonly Diagnostic[]> {
  const { since, baseline } = request;
  const sinceThen = since === null ? checked.diagnostics : await newSince(context, since, request, checked);
  if (baseline === null) return sinceThen;
  const { baselinePrint, baselineText, readBaseline } = await import('./baseline.ts');
  const { withoutKnown } = await import('./known.ts');
  const lineOf = linesOf(checked.textOf);
  if (baseline.update)
    await updateBaseline(context, baseline.path, baselineText(checked.diagnostics, baseline.path, lineOf));
  const known = readBaseline(baseline.path, context);
  const { fresh, hidden, gone } = withoutKnown(sinceThen, known, (one) => baselinePrint(one, baseline.path, lineOf));
  if (hidden > 0) await note(context, wordsOf(context, CHECK).baselineKnown(hidden, baseline.path));
  // With --since, most of the baseline is not searched.
  if (gone > 0 && since === null) await note(context, wordsOf(context, CHECK).baselineStale(gone, baseline.path));
  return fresh;
}

async function newSince(
  context: Context,
  revision: string,
  request: Request,
  checked: Checked,
): Promise<readonly Diagnostic[]> {
  const lineOf = linesOf(checked.textOf);
  const print = (lines: typeof lineOf) => (one: Diagnostic) =>
    JSON.stringify([one.file, one.code, one.message.en, lines(one.file, one.range.startLine).trim()]);
  const { filesAt } = await import('./since.ts');
  const { countPrints, withoutKnown } = await import('./known.ts');
  const files = filesAt(revision, context);
  const before = checkFiles(
    context,
    request.paths.filter((path) => files.look(normalizedPath(path)).kind === 'file'),
    { files, named: request.named },
  );
  const known = countPrints(before.diagnostics.map(print(linesOf(before.textOf))));
  const { fresh, hidden } = withoutKnown(checked.diagnostics, known, print(lineOf));
  if (hidden > 0) await note(context, wordsOf(context, CHECK).sinceKnown(revision, hidden));
  return fresh;
}

async function updateBaseline(context: Context, path: string, text: string): Promise<void> {
  writeWhole(path, text, context.words);
  const entries = text.match(/^ {6}"code":/gm)?.length ?? 0;
  await note(context, wordsOf(context, CHECK).baselineWritten(entries, path));
}

/** @returns the files as they are with the fixes, written or not */
async function fix(context: Context, request: Request, isWritten: boolean): Promise<FileSystem> {
  const said = wordsOf(context, CHECK);
  const { applyFixes, overlay } = await import('./fix.ts');
  const editable = new Set(request.paths.map(normalizedPath));
  const fixed = applyFixes(
    (files) => checkFiles(context, request.paths, { files, named: request.named }).diagnostics,
    request.files,
    editable,
  );
  if (isWritten) for (const [path, text] of fixed.texts) writeWhole(path, text, context.words);
  else await showChanges(context, request, fixed);
  if (fixed.refused > 0) await note(context, said.notFixed(fixed.refused));
  const message = isWritten ? said.fixed : said.wouldFix;
  if (fixed.applied > 0) await note(context, message(fixed.applied, fixed.texts.size));
  return overlay(request.files, fixed.texts);
}

/** If the report is for programs, the changes go to standard error. */
async function showChanges(context: Context, request: Request, fixed: Fixed): Promise<void> {
  const { unifiedDiff } = await import('./changes.ts');
  const stream = request.format === 'pretty' && request.output === null ? context.stdout : context.stderr;
  const { palette } = stream;
  for (const [path, text] of fixed.texts) {
    const content = request.files.read(path);
    const lines = content.kind === 'text' ? unifiedDiff(path, content.text, text) : [];
    const painted = lines.map((line) =>
      line.startsWith('-') ? palette.red(line) : line.startsWith('+') ? palette.green(line) : line,
    );
    await stream.write(painted.map((line) => `${line}\n`).join(''));
  }
}

async function write(
  context: Context,
  { format, output, paths }: Request,
  { diagnostics, fails }: Pick<CheckReport, 'diagnostics' | 'fails'>,
  checked: Checked,
): Promise<void> {
  const sink = openSink(output, wayOf(format, context.stdout), context.words);
  try {
    await sink.write(
      await rendered(context, format, { diagnostics, fails, paths, textOf: checked.textOf, toFile: output !== null }),
    );
    sink.finish();
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

function wayOf(format: CheckFormat, stdout: TextStream): Way {
  if (format === 'pretty') return stdout.write;
  if (format === 'junit') return stdout.xml;
  // Written verbatim, since these are workflow commands; their texts are already escaped.
  return format === 'github' ? stdout.exact : stdout.json;
}

/** The renderers are loaded only when there is something to render: most checks find nothing. */
async function rendered(context: Context, format: CheckFormat, report: CheckReport): Promise<string> {
  if (format === 'pretty' && report.diagnostics.length === 0) {
    const mark = report.toFile ? '✓' : context.stdout.palette.green('✓');
    return `${mark} ${context.words.clean(report.paths.length)}\n`;
  }
  const { renderCheck } = await import('./formats.ts');
  return renderCheck(format, report, context);
}
