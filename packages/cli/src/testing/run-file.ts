/** The scenarios of one file, run. */
import { basename } from 'node:path';
import { besideFile } from '@steward/editor/sources';
import type { Policy, Scenario, SourceRange } from '@steward/policy';
import type { PlacedClause } from '@steward/report';
import {
  compile,
  type GroupCoverage,
  groupCoverage,
  type LogOfGroup,
  nothingExercised,
  type Program,
  runScenario,
  type ScenarioResult,
} from '@steward/simulator';
import { type Checked, policyOf } from '../checking.ts';
import type { Context } from '../context.ts';
import { CannotRun } from '../faults.ts';
import { sourceReader } from '../files/source-text.ts';
import { scenarioLogs } from './scenario-logs.ts';
import { isAsExpected, type TestedSnapshot, testSnapshots } from './snapshots.ts';

export interface TestedFile {
  file: string;
  /** null where the file has errors. */
  policy: Policy | null;
  scenarios: TestedScenario[];
  /** Scenarios in the file, whether asked for or not. */
  all: number;
  sourceText: (range: SourceRange) => string;
  /** Files with results that its scenarios name, whether asked for or not. */
  snapshots: string[];
  /** Every clause of the file's groups, exercised or not, where asked for. */
  clauses: PlacedClause[];
}

export interface TestChoice {
  wanted: (title: string) => boolean;
  coverage: boolean;
  /** Write files with results that are missing or differ. */
  update: boolean;
}

export interface TestedScenario {
  scenario: Scenario;
  seconds: number;
  /** null where it could not run. */
  result: ScenarioResult | null;
  fault: CannotRun | null;
  snapshots: TestedSnapshot[];
  /** One a group of its log, where asked for. */
  coverage: GroupCoverage[];
}

export async function testFile(context: Context, file: string, choice: TestChoice): Promise<TestedFile> {
  const { policy, checked } = await policyOf(context, file);
  if (policy === null) return { file, policy, scenarios: [], all: 0, sourceText: () => '', snapshots: [], clauses: [] };
  const program = compile(policy);
  // A file that is imported runs its own scenarios where it is tested itself.
  const own = policy.scenarios.filter(({ range }) => policy.files[range.file]?.path === basename(file));
  const scenarios: TestedScenario[] = [];
  for (const scenario of own.filter(({ title }) => choice.wanted(title))) {
    scenarios.push(await testScenario(context, { policy, program, file }, scenario, choice));
  }
  const clauses = choice.coverage ? allClauses(policy, program, file, scenarios) : [];
  const snapshots = own.flatMap((scenario) => scenario.snapshots.map(({ path }) => besideFile(file, path)));
  return { file, policy, scenarios, all: own.length, sourceText: reading(policy, checked, file), snapshots, clauses };
}

function reading(policy: Policy, checked: Checked, file: string): (range: SourceRange) => string {
  const read = sourceReader(policy, checked, file);
  return (range) => read(range) ?? '';
}

async function testScenario(
  context: Context,
  source: { policy: Policy; program: Program; file: string },
  scenario: Scenario,
  choice: TestChoice,
): Promise<TestedScenario> {
  const started = performance.now();
  const timed = (result: ScenarioResult | null, fault: CannotRun | null): TestedScenario => ({
    scenario,
    seconds: (performance.now() - started) / 1_000,
    result,
    fault,
    snapshots: [],
    coverage: [],
  });
  try {
    const logs = await scenarioLogs(context, source, scenario);
    const result = runScenario(source.program, scenario, logs);
    const snapshots = await testSnapshots(context, source, scenario, result.outcomes, choice.update);
    const tested = { ...timed(result, null), snapshots };
    return choice.coverage ? { ...tested, coverage: coverageOf(source.program, result, logs) } : tested;
  } catch (error) {
    if (error instanceof CannotRun) return timed(null, error);
    throw error;
  }
}

/** Whether all that the scenario expects is so. */
export function holds({ result, snapshots }: TestedScenario): boolean {
  return result?.met === true && snapshots.every(isAsExpected);
}

function coverageOf(program: Program, result: ScenarioResult, logs: readonly LogOfGroup[]): GroupCoverage[] {
  return result.outcomes.flatMap((outcome, index) => {
    const log = logs[index];
    return log === undefined ? [] : [groupCoverage(program, result.scenario.group, log, outcome)];
  });
}

function allClauses(
  policy: Policy,
  program: Program,
  file: string,
  scenarios: readonly TestedScenario[],
): PlacedClause[] {
  const blank = policy.groups.flatMap(({ name }) => nothingExercised(program, name));
  const seen = scenarios.flatMap(({ coverage }) => coverage.flatMap(({ clauses }) => clauses));
  return [...blank, ...seen].map((clause) => ({
    ...clause,
    file: besideFile(file, policy.files[clause.range.file]?.path ?? ''),
  }));
}
