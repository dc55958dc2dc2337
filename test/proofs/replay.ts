/** Runs a witness's scenario the way `steward test` runs any scenario. */
import { Checker, memoryFileSystem } from '@steward/language';
import type { Policy } from '@steward/policy';
import { compile, runScenario, type ScenarioResult, scenarioLog, type TierOrNone } from '@steward/simulator';

const FILE = 'main.group';
const checker = new Checker();

export function checked(source: string): Policy {
  const { policy, diagnostics } = checker.check([FILE], memoryFileSystem({ [FILE]: source }), { rules: [] });
  if (policy !== null) return policy;
  throw new Error(
    `${source}\n${diagnostics.map(({ range, message }) => `${range.startLine}: ${message.en}`).join('\n')}`,
  );
}

/** The last scenario of a text. */
function runLast(source: string): ScenarioResult {
  const policy = checked(source);
  const scenario = policy.scenarios.at(-1);
  if (scenario === undefined) throw new Error('no scenario');
  const program = compile(policy);
  const log = scenarioLog(program, scenario);
  if (log === null) throw new Error('no events');
  return runScenario(program, scenario, [log]);
}

/** The failed expectations of a text's last scenario. */
export function unmet(source: string): string[] {
  return runLast(source)
    .expectations.filter(({ met }) => !met)
    .map(({ expectation }) => source.slice(expectation.range.startOffset, expectation.range.endOffset));
}

/** @returns the tier of the member at the end of the scenario's last day */
export function replay(source: string, scenarioText: string, member: string): TierOrNone | null {
  const [outcome] = runLast(`${source}\n${scenarioText}`).outcomes;
  return outcome?.memberHistories?.find((history) => history.member === member)?.stretches.at(-1)?.state ?? null;
}
