/** Simulates groups one by one: the same code runs in the main thread and in workers. */
import { compile, type GroupOutcome, runGroup } from '@steward/simulator';
import type { Setup, Task } from './task.ts';

export function runnerOf(setup: Setup): (task: Task) => GroupOutcome {
  const program = compile(setup.policy);
  const { info, rosters, memberHistories } = setup;
  return ({ policyGroup, log }) =>
    runGroup(program, policyGroup, log, info, rosters[policyGroup] ?? [], { memberHistories });
}
