/** Both sides of a comparison run over one log, in one pass of the reader. */

import type { GroupLog, RosterEntry } from '@steward/events';
import type { Policy } from '@steward/policy';
import type { OpenedLog } from '@steward/sessions/open';
import type { LogSource } from '@steward/sessions/sources';
import {
  bind,
  createSimulation,
  DIFF_FORMAT,
  diffGroup,
  type GroupDiff,
  type GroupOutcome,
  type OutcomeDiff,
  sharedPredicates,
} from '@steward/simulator';
import type { Context } from '../../context.ts';
import { CannotRun } from '../../faults.ts';
import { progressOn } from '../../output/progress.ts';
import { chosenGroups } from '../../simulation/chosen.ts';
import { rostersOf } from '../../simulation/log.ts';
import type { SimulateOptions } from '../../simulation/options.ts';
import type { Side } from './side.ts';

interface BoundSide {
  policy: Policy;
  /** Policy group by log group. */
  governs: ReadonlyMap<string, string>;
  rosters: Readonly<Record<string, RosterEntry[]>>;
}

/** @param logGroups groups of the log asked for by id or name; empty = all */
export async function compareSides(
  context: Context,
  sides: { before: Side; after: Side },
  source: LogSource,
  logGroups: readonly string[],
  { reader }: OpenedLog,
  options: SimulateOptions,
): Promise<OutcomeDiff> {
  const before = await bindSide(sides.before, source, logGroups, reader, options);
  const after = await bindSide(sides.after, source, logGroups, reader, options);
  const only = [...new Set([...before.governs.keys(), ...after.governs.keys()])];
  if (only.length === 0) {
    throw new CannotRun(context.words.nothingBound(context.words.series(reader.groupNames.map(({ group }) => group))));
  }
  const predicates = sharedPredicates([before.policy, after.policy]);
  const progress = progressOn(context.stderr);
  const changed: GroupDiff[] = [];
  let done = 0;
  for await (const log of reader.groups(predicates, only)) {
    const run = runner(log, reader, predicates);
    const diff = diffGroup(run(before), run(after));
    if (diff !== null) changed.push(diff);
    done += 1;
    progress.show(context.words.simulating(String(done), String(only.length)));
  }
  progress.clear();
  changed.sort((a, b) => (a.group < b.group ? -1 : 1));
  return { format: DIFF_FORMAT, groups: only.length, changed };
}

/** The second side reruns only what differs from the first; a different roster needs its own run. */
function runner(
  log: GroupLog,
  reader: OpenedLog['reader'],
  predicates: ReturnType<typeof sharedPredicates>,
): (side: BoundSide) => GroupOutcome | null {
  const simulations = new Map<string, ReturnType<typeof createSimulation>>();
  return ({ policy, governs, rosters }) => {
    const name = governs.get(log.group);
    if (name === undefined) return null;
    const roster = rosters[name] ?? [];
    const key = JSON.stringify(roster);
    const simulation =
      simulations.get(key) ?? createSimulation({ info: reader.info, logs: [log], predicates, rosterOf: () => roster });
    simulations.set(key, simulation);
    const [outcome] = simulation.groups(policy, { everything: name, memberHistories: true, actionLimit: 0 });
    return outcome ?? null;
  };
}

async function bindSide(
  { policy, file }: Side,
  source: LogSource,
  logGroups: readonly string[],
  reader: OpenedLog['reader'],
  options: SimulateOptions,
): Promise<BoundSide> {
  const { wanted } = chosenGroups(policy, options.groups);
  const ofSource = wanted.filter(({ name }) => source.groups.some((group) => group.name === name));
  const groups = source.explicit || ofSource.length === 0 ? wanted : ofSource;
  const { bound } = bind(policy, reader.groupNames, { wanted: groups, logGroups, explicit: source.explicit });
  const madeUp = source.log === null && options.roster === null;
  return {
    policy,
    governs: new Map(bound.map(({ group, policyGroup }) => [group.group, policyGroup])),
    rosters: madeUp ? {} : await rostersOf(groups, { ...options, file }),
  };
}
