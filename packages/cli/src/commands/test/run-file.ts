/** The scenarios of one file, run. */

import type { Policy, Scenario, SourceRange } from '@steward/policy';
import type { PlacedClause } from '@steward/report';
import { ScenarioFault } from '@steward/sessions/scenario-fault';
import type { ScenarioSource } from '@steward/sessions/scenario-logs';
import { ownScenarios, placedClauses, type ScenarioRunResult, tryScenario } from '@steward/sessions/scenarios';
import { besideFile } from '@steward/sessions/sources';
import { compile, type GroupCoverage } from '@steward/simulator';
import { type Checked, policyOf } from '../../checking.ts';
import type { Context } from '../../context.ts';
import { CannotRun } from '../../faults.ts';
import { sourceReader } from '../../files/source-text.ts';
import type { SimulateOptions } from '../../simulation/options.ts';
import { logCoverage } from './log-coverage.ts';
import { isAsExpected, type TestedSnapshot, testSnapshots } from './snapshots.ts';

export interface TestedFile {
  file: string;
  /** null if the file has errors. */
  policy: Policy | null;
  scenarios: TestedScenario[];
  /** Number of scenarios in the file, whether selected or not. */
  all: number;
  sourceText: (range: SourceRange) => string;
  /** Result files that its scenarios name, whether selected or not. */
  snapshots: string[];
  /** Every clause of the file's groups, exercised or not; empty unless coverage is requested. */
  clauses: PlacedClause[];
  /** One per group of the logs that count towards coverage. */
  logs: GroupCoverage[];
}

export interface TestChoice {
  wanted: (title: string) => boolean;
  coverage: boolean;
  /** Write result files that are missing or differ. */
  update: boolean;
  /** The files and folders that the user named. */
  named: readonly string[];
  /** Logs that count towards coverage beside the scenarios; null = none. */
  logs: SimulateOptions | null;
}

export interface TestedScenario extends Omit<ScenarioRunResult, 'fault'> {
  fault: CannotRun | null;
  snapshots: TestedSnapshot[];
}

/** A file whose scenarios could not be run. */
export function untested(file: string): TestedFile {
  return { file, policy: null, scenarios: [], all: 0, sourceText: () => '', snapshots: [], clauses: [], logs: [] };
}

export async function testFile(context: Context, file: string, choice: TestChoice): Promise<TestedFile> {
  const { policy, checked } = await policyOf(context, file, { named: choice.named });
  if (policy === null) return untested(file);
  const program = compile(policy);
  const source: ScenarioSource = { policy, program, file };
  const own = ownScenarios(policy);
  const scenarios: TestedScenario[] = [];
  for (const scenario of own.filter(({ title }) => choice.wanted(title))) {
    scenarios.push(await testScenario(context, source, scenario, choice));
  }
  const logs = choice.logs === null ? [] : await logCoverage(context, source, { ...choice.logs, file });
  const clauses = choice.coverage ? placedClauses(source, [...scenarios, { coverage: logs }]) : [];
  const snapshots = own.flatMap((scenario) => scenario.snapshots.map(({ path }) => besideFile(file, path)));
  const sourceText = reading(policy, checked, file);
  return { file, policy, scenarios, all: own.length, sourceText, snapshots, clauses, logs };
}

function reading(policy: Policy, checked: Checked, file: string): (range: SourceRange) => string {
  const read = sourceReader(policy, checked, file);
  return (range) => read(range) ?? '';
}

async function testScenario(
  context: Context,
  source: ScenarioSource,
  scenario: Scenario,
  choice: TestChoice,
): Promise<TestedScenario> {
  const run = await tryScenario(source, scenario, choice.coverage);
  if (run.result === null) return { ...run, fault: asCannotRun(context, run.fault), snapshots: [] };
  try {
    const snapshots = await testSnapshots(context, source, scenario, run.result.outcomes, choice.update);
    return { ...run, fault: null, snapshots };
  } catch (error) {
    const fault = error instanceof ScenarioFault ? asCannotRun(context, error) : error;
    if (fault instanceof CannotRun) return { ...run, result: null, fault, snapshots: [] };
    throw error;
  }
}

function asCannotRun({ locale }: Context, fault: ScenarioFault | null): CannotRun | null {
  return fault === null ? null : new CannotRun(fault.text[locale], fault.details[locale]);
}

/** Whether everything the scenario expects is true. */
export function holds({ result, snapshots }: TestedScenario): boolean {
  return result?.met === true && snapshots.every(isAsExpected);
}
