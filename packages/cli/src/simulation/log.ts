/** Opens the log of a run and reports what is wrong with it. */

import type { RosterEntry } from '@steward/events';
import { describeProblem, type LogReader } from '@steward/logs';
import type { GroupPolicy, Policy } from '@steward/policy';
import { type OpenedLog, openSource as open, rostersOf as readRosters } from '@steward/sessions/open';
import { besideFile, type LogSource } from '@steward/sessions/sources';
import { visible } from '@steward/text';
import { type Context, note } from '../context.ts';
import { noteInputs, requireNoInput } from '../files/inputs.ts';
import { progressOn } from '../output/progress.ts';
import { MOST_PROBLEMS } from './log-faults.ts';
import type { SimulateOptions } from './options.ts';

/** @throws LogError if it cannot be read */
export async function openSource(
  context: Context,
  policy: Policy,
  source: LogSource,
  options: SimulateOptions,
): Promise<OpenedLog> {
  const [group] = source.groups;
  if (source.log === null && group !== undefined) {
    await note(context, context.words.generatedLog(group.label ?? group.name));
  }
  noteInputs(source.log?.paths ?? []);
  for (const output of [options.output, options.html]) {
    if (output !== null) requireNoInput(output, context.words);
  }
  const progress = progressOn(context.stderr);
  try {
    const opened = await open(policy, source, {
      lenient: options.lenient,
      withoutMembers: options.withoutMembers,
      shows: options.shows,
      timezone: options.timezone,
      onProgress: (done) => progress.show(context.words.reading(String(done))),
    });
    progress.clear();
    noteInputs(opened.reader.info.files);
    await printReading(context, opened.reader);
    return opened;
  } catch (error) {
    progress.clear();
    throw error;
  }
}

/** Reports what the reader skipped, so that no count is a surprise. */
async function printReading(context: Context, reader: LogReader): Promise<void> {
  const { words, locale, stderr } = context;
  for (const { count, message } of reader.skipped) await note(context, words.skippedRecords(count, message[locale]));
  for (const { count, message, example } of reader.doubts) {
    await note(context, words.doubts(count, message[locale], `${example.file}:${example.line}`, example.found));
  }
  for (const { message } of reader.notes) await note(context, message[locale]);
  if (reader.duplicates > 0) await note(context, words.duplicates(reader.duplicates, reader.conflictingDuplicates));
  if (reader.problemCount === 0) return;
  await note(context, words.skippedRows(reader.problemCount));
  const shown = reader.problems.slice(0, MOST_PROBLEMS);
  for (const problem of shown) await stderr.write(`  ${visible(describeProblem(problem, locale))}\n`);
  const rest = reader.problemCount - shown.length;
  if (rest > 0) await stderr.write(`  ${words.more(rest)}\n`);
}

/** The roster of each group in play: `--roster` for all, else its own. */
export function rostersOf(
  groups: readonly GroupPolicy[],
  options: SimulateOptions,
): Promise<Record<string, RosterEntry[]>> {
  noteRosters(groups, options);
  return readRosters(groups, options.file, options.roster);
}

function noteRosters(groups: readonly GroupPolicy[], { file, roster }: SimulateOptions): void {
  const own = groups.flatMap((group) => (group.roster === null ? [] : [besideFile(file, group.roster)]));
  noteInputs(roster === null ? own : [roster]);
}
