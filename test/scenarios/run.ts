/** Runs rules with scenarios, given as text, as `steward test` does. */
import { checkWorkspace, memoryFileSystem } from '@steward/language';
import type { Policy, SourceRange } from '@steward/policy';
import { failureLines } from '@steward/report';
import { compile, runScenario, type ScenarioResult, scenarioLog } from '@steward/simulator';

function policyOf(source: string): Policy {
  const { policy, diagnostics } = checkWorkspace(['main.group'], memoryFileSystem({ 'main.group': source }), {
    rules: [],
  });
  if (policy !== null) return policy;
  throw new Error(diagnostics.map(({ range, message }) => `${range.startLine}: ${message.en}`).join('\n'));
}

/** The results of every scenario of the rules. */
export function runAll(policy: Policy): ScenarioResult[] {
  const program = compile(policy);
  return policy.scenarios.map((scenario) => {
    const log = scenarioLog(program, scenario);
    if (log === null) throw new Error(`${scenario.title} has no events`);
    return runScenario(program, scenario, [log]);
  });
}

/** The messages of the failed expectations, in order. */
export function failuresOf(source: string, locale: 'en' | 'zh' = 'en'): string[][] {
  const sourceText = ({ startOffset, endOffset }: SourceRange): string => source.slice(startOffset, endOffset);
  return runAll(policyOf(source)).flatMap(({ expectations }) =>
    expectations.filter(({ met }) => !met).map((result) => failureLines(result, { locale, sourceText })),
  );
}
