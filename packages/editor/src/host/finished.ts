/** A finished run, kept for later requests. */

import type { HeldLog, Preparation } from '@steward/sessions/held-log';
import type { ChosenSource } from '@steward/sessions/selection';
import type { Outcome } from '@steward/simulator';
import type { RunSummary } from '../protocol.ts';
import type { Rules } from './messages.ts';

/** One log of the run. */
export interface Part {
  held: HeldLog;
  source: ChosenSource;
  prepared: Preparation;
}

export interface Finished {
  rules: Rules;
  outcome: Outcome;
  run: RunSummary;
  parts: Part[];
}
