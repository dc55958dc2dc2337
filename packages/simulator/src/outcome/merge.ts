/** Merges the outcomes of shards of one log; each shard has whole groups. */

import { SIGNALS } from '@steward/events';
import type { Policy } from '@steward/policy';
import { assemble } from './assemble.ts';
import type { LogSummary, Outcome } from './outcome.ts';

/**
 * Adds up events and messages. All shards must have the same files, because evidence refers to them by number.
 * @throws Error if the shards were read from different lists of files
 */
export function mergeOutcomes(policy: Policy, outcomes: readonly Outcome[]): Outcome {
  const [first, ...rest] = outcomes.map((outcome) => outcome.log);
  if (first === undefined) throw new Error('nothing to merge');
  const log = rest.reduce(mergeSummaries, first);
  return assemble(
    policy,
    log,
    outcomes.flatMap((outcome) => outcome.groups),
    outcomes.flatMap((outcome) => outcome.unbound),
  );
}

function mergeSummaries(a: LogSummary, b: LogSummary): LogSummary {
  if (a.files.length !== b.files.length || a.files.some((file, i) => file !== b.files[i])) {
    throw new Error('shards of different files cannot be merged: their evidence names files by number');
  }
  const shown = new Set([...a.shows, ...b.shows]);
  return {
    files: a.files,
    shows: SIGNALS.filter((signal) => shown.has(signal)),
    complete: a.complete && b.complete,
    events: a.events + b.events,
    messages: a.messages + b.messages,
  };
}
