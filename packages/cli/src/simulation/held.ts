/** A whole log in memory, for commands that run rules on it more than once. */

import type { Policy } from '@steward/policy';
import { logSources } from '@steward/sessions/sources';
import type { LogOfGroup } from '@steward/simulator';
import { bind, sharedPredicates } from '@steward/simulator';
import type { Context } from '../context.ts';
import { CannotRun } from '../faults.ts';
import { hasAny, requireLogGroups } from './chosen.ts';
import { openSource, rostersOf } from './log.ts';
import type { SimulateOptions } from './options.ts';

export interface HeldGroup extends LogOfGroup {
  policyGroup: string;
}

/**
 * The groups of the log that one policy group governs.
 * @param group the policy group; @param logGroups groups of the log asked for by id or name; empty = all
 */
export async function holdLog(
  context: Context,
  policy: Policy,
  group: string,
  logGroups: readonly string[],
  options: SimulateOptions,
): Promise<HeldGroup[]> {
  const wanted = policy.groups.filter(({ name }) => name === group);
  const [source] = logSources(policy, wanted, options.file, options.logs, options.from);
  if (source === undefined) throw new Error(`no log for ${group}`);
  const opened = await openSource(context, policy, source, options);
  try {
    requireLogGroups(context.words, policy, logGroups, [opened]);
    const { reader } = opened;
    const { bound } = bind(policy, reader.groupNames, { wanted, logGroups, explicit: source.explicit });
    if (bound.length === 0 || !hasAny(opened, logGroups)) {
      throw new CannotRun(context.words.nothingBound(context.words.series(reader.groupNames.map((one) => one.group))));
    }
    const madeUp = source.log === null && options.roster === null;
    const roster = madeUp ? [] : ((await rostersOf(wanted, options))[group] ?? []);
    const held: HeldGroup[] = [];
    const only = bound.map((one) => one.group.group);
    for await (const log of reader.groups(sharedPredicates([policy]), only)) {
      held.push({ log, info: reader.info, roster, policyGroup: group });
    }
    return held;
  } finally {
    await opened.close();
  }
}
