/** Details of a clause's results, with the text of the messages behind them. */
import type { EventReference } from '@steward/simulator';
import type { ClauseDetails } from '../../protocol.ts';
import { clauseDetails } from '../../results/details.ts';
import { commandFor } from '../command.ts';
import type { Finished } from '../finished.ts';
import type { Hello } from '../messages.ts';
import type { Sources } from '../sources.ts';
import { textsOf } from './texts.ts';

export async function clauseAnswer(
  finished: Finished,
  hello: Hello,
  sources: Sources,
  /** Index into the policy's files. */
  file: number,
  key: string,
): Promise<ClauseDetails | null> {
  const { rules, outcome, run, parts } = finished;
  const asked: EventReference[] = [];
  const details = (evidenceText: (reference: EventReference) => string | null): ClauseDetails | null =>
    clauseDetails(
      {
        policy: rules.policy,
        outcome,
        locale: hello.locale,
        files: run.files,
        sourceText: sources.reader(rules.policy),
        evidenceText,
        command: commandFor(hello, finished),
        client: hello.client,
      },
      file,
      key,
    );
  // A first pass finds the messages shown, so that only those are looked up.
  const blank = details((reference) => {
    asked.push(reference);
    return null;
  });
  return asked.length === 0 ? blank : details(await textsOf(parts, asked));
}
