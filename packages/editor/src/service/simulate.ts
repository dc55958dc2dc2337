/** A requested simulation with its progress. */
import { integerText } from '@steward/numbers';
import type { LogSelection } from '@steward/sessions/selection';
import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { ProgressNote } from '../host/messages.ts';
import type { SimulateAnswer } from '../protocol.ts';
import type { Service } from './service.ts';

export async function simulateFile(
  service: Service,
  path: string,
  chosen: LogSelection,
  progress: WorkDoneProgressReporter,
  tokens: readonly CancellationToken[],
): Promise<SimulateAnswer> {
  const words = service.words();
  if (service.host.trust === 'none') return { state: 'failed', message: words.untrusted };
  const policy = service.policyOf(path);
  if (policy === null) return { state: 'failed', message: words.hasErrors };
  if (tokens.some((token) => token.isCancellationRequested)) return { state: 'cancelled' };
  const report = (note: ProgressNote): void => {
    const { done, all } = note;
    if (note.phase === 'opening' || all === null) progress.report(words.reading(integerText(done)));
    else progress.report(Math.round((100 * done) / Math.max(1, all)), words.running(done, all));
  };
  progress.begin(words.simulating, undefined, undefined, true);
  try {
    return await service.simulationOf(path).simulate(policy, chosen, report, (listener) => {
      for (const token of tokens) token.onCancellationRequested(listener);
    });
  } finally {
    progress.done();
  }
}
