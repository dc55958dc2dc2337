/** Runs one scenario and checks its expectations. Pure: the host reads the logs that a scenario names. */
import type { Scenario } from '@steward/policy';
import type { GroupOutcome } from '../outcome/outcome.ts';
import type { Program } from '../program/program.ts';
import { type RunOptions, runGroup } from '../run/group.ts';
import { type ExpectationResult, judgeExpectation } from './expectations.ts';
import { type Explanation, explain } from './explanations.ts';
import type { LogOfGroup } from './scenario-log.ts';

export interface ScenarioResult {
  scenario: Scenario;
  outcomes: GroupOutcome[];
  /** As written. */
  expectations: (ExpectationResult & { explanation: Explanation | null })[];
  met: boolean;
}

/**
 * @param logs the scenario's own ({@link scenarioLog}), or each group of the logs that it names, read with `program.textPredicates`
 * @param options of the runs; histories and all actions are always included
 */
export function runScenario(
  program: Program,
  scenario: Scenario,
  logs: readonly LogOfGroup[],
  options: RunOptions = {},
): ScenarioResult {
  const outcomes = logs.map(({ log, info, roster }) =>
    runGroup(program, scenario.group, log, info, roster, {
      ...options,
      memberHistories: true,
      actionLimit: Number.POSITIVE_INFINITY,
    }),
  );
  const expectations = scenario.expectations.map((expectation) => {
    const result = judgeExpectation(expectation, outcomes);
    return { ...result, explanation: result.met ? null : explain(program, scenario.group, logs, result) };
  });
  return { scenario, outcomes, expectations, met: expectations.every(({ met }) => met) };
}
