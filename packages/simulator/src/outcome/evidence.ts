/** What the numbers of an Outcome rest on: the events behind them. */
import type { Instant } from '@steward/time';

/** Which events a number rests on: how many there are, and the last {@link EVIDENCE_LIMIT} of them in log order. */
export interface Evidence {
  count: number;
  events: EventReference[];
}

export const EVIDENCE_LIMIT = 20;

export interface EventReference {
  /** Index into {@link LogSummary.files}. */
  file: number;
  /** 1-based line (row, for Parquet). */
  line: number;
  at: Instant;
  /** The event's id in the log; null where it has none or ids were not asked for. */
  id: string | null;
}
