/** What texts beside the rules are made of: the rules, what they came to, and in whose language it is told. */

import type { GroupPolicy, Policy } from '@steward/policy';
import type { GroupOutcome, Outcome } from '@steward/simulator';
import type { Locale } from '@steward/text';

export interface ResultsInput {
  policy: Policy;
  /** With the members' histories, moves are counted week by week; without them, only their difference is known. */
  outcome: Outcome;
  locale: Locale;
}

/** One clause in one group of the log. */
export interface ClauseOutcome<Result> {
  rules: GroupPolicy;
  group: GroupOutcome;
  result: Result;
}

/** The end of a line, and how it is meant. */
export interface LineText {
  /** Drawn before the text where there is room. */
  curve?: string;
  text: string;
  tone: 'idle' | 'neutral' | 'good' | 'bad' | 'unknown';
}

export function wholeLine({ curve, text }: LineText): string {
  return curve === undefined ? text : `${curve} ${text}`;
}
