/** Turns problems of a log or a roster into `CannotRun`: the user has to fix them, whenever they show up. */
import { describeProblem, LogError } from '@steward/logs';
import type { Context } from '../context.ts';
import { CannotRun } from '../faults.ts';

export const MOST_PROBLEMS = 5;

/** @returns any other error unchanged */
export function logFault({ words, locale }: Context, error: unknown): unknown {
  if (!(error instanceof LogError)) return error;
  const { problems } = error;
  const lines = problems.slice(0, MOST_PROBLEMS).map((problem) => `  ${describeProblem(problem, locale)}`);
  const rest = problems.length - lines.length;
  return new CannotRun(words.unreadableLog, [...lines, ...(rest > 0 ? [`  ${words.more(rest)}`] : [])]);
}
