/** One line of a log in Steward's own schema (JSONL; the same names are the columns of CSV, TSV and Parquet). */
import type { Media, Role, Signal } from './vocabulary.ts';

export interface EventRecord {
  /**
   * When: ISO 8601 with a zone (`2025-03-01T20:00:00+08:00`), or a number of seconds, milliseconds or microseconds since the epoch, from 1990 to
   * the present. A time without a zone needs `--timezone`.
   */
  ts: string | number;
  /** The group's id. Optional in a log of a single group. */
  group?: string | null;
  group_name?: string | null;
  /** Stable id of who did it; null for the system. A log that names nobody needs `--without-members`. */
  member?: string | null;
  member_name?: string | null;
  /**
   * Left out: `member` where other events of the log say `member`, `staff` or `owner`; else what the roster or a declared role says of the
   * member.
   */
  role?: Role | null;
  /** Left out: `message`. */
  kind?: Signal | null;
  media?: Media | null;
  /** The log's own label of a message. */
  category?: string | null;
  text?: string | null;
  /** A message id, a member id, or the name of a campaign or risk. */
  target?: string | null;
  /** What a complaint, participation, campaign or resolution is about. */
  about?: string | null;
  /** Not negative, at most four decimals. */
  amount?: number | null;
  /** Of a message: what others' `target` names. Equal ids are one event. */
  id?: string | null;
  /**
   * What people say about the event: the names of the rules that should find it, separated by commas, or `-` for none. Only
   * `steward score` reads it.
   */
  label?: string | null;
}
