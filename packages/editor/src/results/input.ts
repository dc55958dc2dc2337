/** Input for texts beside the rules: rules, results and language. */

import type { GroupPolicy, Policy } from '@steward/policy';
import type { GroupOutcome, Outcome } from '@steward/simulator';
import type { Locale } from '@steward/text';

export interface ResultsInput {
  policy: Policy;
  /** With members' histories, moves are counted; without them, only the net change is known. */
  outcome: Outcome;
  locale: Locale;
}

/** One clause in one group of the log. */
export interface ClauseOutcome<Result> {
  rules: GroupPolicy;
  group: GroupOutcome;
  result: Result;
}

/** Text at the end of a line, and its tone. */
export interface LineText {
  /** Drawn before the text if it fits. */
  curve?: string;
  text: string;
  tone: 'idle' | 'neutral' | 'good' | 'bad' | 'unknown';
}

export function wholeLine({ curve, text }: LineText): string {
  return curve === undefined ? text : `${curve} ${text}`;
}
