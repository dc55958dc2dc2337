/** How one event is packed into 32-bit words between the scan and its group: only the columns that the log has take space. */
import { KIND_SQL } from '../database/flags.ts';
import { MESSAGE } from '../schema/fields.ts';

/** A column of the scan that becomes words of the record as it is. */
interface PackedColumn {
  sql: string;
  width: 1 | 2;
}

export interface Layout {
  /** Words a record. */
  words: number;
  /** Number of 32-bit words of text predicates. */
  bitWords: number;
  /** In the order of the scan; the group's hash comes before them and becomes the record's first word. */
  columns: readonly (PackedColumn & { offset: number })[];
  /** Offset of each part in the record; -1 where the log has no such values. */
  at: {
    group: number;
    ts: number;
    line: number;
    /** Flags in the low half, file in the high half. */
    flags: number;
    member: number;
    category: number;
    about: number;
    target: number;
    amount: number;
    id: number;
    bits: number;
  };
}

/** Which optional columns hold anything. */
export interface Present {
  member: boolean;
  category: boolean;
  about: boolean;
  target: boolean;
  amount: boolean;
  id: boolean;
}

/** 0 stands for "none": no text has that hash but for one in 2^64. */
function hashOrNone(column: string): string {
  return `CASE WHEN ${column} IS NULL THEN 0::UBIGINT ELSE hash(${column}) END`;
}

/** @param bits SQL of each word of text predicates */
export function layoutOf(present: Present, bits: readonly string[]): Layout {
  const columns: (PackedColumn & { offset: number })[] = [];
  let words = 1;
  const add = (sql: string, width: 1 | 2): number => {
    const offset = words;
    columns.push({ sql, width, offset });
    words += width;
    return offset;
  };
  const optional = (wanted: boolean, sql: string): number => (wanted ? add(sql, 2) : -1);
  const at = {
    group: 0,
    ts: add('ts', 2),
    line: add('line', 1),
    flags: add('flags::UINTEGER + f::UINTEGER * 65536', 1),
    member: optional(present.member, hashOrNone('mem')),
    category: optional(present.category, hashOrNone('category')),
    about: optional(present.about, hashOrNone('about')),
    target: optional(present.target, hashOrNone('target')),
    amount: optional(present.amount, 'amount'),
    // Only targets look ids up, and they name messages.
    id: optional(
      present.id && present.target,
      `CASE WHEN id IS NULL OR ${KIND_SQL} <> ${MESSAGE} THEN 0::UBIGINT ELSE hash(id) END`,
    ),
    bits: words,
  };
  for (const word of bits) add(word, 1);
  return { words, bitWords: bits.length, columns, at };
}

export function scanSql(layout: Layout, from: string): string {
  return `SELECT hash(grp), ${layout.columns.map((column) => column.sql).join(', ')} FROM ${from}`;
}
