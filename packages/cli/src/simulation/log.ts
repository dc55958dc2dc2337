/** Opening the log of a run, and telling what is wrong with it. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RosterEntry } from '@steward/events';
import {
  describeProblem,
  LogError,
  type LogReader,
  openLog,
  readRoster,
  syntheticOptionsFor,
  writeLog,
} from '@steward/logs';
import type { GroupPolicy, Policy } from '@steward/policy';
import { type Context, note } from '../context.ts';
import { CannotRun } from '../faults.ts';
import { beforeExit } from '../output/cleanup.ts';
import { progressOn } from '../output/progress.ts';
import type { SimulateOptions } from './options.ts';
import { besideFile, type LogSource } from './sources.ts';

const MOST_PROBLEMS = 5;
/** Enough days for every window and week to be seen, and quick. */
const MADE_UP = { days: 60, members: 80 };

/** A log that is open, and what to do when it is no longer needed. */
export interface OpenedLog {
  reader: LogReader;
  close: () => Promise<void>;
}

/** @throws CannotRun with the problems where it cannot be read */
export async function openSource(
  context: Context,
  policy: Policy,
  source: LogSource,
  options: SimulateOptions,
): Promise<OpenedLog> {
  const made = source.log === null ? await madeUpLog(context, policy, source.groups) : null;
  const paths = made === null ? (source.log?.paths ?? []) : [made.path];
  const progress = progressOn(context.stderr);
  try {
    const reader = await openLog({
      paths,
      ...(source.log?.format == null ? {} : { format: source.log.format }),
      lenient: options.lenient,
      ...(options.shows === null ? {} : { shows: options.shows }),
      ...(options.timezone === null ? {} : { timezone: options.timezone }),
      onProgress: (done) => progress.show(context.words.reading(String(done))),
    });
    progress.clear();
    await tellReading(context, reader);
    return {
      reader,
      close: async () => {
        await reader.close();
        made?.remove();
      },
    };
  } catch (error) {
    progress.clear();
    made?.remove();
    throw asFault(error, context);
  }
}

/** A problem of the input is the user's to settle; anything else is ours and passes on. */
function asFault(error: unknown, context: Context): unknown {
  if (!(error instanceof LogError)) return error;
  const { words, locale } = context;
  const lines = error.problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${describeProblem(problem, locale)}`);
  const rest = error.problems.length - lines.length;
  return new CannotRun(words.unreadableLog, [...lines, ...(rest > 0 ? [`  ${words.more(rest)}`] : [])]);
}

/** What the reader left out, so that no count surprises. */
async function tellReading(context: Context, reader: LogReader): Promise<void> {
  const { words, locale, stderr } = context;
  for (const { count, message } of reader.skipped) await note(context, words.skippedRecords(count, message[locale]));
  if (reader.duplicates > 0) await note(context, words.duplicates(reader.duplicates, reader.conflictingDuplicates));
  if (reader.problemCount === 0) return;
  await note(context, words.skippedRows(reader.problemCount));
  const shown = reader.problems.slice(0, MOST_PROBLEMS);
  for (const problem of shown) await stderr.write(`  ${describeProblem(problem, locale)}\n`);
  const rest = reader.problemCount - shown.length;
  if (rest > 0) await stderr.write(`  ${words.more(rest)}\n`);
}

/** Rules without any data can still be seen at work, on a log that suits them. */
async function madeUpLog(
  context: Context,
  policy: Policy,
  groups: readonly GroupPolicy[],
): Promise<{ path: string; remove: () => void }> {
  const [group] = groups;
  if (group === undefined) throw new Error('A made-up log is for one group');
  await note(context, context.words.generatedLog(group.label ?? group.name));
  const folder = await mkdtemp(join(tmpdir(), 'steward-'));
  const undo = (): void => rmSync(folder, { recursive: true, force: true });
  const settled = beforeExit(undo);
  const path = join(folder, 'made-up.jsonl');
  await writeLog(syntheticOptionsFor(group, policy.roles, MADE_UP), path);
  return {
    path,
    remove: () => {
      undo();
      settled();
    },
  };
}

/** The roster of each group in play: `--roster` for all, else its own. */
export async function rostersOf(
  context: Context,
  groups: readonly GroupPolicy[],
  options: SimulateOptions,
): Promise<Record<string, RosterEntry[]>> {
  const rosters: Record<string, RosterEntry[]> = {};
  for (const group of groups) {
    const path = options.roster ?? (group.roster === null ? null : besideFile(options.file, group.roster));
    if (path === null) continue;
    try {
      rosters[group.name] = await readRoster(path, group.timezone);
    } catch (error) {
      throw asFault(error, context);
    }
  }
  return rosters;
}
