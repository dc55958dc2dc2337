/** A log as rows: one plain object an event. What the oracle reads in place of columns. */
import type { LogMember, Media, Role, Signal } from '@steward/events';

export interface Row {
  /** UTC microseconds. */
  ts: number;
  /** Member id; null for the system. */
  member: string | null;
  kind: Signal;
  /** As the event says; null where it says none. */
  role: Role | null;
  /** `unknown`: it has one that nobody knows. */
  media: Media | 'unknown' | null;
  /** The log's own label. */
  category: string | null;
  about: string | null;
  target: string | null;
  /** Whole ten-thousandths. */
  amount: number | null;
  text: string | null;
  id: string | null;
  /** Where it stands. */
  file: number;
  line: number;
}

export interface GroupRows {
  group: string;
  groupName: string | null;
  covers: { from: number; to: number };
  /** When the log says that the group was founded. */
  founded: number | null;
  /** Everybody whom an event names as its member, with the last name seen. */
  members: LogMember[];
  /** In log order: by instant, then as given. */
  rows: Row[];
}

export interface RowLog {
  files: string[];
  shows: Signal[];
  /** Whether an event says that somebody is a member, staff or an owner. */
  roles: boolean;
  complete: boolean;
  groups: GroupRows[];
}
