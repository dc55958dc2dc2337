/** Commands for clients that do not draw results themselves; outcomes are shown as messages. */
import type { LogChoice } from '@steward/sessions/selection';
import {
  ErrorCodes,
  type ExecuteCommandParams,
  LSPErrorCodes,
  MessageType,
  ResponseError,
} from 'vscode-languageserver';
import {
  type EvidencePlace,
  OPEN_EVIDENCE_COMMAND,
  RUN_SCENARIO_COMMAND,
  SIMULATE_COMMAND,
  type SimulateAnswer,
} from '../protocol.ts';
import { HostRefusal } from './host-process.ts';
import { runScenarioAloud } from './scenarios.ts';
import type { Service } from './service.ts';
import { simulateFile } from './simulate.ts';

export const COMMANDS = [SIMULATE_COMMAND, RUN_SCENARIO_COMMAND, OPEN_EVIDENCE_COMMAND] as const;

const SAMPLE: LogChoice = { kind: 'sample' };

/** @returns simulates all groups of a file, as the command does */
export function registerCommands(service: Service): (path: string) => void {
  const { connection } = service.host;
  connection.onExecuteCommand(async ({ command, arguments: given = [] }, token) => {
    switch (command) {
      case SIMULATE_COMMAND: {
        const [uri, group = null, log = SAMPLE] = given;
        if (typeof uri !== 'string' || (group !== null && typeof group !== 'string') || !isLogChoice(log)) break;
        const progress = await connection.window.createWorkDoneProgress();
        const tokens = [token, progress.token];
        const answer = await simulateFile(service, service.host.pathOf(uri), { group, log }, progress, tokens);
        if (answer.state === 'failed') service.say(MessageType.Error, answer.message);
        return answer;
      }
      case RUN_SCENARIO_COMMAND: {
        const [uri, title] = given;
        if (typeof uri !== 'string' || typeof title !== 'string') break;
        return aloud(service, () => runScenarioAloud(service, service.host.pathOf(uri), title));
      }
      case OPEN_EVIDENCE_COMMAND: {
        const [place] = given;
        if (!isPlace(place)) break;
        if (service.host.trust === 'none')
          throw new ResponseError(LSPErrorCodes.RequestFailed, service.words().untrusted);
        const at = { line: place.line - 1, character: 0 };
        return connection.window.showDocument({ uri: place.uri, selection: { start: at, end: at }, takeFocus: true });
      }
    }
    throw new ResponseError(ErrorCodes.InvalidParams, service.words().badArguments(command));
  });
  return (path) => {
    const policy = service.policyOf(path);
    if (policy === null || policy.groups.length === 0) return;
    void automatic(service, path);
  };
}

/** Problems that the user can fix are shown and also returned. */
async function aloud<Answer>(service: Service, work: () => Promise<Answer>): Promise<Answer | SimulateAnswer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HostRefusal)) throw error;
    service.say(MessageType.Error, error.message);
    return { state: 'failed', message: error.message };
  }
}

async function automatic(service: Service, path: string): Promise<void> {
  const progress = await service.host.connection.window.createWorkDoneProgress();
  await simulateFile(service, path, { group: null, log: SAMPLE }, progress, [progress.token]);
}

type Argument = NonNullable<ExecuteCommandParams['arguments']>[number];

function isLogChoice(value: Argument): value is LogChoice {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const { kind, paths, days } = value;
  if (kind === 'generated') return Number.isInteger(days) && days > 0;
  const isFile = kind === 'file' && Array.isArray(paths) && paths.every((path) => typeof path === 'string');
  return kind === 'sample' || isFile;
}

function isPlace(value: Argument): value is EvidencePlace {
  return typeof value === 'object' && value !== null && typeof value.uri === 'string' && Number.isInteger(value.line);
}
