/** One event as a row of the events schema. */
import type { Media, Role, Signal } from '@steward/events';
import { FIELDS, type Field } from '@steward/logs';

export interface EventRow {
  /** UTC milliseconds, whole seconds like chat exports, so events often share an instant. */
  ts: number;
  group: string;
  groupName: string;
  /** Member id; null for the system. */
  member: string | null;
  memberName: string | null;
  role: Role;
  kind: Signal;
  /** Media of a message, or of the message that a read, click, reaction or share is about. */
  media: Media | null;
  /** The log's own label; null unless the options ask for labels. */
  category: string | null;
  text: string | null;
  /** A message id, a member id, or the name of a campaign or risk. */
  target: string | null;
  about: string | null;
  /** With at most two decimals. */
  amount: number | null;
  /** Unique in the log; only messages have one. */
  id: string | null;
}

/** The second that contains an instant. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1_000) * 1_000;
}

export const COLUMNS = FIELDS;
export type ColumnName = Field;

const FIELD: Readonly<Record<ColumnName, keyof EventRow>> = {
  ts: 'ts',
  group: 'group',
  group_name: 'groupName',
  member: 'member',
  member_name: 'memberName',
  role: 'role',
  kind: 'kind',
  media: 'media',
  category: 'category',
  text: 'text',
  target: 'target',
  about: 'about',
  amount: 'amount',
  id: 'id',
};

/** @returns the column's value; `ts` is milliseconds. */
export function columnOf(row: EventRow, column: ColumnName): string | number | null {
  return row[FIELD[column]];
}
