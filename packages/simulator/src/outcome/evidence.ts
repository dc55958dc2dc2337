/** The events behind the numbers of an Outcome. */
import type { Instant } from '@steward/time';

/** The events behind a number: how many, and the last {@link EVIDENCE_LIMIT} in log order. */
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
  /** The event's id in the log; null if it has none or ids were not requested. */
  id: string | null;
}
