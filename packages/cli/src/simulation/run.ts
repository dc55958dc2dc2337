/** One log, simulated whole. */

import { basename } from 'node:path';
import type { RosterEntry } from '@steward/events';
import { RosterCheck } from '@steward/logs';
import type { GroupPolicy, Policy } from '@steward/policy';
import type { OpenedLog } from '@steward/sessions/open';
import type { LogSource } from '@steward/sessions/sources';
import {
  assemble,
  type Binding,
  bind,
  compile,
  type EventReference,
  type GroupOutcome,
  type Outcome,
} from '@steward/simulator';
import { type Context, note } from '../context.ts';
import { CannotRun } from '../faults.ts';
import { progressOn } from '../output/progress.ts';
import { limitEvidence } from './evidence.ts';
import { rostersOf } from './log.ts';
import { HTML_EVIDENCE, type SimulateOptions } from './options.ts';
import { simulateAll } from './pool.ts';
import type { Task } from './task.ts';

/** With fewer events, starting workers costs more than it saves. */
const EVENTS_WORTH_WORKERS = 100_000;
const MOST_NAMED = 8;

export interface Simulated {
  outcome: Outcome;
  identify: (references: EventReference[]) => Promise<{ id: string | null; text: string | null }[]>;
}

/** @param logGroups groups of the log asked for by id or name; empty = all */
export async function simulateSource(
  context: Context,
  policy: Policy,
  source: LogSource,
  logGroups: readonly string[],
  { reader }: OpenedLog,
  options: SimulateOptions,
): Promise<Simulated> {
  const binding = bind(policy, reader.groupNames, { wanted: source.groups, logGroups, explicit: source.explicit });
  await printBinding(context, source, reader.groupNames, binding);
  // A roster names real people, and a generated log has none.
  const madeUp = source.log === null && options.roster === null;
  const rosters = madeUp ? {} : await rostersOf(source.groups, options);
  const groups = await simulateBound(context, policy, source.groups, { binding, rosters }, reader, options);
  limitEvidence(groups, Math.max(options.evidence, options.html === null ? 0 : HTML_EVIDENCE));
  const { shows, complete } = reader.info;
  // A generated log is in a temporary folder, whose random name does not belong in the result.
  const files = source.log === null ? reader.info.files.map((path) => basename(path)) : reader.info.files;
  const log = { files, shows, complete, events: reader.events, messages: reader.messages };
  const outcome = assemble(policy, log, groups, binding.unbound);
  return { outcome, identify: (references) => reader.identify(references) };
}

async function simulateBound(
  context: Context,
  policy: Policy,
  wanted: readonly GroupPolicy[],
  { binding, rosters }: { binding: Binding; rosters: Readonly<Record<string, RosterEntry[]>> },
  reader: OpenedLog['reader'],
  options: SimulateOptions,
): Promise<GroupOutcome[]> {
  await printRosters(context, wanted, binding, rosters, options);
  const policyGroups = new Map(binding.bound.map(({ group, policyGroup }) => [group.group, policyGroup]));
  const { textPredicates } = compile(policy);
  const only = [...policyGroups.keys()];
  const checks = new Map(Object.entries(rosters).map(([name, roster]) => [name, new RosterCheck(roster)]));
  async function* tasks(): AsyncGenerator<Task> {
    for await (const log of reader.groups(textPredicates, only)) {
      const policyGroup = policyGroups.get(log.group);
      if (policyGroup === undefined) throw new Error(`The reader gave the group ${log.group}, which was not asked for`);
      checks.get(policyGroup)?.add(log);
      yield { policyGroup, log };
    }
  }
  const workers = reader.events < EVENTS_WORTH_WORKERS ? 1 : Math.min(options.jobs, only.length);
  const progress = progressOn(context.stderr);
  const all = String(only.length);
  const outcomes = await simulateAll(
    tasks(),
    { policy, info: reader.info, rosters, memberHistories: options.members || options.html !== null },
    {
      workers,
      program: context.program,
      onDone: (done) => progress.show(context.words.simulating(String(done), all)),
    },
  );
  progress.clear();
  await printGaps(context, wanted, checks, options);
  return outcomes;
}

async function printBinding(
  context: Context,
  source: LogSource,
  groups: readonly { group: string }[],
  binding: Binding,
): Promise<void> {
  const { words } = context;
  if (binding.bound.length === 0) {
    const named = groups.slice(0, MOST_NAMED).map(({ group }) => group);
    const rest = groups.length - named.length;
    const list = words.series([...named, ...(rest > 0 ? [words.more(rest)] : [])]);
    throw new CannotRun(words.nothingBound(list));
  }
  if (binding.everything === null) return;
  const [group] = source.groups;
  await note(context, words.everything(group?.label ?? binding.everything, binding.bound.length));
}

/** A member missing from the roster and a name on it that never occurs are often one person with two ids. */
async function printGaps(
  context: Context,
  wanted: readonly GroupPolicy[],
  checks: ReadonlyMap<string, RosterCheck>,
  options: SimulateOptions,
): Promise<void> {
  const { words } = context;
  for (const group of wanted) {
    const gaps = checks.get(group.name)?.gaps(MOST_NAMED);
    if (gaps === undefined) continue;
    const path = options.roster ?? group.roster ?? '';
    if (gaps.strangers > 0) await note(context, words.notOnRoster(path, gaps));
    if (gaps.absent > 0) await note(context, words.onlyOnRoster(path, gaps));
  }
}

/** One roster for several groups is rarely intended. */
async function printRosters(
  context: Context,
  wanted: readonly GroupPolicy[],
  binding: Binding,
  rosters: Record<string, unknown[]>,
  options: SimulateOptions,
): Promise<void> {
  for (const group of wanted) {
    const count = binding.bound.filter(({ policyGroup }) => policyGroup === group.name).length;
    if (rosters[group.name] === undefined || count < 2) continue;
    const path = options.roster ?? group.roster ?? '';
    await note(context, context.words.rosterForMany(path, group.label ?? group.name, count));
  }
}
