/** Asks a person at a terminal: repeats the question until the answer is valid; an empty answer takes the default. */
import { createInterface } from 'node:readline';
import { INTERRUPTED } from '../../exit-codes.ts';

interface Question<Answer extends string> {
  text: string;
  choices: readonly { value: Answer; label: string }[];
  /** Taken by an empty answer. */
  proposed: Answer;
}

/** Whether someone can answer: both streams are a terminal, and this is not CI. */
export function canAsk(environment: Readonly<Record<string, string | undefined>>): boolean {
  const inPipeline = !['', 'false', undefined].includes(environment['CI']);
  return process.stdin.isTTY === true && process.stderr.isTTY === true && !inPipeline;
}

/** Asks on standard error, which never mixes with results. End of input takes the default. */
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
