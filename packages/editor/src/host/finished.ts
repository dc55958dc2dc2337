/** A run that has ended, as later questions find it. */
import type { Outcome } from '@steward/simulator';
import type { RunSummary } from '../protocol.ts';
import type { HeldLog, Prepared } from './held-log.ts';
import type { Rules } from './messages.ts';
import type { ChosenSource } from './selection.ts';

/** One log of a run. */
export interface Part {
  held: HeldLog;
  source: ChosenSource;
  prepared: Prepared;
}

export interface Finished {
  rules: Rules;
  outcome: Outcome;
  run: RunSummary;
  parts: Part[];
}
