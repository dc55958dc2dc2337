/**
 * The events of one group as columns: what every reader writes and every engine reads.
 *
 * - Sorted by `ts`, then by the order in which the source gave them; exact duplicates by id are already dropped.
 * - Plain data (typed arrays and strings): it can be sent to a worker, or live in shared memory, as it is.
 * - Complete for the group: nothing of the group is in another GroupLog of the same run.
 */
import type { Signal } from './vocabulary.ts';

/** A test on an event's text that the reader answers once, in its scan; the answers come back in {@link GroupLog.textBits}. */
export type TextPredicate = {
  /** Only events of these signals matter; the bits of other events are arbitrary. Absent: all. */
  only?: readonly Signal[];
} & (
  | {
      /** Any of the words occurs. Case is ignored for ASCII letters; all else matches exactly. */
      kind: 'contains';
      words: readonly string[];
    }
  | {
      /** RE2 syntax, found anywhere in the text. `.` does not match a line feed. */
      kind: 'matches';
      pattern: string;
      ignoreCase: boolean;
    }
);

/** One member as known from log and roster. The index in {@link GroupLog.members} is the member's number in every column. */
export interface LogMember {
  /** Stable id; the display name if a format has nothing else. */
  id: string;
  /** Last name seen; null if the log never gives one. */
  name: string | null;
}

export interface GroupLog {
  /** The group's id in the log. */
  group: string;
  /** Last name seen. */
  groupName: string | null;
  /** Microseconds since the epoch at which the log's view of this group begins and ends (both inclusive): `SEMANTICS.md`, "What a log covers". */
  covers: { from: number; to: number };
  /** When the group was founded according to the log (a notice, a sidecar), microseconds since 1970; null if it does not say. */
  founded: number | null;
  members: LogMember[];
  /** Number of events; every column has this length. */
  length: number;
  /** UTC microseconds since the epoch, whole numbers. */
  ts: Float64Array;
  /** Index into `members`; NONE for the system. */
  member: Int32Array;
  /** Index into SIGNALS. */
  kind: Uint8Array;
  /** Index into ROLES; NO_ROLE if the event has none. */
  role: Uint8Array;
  /** Index into MEDIA; NO_MEDIA if the event has none, UNKNOWN_MEDIA if it is unknown which. */
  media: Uint8Array;
  /** Index into `labels`: the log's own category; NONE if it has none. */
  category: Int32Array;
  /** Index into `labels`. */
  about: Int32Array;
  /** Index into `targets`: a message id, a member id or a campaign or risk name; NONE if it has none. */
  target: Int32Array;
  /** In 1/AMOUNT_SCALE units; NaN if the event has none. */
  amount: Float64Array;
  /** 1 if the event has text (a text predicate of an event without text is unknown, not false). */
  hasText: Uint8Array;
  /** `textBits[w][i]`: bit b answers predicate `32 * w + b` for event i. As many words as the predicates need. */
  textBits: Uint32Array[];
  /** Distinct values of `category` and `about`. */
  labels: string[];
  /** Distinct values of `target`. */
  targets: string[];
  /** For every value of `targets` that is the id of a message of this group: that event's index; else NONE. */
  targetEvent: Int32Array;
  /** For every value of `targets` that is the id of a member (or, failing that, the name of exactly one): its number; else NONE. */
  targetMember: Int32Array;
  /** Where each event is: index into {@link LogInfo.files}, and the 1-based line (row, for Parquet). */
  sourceFile: Uint16Array;
  sourceLine: Uint32Array;
}

/** Facts about the whole log, known before its groups are read. */
export interface LogInfo {
  /** Paths as given by the user (or as a glob expanded them, sorted). */
  files: string[];
  /** Signals that the log can show, in the order of SIGNALS. */
  shows: Signal[];
  /** Whether any event has the role member, staff or owner. A bot alone does not show who is staff. */
  roles: boolean;
  /** True for a scenario's events: every signal is shown and nothing happened before. */
  complete: boolean;
}

/** A row of a roster: who is (or was) in a group, whether or not they ever spoke. */
export interface RosterEntry {
  /** Member id. */
  member: string;
  name: string | null;
  role: 'member' | 'staff' | 'owner' | 'bot' | null;
  /** UTC microseconds (start of the local day where only a date is given); null = not said. */
  joined: number | null;
}
