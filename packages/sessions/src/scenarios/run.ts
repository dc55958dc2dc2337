/** Scenarios, run one by one. */
import type { Policy, Scenario } from '@steward/policy';
import type { PlacedClause } from '@steward/report';
import {
  type GroupCoverage,
  groupCoverage,
  type LogOfGroup,
  nothingExercised,
  type Program,
  runScenario,
  type ScenarioResult,
} from '@steward/simulator';
import { besideFile } from '../logs/sources.ts';
import { ScenarioFault } from './fault.ts';
import { type ScenarioSource, scenarioLogs } from './logs.ts';

export interface ScenarioRunResult {
  scenario: Scenario;
  seconds: number;
  /** null if it could not run. */
  result: ScenarioResult | null;
  fault: ScenarioFault | null;
  /** One per group of its log, if requested. */
  coverage: GroupCoverage[];
}

/** Only the entry file's: imported files run theirs when tested themselves. */
export function ownScenarios({ scenarios }: Policy): Scenario[] {
  return scenarios.filter(({ range }) => range.file === 0);
}

export async function tryScenario(
  source: ScenarioSource,
  scenario: Scenario,
  covers: boolean,
): Promise<ScenarioRunResult> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1_000;
  try {
    const logs = await scenarioLogs(source, scenario);
    const result = runScenario(source.program, scenario, logs);
    const coverage = covers ? coverageOf(source.program, result, logs) : [];
    return { scenario, seconds: seconds(), result, fault: null, coverage };
  } catch (error) {
    if (!(error instanceof ScenarioFault)) throw error;
    return { scenario, seconds: seconds(), result: null, fault: error, coverage: [] };
  }
}

function coverageOf(program: Program, result: ScenarioResult, logs: readonly LogOfGroup[]): GroupCoverage[] {
  return result.outcomes.flatMap((outcome, index) => {
    const log = logs[index];
    return log === undefined ? [] : [groupCoverage(program, result.scenario.group, log, outcome)];
  });
}

/** Every clause of a file's groups, exercised or not, with its place. @param file the entry file */
export function placedClauses(
  { policy, program, file }: Pick<ScenarioSource, 'policy' | 'program' | 'file'>,
  runs: readonly Pick<ScenarioRunResult, 'coverage'>[],
): PlacedClause[] {
  const blank = policy.groups.flatMap(({ name }) => nothingExercised(program, name));
  const seen = runs.flatMap(({ coverage }) => coverage.flatMap(({ clauses }) => clauses));
  return [...blank, ...seen].map((clause) => ({
    ...clause,
    file: besideFile(file, policy.files[clause.range.file]?.path ?? ''),
  }));
}
