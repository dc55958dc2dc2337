/** A log as rows, one plain object per event: the oracle's form of the columns. */
import type { LogMember, Media, Role, Signal } from '@steward/events';

export interface Row {
  /** UTC microseconds. */
  ts: number;
  /** Member id; null for the system. */
  member: string | null;
  kind: Signal;
  /** As the event says; null if it does not. */
  role: Role | null;
  /** `unknown`: it has one, but which is not known. */
  media: Media | 'unknown' | null;
  /** The log's own label. */
  category: string | null;
  about: string | null;
  target: string | null;
  /** Whole ten-thousandths. */
  amount: number | null;
  text: string | null;
  id: string | null;
  /** Its source position. */
  file: number;
  line: number;
}

export interface GroupRows {
  group: string;
  groupName: string | null;
  covers: { from: number; to: number };
  /** When the log says the group was founded. */
  founded: number | null;
  /** Every member of an event, with the last name seen. */
  members: LogMember[];
  /** In log order: by instant, then as given. */
  rows: Row[];
}

export interface RowLog {
  files: string[];
  shows: Signal[];
  /** Whether any event says that somebody is a member, staff or an owner. */
  roles: boolean;
  complete: boolean;
  groups: GroupRows[];
}
