/** Questions to a person at a terminal: what is not understood is asked again, and an empty answer takes what is proposed. */
import { createInterface } from 'node:readline';
import { INTERRUPTED } from '../../exit-codes.ts';

interface Question<Answer extends string> {
  text: string;
  choices: readonly { value: Answer; label: string }[];
  /** Taken by an empty answer. */
  proposed: Answer;
}

/** Whether somebody is there to answer: both ends are a terminal, and it is no pipeline. */
export function canAsk(environment: Readonly<Record<string, string | undefined>>): boolean {
  const inPipeline = !['', 'false', undefined].includes(environment['CI']);
  return process.stdin.isTTY === true && process.stderr.isTTY === true && !inPipeline;
}

/** Asks on standard error, so that it never gets into a result. Input that ends takes what is proposed. */
export async function ask<Answer extends string>({ text, choices, proposed }: Question<Answer>): Promise<Answer> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  terminal.once('SIGINT', () => process.exit(INTERRUPTED));
  const list = choices.map(({ label }, index) => `  ${index + 1}  ${label}\n`).join('');
  const at = choices.findIndex(({ value }) => value === proposed) + 1;
  terminal.setPrompt(`${text}\n${list}[${at}] `);
  terminal.prompt();
  try {
    for await (const line of terminal) {
      const answer = line.trim();
      if (answer === '') return proposed;
      const chosen = choices.find(({ value }, index) => value === answer || String(index + 1) === answer);
      if (chosen !== undefined) return chosen.value;
      terminal.prompt();
    }
    return proposed;
  } finally {
    terminal.close();
  }
}
