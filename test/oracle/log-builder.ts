/** Builds logs concisely: rows with only what matters, the rest filled in. */
import { type LogMember, SIGNALS, type Signal } from '@steward/events';
import type { GroupRows, Row, RowLog } from './rows.ts';

/** `at` is UTC as `YYYY-MM-DDTHH:MM[:SS[.ffffff]]`, or microseconds. */
export type RowShape = Partial<Omit<Row, 'ts'>> & { at: string | number; kind: Signal };

export function micros(text: string): number {
  const [whole = '', fraction = ''] = text.split('.');
  const seconds = whole.length === 16 ? `${whole}:00` : whole;
  return Date.parse(`${seconds}Z`) * 1_000 + Number(fraction.padEnd(6, '0'));
}

function rowOf(shape: RowShape): Row {
  const { at, ...said } = shape;
  return {
    ts: typeof at === 'string' ? micros(at) : at,
    member: null,
    role: null,
    media: null,
    category: null,
    about: null,
    target: null,
    amount: null,
    text: null,
    id: null,
    file: 0,
    line: 0,
    ...said,
  };
}

export interface GroupShape {
  group?: string;
  groupName?: string | null;
  covers?: { from: number; to: number };
  founded?: number | null;
  names?: Record<string, string>;
  rows: readonly RowShape[];
}

/** Rows in log order; lines count from 1 in that order. */
export function groupRows(shape: GroupShape): GroupRows {
  const rows = shape.rows.map(rowOf).sort((a, b) => a.ts - b.ts);
  const placed = rows.map((row, index) => ({ ...row, line: row.line === 0 ? index + 1 : row.line }));
  const first = placed[0]?.ts ?? 0;
  return {
    group: shape.group ?? 'g',
    groupName: shape.groupName ?? null,
    covers: shape.covers ?? { from: first, to: placed.at(-1)?.ts ?? first },
    founded: shape.founded ?? null,
    members: membersOf(placed, shape.names ?? {}),
    rows: placed,
  };
}

function membersOf(rows: readonly Row[], names: Record<string, string>): LogMember[] {
  const ids = [...new Set(rows.map((row) => row.member))].filter((id) => id !== null);
  return ids.map((id) => ({ id, name: names[id] ?? null }));
}

export function logOf(groups: GroupRows[], more: Partial<RowLog> = {}): RowLog {
  const roles = groups.some(({ rows }) => rows.some(({ role }) => role !== null && role !== 'bot'));
  return { files: ['log.jsonl'], shows: [...SIGNALS], roles, complete: false, groups, ...more };
}
