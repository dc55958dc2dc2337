/** Runs one scenario and judges what it expects. Pure: logs that a scenario names are read by the host and handed in. */
import type { Scenario } from '@steward/policy';
import type { GroupOutcome } from '../outcome/outcome.ts';
import type { Program } from '../program/program.ts';
import { type RunOptions, runGroup } from '../run/group.ts';
import { type ExpectationResult, judgeExpectation } from './expectations.ts';
import { explainMember, type MemberExplanation } from './member-explanation.ts';
import type { LogOfGroup } from './scenario-log.ts';

export interface ScenarioResult {
  scenario: Scenario;
  outcomes: GroupOutcome[];
  /** As written. */
  expectations: (ExpectationResult & { explanation: MemberExplanation | null })[];
  met: boolean;
}

/**
 * @param logs the scenario's own ({@link scenarioLog}), or each group of the logs that it names, read with `program.textPredicates`
 * @param options of the runs; histories and every action are told in any case
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
    return { ...result, explanation: result.met ? null : explanationOf(program, scenario, logs, result) };
  });
  return { scenario, outcomes, expectations, met: expectations.every(({ met }) => met) };
}

/** Of the first day that decides: where the member was in the tier, or where they were last asked about. */
function explanationOf(
  program: Program,
  { group }: Scenario,
  logs: readonly LogOfGroup[],
  { expectation, observed }: ExpectationResult,
): MemberExplanation | null {
  if (expectation.kind !== 'tier') return null;
  const { tier } = expectation;
  for (const [index, { fact, holds }] of observed.entries()) {
    const log = logs[index];
    if (fact.kind !== 'tier' || log === undefined || holds !== expectation.negated) continue;
    const inTier = fact.stretches.find(({ state }) => state.kind === 'tier' && state.tier === tier);
    const day = inTier?.from ?? fact.stretches.findLast(({ state }) => state.kind !== 'outside')?.to;
    if (day === undefined) continue;
    return explainMember(program, group, log, { member: fact.member, on: day });
  }
  return null;
}
