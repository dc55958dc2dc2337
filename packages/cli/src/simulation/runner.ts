/** Simulates one group after the other: the same code in the command's own thread and in a worker. */
import { compile, type GroupOutcome, runGroup } from '@steward/simulator';
import type { Setup, Task } from './task.ts';

export function runnerOf(setup: Setup): (task: Task) => GroupOutcome {
  const program = compile(setup.policy);
  const { info, rosters, memberHistories } = setup;
  return ({ policyGroup, log }) =>
    runGroup(program, policyGroup, log, info, rosters[policyGroup] ?? [], { memberHistories });
}
