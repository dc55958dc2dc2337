/** The scenarios of a file: listed from its rules, run by its host. */
import type { Policy } from '@steward/policy';
import { ownScenarios } from '@steward/sessions/scenarios';
import { type Diagnostic, DiagnosticSeverity, MessageType } from 'vscode-languageserver';
import type { FileAsk, RunScenariosAnswer, ScenarioItem } from '../protocol.ts';
import { protocolRange } from '../results/lines.ts';
import { HostGone, HostRefusal } from './host-process.ts';
import type { Service } from './service.ts';

export function scenariosOf(service: Service, { uri }: FileAsk): ScenarioItem[] {
  const policy = service.lastPolicyOf(service.host.pathOf(uri));
  return policy === null ? [] : itemsOf(policy);
}

function itemsOf(policy: Policy): ScenarioItem[] {
  return ownScenarios(policy).map(({ title, group, range }) => ({ title, group, range: protocolRange(range) }));
}

/** @param titles null for all @throws HostRefusal if the file has errors or the host failed */
export async function runScenarios(
  service: Service,
  path: string,
  titles: string[] | null,
  coverage: boolean,
): Promise<RunScenariosAnswer> {
  const words = service.words();
  if (service.host.trust === 'none') throw new HostRefusal(words.untrusted);
  const policy = service.policyOf(path);
  if (policy === null) throw new HostRefusal(words.hasErrors);
  try {
    return await service.simulationOf(path).runScenarios(policy, titles, coverage);
  } catch (error) {
    if (error instanceof HostGone) throw new HostRefusal(words.failed);
    throw error;
  }
}

/**
 * For clients without views: failures appear at their `expect` and as messages.
 * @returns the answer, for programmatic callers
 */
export async function runScenarioAloud(service: Service, path: string, title: string): Promise<RunScenariosAnswer> {
  const words = service.words();
  const answer = await runScenarios(service, path, [title], false);
  const failures = answer.results.flatMap((result) => result.failures);
  service.setFindings(
    path,
    failures.map(
      ({ range, message }): Diagnostic => ({
        range,
        message,
        severity: DiagnosticSeverity.Error,
        code: 'scenario-failed',
        source: 'steward',
      }),
    ),
  );
  const [result] = answer.results;
  if (result === undefined) service.say(MessageType.Error, words.noScenario(title));
  else if (result.state === 'passed') service.say(MessageType.Info, words.scenarioPassed(title));
  else service.say(MessageType.Error, words.scenarioFailed(title));
  return answer;
}
