/** How an event is packed into 32-bit words between the scan and its group. Columns that the log does not have take no space. */

import { type Hashes, type HashSql, strongHash } from './hash-sql.ts';

/** A column of the scan that is copied into the record unchanged. */
export interface PackedColumn {
  sql: string;
  width: 1 | 2;
  offset: number;
}

export interface Layout {
  /** Words per record; the first is the number of the group. */
  words: number;
  /** In scan order, where the group's hash precedes them. */
  columns: readonly PackedColumn[];
}

/** Offsets of an event's parts in its record; -1 if the log has no such values. */
export interface EventLayout extends Layout {
  ts: number;
  line: number;
  /** Flags in the low half, file in the high half. */
  flags: number;
  member: number;
  memberName: number;
  category: number;
  about: number;
  target: number;
  amount: number;
  id: number;
}

/** Which optional columns the log has. */
export interface Present {
  member: boolean;
  /** Some member has several names, so events have to say which is the last. */
  memberName: boolean;
  category: boolean;
  about: boolean;
  target: boolean;
  amount: boolean;
  id: boolean;
}

class Builder {
  readonly columns: PackedColumn[] = [];
  words = 1;

  add(sql: string, width: 1 | 2): number {
    const offset = this.words;
    this.columns.push({ sql, width, offset });
    this.words += width;
    return offset;
  }

  optional(wanted: boolean, sql: string): number {
    return wanted ? this.add(sql, 2) : -1;
  }
}

/** 0 means "none": only one text in 2^64 has that hash. */
function hashOrNone(column: string, hash: HashSql): string {
  return `CASE WHEN ${column} IS NULL THEN 0::UBIGINT ELSE ${hash(column)} END`;
}

export function eventLayout(present: Present, hashes: Hashes): EventLayout {
  const builder = new Builder();
  const parts = {
    ts: builder.add('ts', 2),
    line: builder.add('line', 1),
    flags: builder.add('flags::UINTEGER + f::UINTEGER * 65536', 1),
    member: builder.optional(present.member, hashOrNone('mem', hashes.member)),
    memberName: builder.optional(present.memberName, hashOrNone('mem_name', hashes.memberName)),
    category: builder.optional(present.category, hashOrNone('category', hashes.label)),
    about: builder.optional(present.about, hashOrNone('about', hashes.label)),
    target: builder.optional(present.target, hashOrNone('target', strongHash)),
    amount: builder.optional(present.amount, 'amount'),
    id: builder.optional(present.id, hashOrNone('id', strongHash)),
  };
  return { words: builder.words, columns: builder.columns, ...parts };
}

/** Answers to text predicates: record words 1, 2, … are words of bits. */
export function bitsLayout(bits: readonly string[]): Layout {
  const builder = new Builder();
  for (const word of bits) builder.add(word, 1);
  return { words: builder.words, columns: builder.columns };
}

export function scanSql(layout: Layout, groupHash: HashSql, from: string): string {
  return `SELECT ${[groupHash('grp'), ...layout.columns.map((column) => column.sql)].join(', ')} FROM ${from}`;
}
