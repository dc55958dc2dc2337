/** The scenarios of one file, run. */
import { basename } from 'node:path';
import type { Policy, Scenario, SourceRange } from '@steward/policy';
import { compile, type Program, runScenario, type ScenarioResult } from '@steward/simulator';
import { type Checked, policyOf } from '../checking.ts';
import type { Context } from '../context.ts';
import { CannotRun } from '../faults.ts';
import { sourceReader } from '../files/source-text.ts';
import { scenarioLogs } from './scenario-logs.ts';

export interface TestedFile {
  file: string;
  /** null where the file has errors. */
  policy: Policy | null;
  scenarios: TestedScenario[];
  /** Scenarios in the file, whether asked for or not. */
  all: number;
  sourceText: (range: SourceRange) => string;
}

export interface TestedScenario {
  scenario: Scenario;
  seconds: number;
  /** null where it could not run. */
  result: ScenarioResult | null;
  fault: CannotRun | null;
}

/** @param wanted by title */
export async function testFile(
  context: Context,
  file: string,
  wanted: (title: string) => boolean,
): Promise<TestedFile> {
  const { policy, checked } = await policyOf(context, file);
  if (policy === null) return { file, policy, scenarios: [], all: 0, sourceText: () => '' };
  const program = compile(policy);
  // A file that is imported runs its own scenarios where it is tested itself.
  const own = policy.scenarios.filter(({ range }) => policy.files[range.file]?.path === basename(file));
  const scenarios: TestedScenario[] = [];
  for (const scenario of own.filter(({ title }) => wanted(title))) {
    scenarios.push(await testScenario(context, { policy, program, file }, scenario));
  }
  return { file, policy, scenarios, all: own.length, sourceText: reading(policy, checked, file) };
}

function reading(policy: Policy, checked: Checked, file: string): (range: SourceRange) => string {
  const read = sourceReader(policy, checked, file);
  return (range) => read(range) ?? '';
}

async function testScenario(
  context: Context,
  source: { policy: Policy; program: Program; file: string },
  scenario: Scenario,
): Promise<TestedScenario> {
  const started = performance.now();
  const timed = (result: ScenarioResult | null, fault: CannotRun | null): TestedScenario => ({
    scenario,
    seconds: (performance.now() - started) / 1_000,
    result,
    fault,
  });
  try {
    const logs = await scenarioLogs(context, source, scenario);
    return timed(runScenario(source.program, scenario, logs), null);
  } catch (error) {
    if (error instanceof CannotRun) return timed(null, error);
    throw error;
  }
}
