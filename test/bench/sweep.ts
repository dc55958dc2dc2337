/**
 * A sweep of one bound against the same variants of the rules run separately, over the same log in memory.
 * Neither side includes reading the log; separate runs of the command would read it every time.
 */
import type { GroupLog } from '@steward/events';
import { checkWorkspace } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { openLog } from '@steward/logs';
import type { Policy } from '@steward/policy';
import {
  bindGroups,
  boundsOf,
  compile,
  createSimulation,
  type Outcome,
  runGroup,
  sweepBound,
  triedValues,
} from '@steward/simulator';
import { keptLog, POLICY_FILE } from './logs.ts';
import { table } from './table.ts';

const MOST = 20;
const BOUNDS = 4;

export async function sweepBench(full: boolean): Promise<string> {
  const path = await keptLog(full ? 1_000_000 : 100_000, 'parquet');
  const { policy } = checkWorkspace([POLICY_FILE], nodeFileSystem);
  if (policy === null) throw new Error('The baseline has errors');
  const program = compile(policy);
  const reader = await openLog({ paths: [path] });
  const logs: GroupLog[] = [];
  for await (const log of reader.groups(program.textPredicates)) logs.push(log);
  const { info, events } = reader;
  await reader.close();
  const governs = bindGroups(policy, logs);
  const rows = boundsOf(policy)
    .slice(0, BOUNDS)
    .map((bound) => {
      const held = logs.filter((_, i) => governs[i] === bound.group).map((log) => ({ log, info, roster: [] }));
      const variants: Policy[] = [];
      const swept = performance.now();
      const simulation = createSimulation({ info, logs, predicates: program.textPredicates });
      const run = (variant: Policy): Outcome => {
        variants.push(variant);
        return simulation.run(variant);
      };
      const sweep = sweepBound(policy, bound, triedValues(policy, bound, held), run, MOST);
      const ours = performance.now() - swept;
      const ran = performance.now();
      for (const each of variants) {
        const variant = compile(each);
        logs.forEach((log, i) => {
          const name = governs[i] ?? null;
          if (name !== null) runGroup(variant, name, log, info, []);
        });
      }
      const separate = performance.now() - ran;
      return [
        bound.address,
        `${sweep.run}`,
        `${ours.toFixed(0)} ms`,
        `${separate.toFixed(0)} ms`,
        `${(separate / ours).toFixed(1)}×`,
      ];
    });
  return `${events} events\n\n${table(['bound', 'values', 'sweep', 'separate runs', 'ratio'], rows)}`;
}
