/** Coverage of the rules by a log: the same as by scenarios, but from what really happened. */

import type { Policy } from '@steward/policy';
import { logSources } from '@steward/sessions/sources';
import { bind, type GroupCoverage, groupCoverage, type Program, runGroup } from '@steward/simulator';
import type { Context } from '../../context.ts';
import { openSource, rostersOf } from '../../simulation/log.ts';
import type { SimulateOptions } from '../../simulation/options.ts';

/**
 * @param options with the logs, and the file of the policy
 * @returns one per group of the log that the policy governs; empty if it governs none
 */
export async function logCoverage(
  context: Context,
  { policy, program }: { policy: Policy; program: Program },
  options: SimulateOptions,
): Promise<GroupCoverage[]> {
  const wanted = policy.groups;
  const [source] = logSources(policy, wanted, options.file, options.logs, options.from);
  if (source === undefined) return [];
  const opened = await openSource(context, policy, source, options);
  try {
    const { reader } = opened;
    const { bound } = bind(policy, reader.groupNames, { wanted, logGroups: [], explicit: false });
    const governs = new Map(bound.map(({ group, policyGroup }) => [group.group, policyGroup]));
    if (governs.size === 0) return [];
    const rosters = await rostersOf(wanted, options);
    const covered: GroupCoverage[] = [];
    for await (const log of reader.groups(program.textPredicates, [...governs.keys()])) {
      const name = governs.get(log.group) ?? '';
      const held = { log, info: reader.info, roster: rosters[name] ?? [] };
      const outcome = runGroup(program, name, log, held.info, held.roster, {
        memberHistories: true,
        actionLimit: Number.POSITIVE_INFINITY,
      });
      covered.push(groupCoverage(program, name, held, outcome));
    }
    return covered;
  } finally {
    await opened.close();
  }
}
