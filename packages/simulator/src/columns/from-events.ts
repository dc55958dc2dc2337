/** Plain events → the columns of each group: for scenarios, tests and the browser, which need no reader. */
import {
  AMOUNT_SCALE,
  type GroupLog,
  MEDIA,
  type Media,
  NO_MEDIA,
  NO_ROLE,
  NONE,
  ROLES,
  type Role,
  SIGNALS,
  type Signal,
  type TextPredicate,
  UNKNOWN_MEDIA,
} from '@steward/events';
import { textTest } from './text.ts';

export interface EventRow {
  /** UTC microseconds. */
  ts: number;
  group: string;
  groupName?: string | null;
  /** Stable id; null for the system. */
  member?: string | null;
  memberName?: string | null;
  role?: Role | null;
  kind: Signal;
  /** `unknown`: it has one, but which is not known. */
  media?: Media | 'unknown' | null;
  category?: string | null;
  text?: string | null;
  target?: string | null;
  about?: string | null;
  amount?: number | null;
  id?: string | null;
  /** Index into the log's files, and 1-based line; by default 0 and the row's position. */
  file?: number;
  line?: number;
}

export interface ColumnOptions {
  /** What the log covers, if it differs from the rows: `SEMANTICS.md`, "What a log covers". */
  covers?: { from?: number; to?: number };
  /** When the log itself says its groups were founded; null if it does not. */
  founded?: number | null;
}

/** @returns one log per group, ordered by group id. Rows need not be sorted; of rows with one id in a group the first counts. */
export function columnsFromEvents(
  rows: readonly EventRow[],
  predicates: readonly TextPredicate[],
  options: ColumnOptions = {},
): GroupLog[] {
  const numbered = rows.map((row, i) => ({ ...row, file: row.file ?? 0, line: row.line ?? i + 1 }));
  const groups = Map.groupBy(numbered, (row) => row.group);
  const begins = new Map<number, number>();
  let to = Number.NEGATIVE_INFINITY;
  for (const { file, ts } of numbered) {
    begins.set(file, Math.min(begins.get(file) ?? ts, ts));
    to = Math.max(to, ts);
  }
  const tests = predicates.map((predicate) => ({ test: textTest(predicate), only: predicate.only }));
  return [...groups.keys()].sort().map((group) => {
    const own = groups.get(group) ?? [];
    const from = Math.min(...new Set(own.map((row) => begins.get(row.file) ?? row.ts)));
    const covers = { from: options.covers?.from ?? from, to: options.covers?.to ?? to };
    return groupColumns(
      group,
      withoutDuplicates(own).sort((a, b) => a.ts - b.ts),
      tests,
      { covers, founded: options.founded ?? null },
    );
  });
}

type NumberedRow = EventRow & { file: number; line: number };
type Tests = readonly { test: (text: string) => boolean; only: readonly Signal[] | undefined }[];

function withoutDuplicates(rows: readonly NumberedRow[]): NumberedRow[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => {
    if (id === undefined || id === null) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

interface Dictionary {
  values: string[];
  code(value: string | null | undefined): number;
}

function dictionary(): Dictionary {
  const values: string[] = [];
  const codes = new Map<string, number>();
  return {
    values,
    code(value) {
      if (value === null || value === undefined) return NONE;
      const known = codes.get(value);
      if (known !== undefined) return known;
      codes.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}

function groupColumns(
  group: string,
  rows: readonly NumberedRow[],
  tests: Tests,
  { covers, founded }: Pick<GroupLog, 'covers' | 'founded'>,
): GroupLog {
  const members = dictionary();
  const labels = dictionary();
  const targets = dictionary();
  const names = new Map<number, string>();
  const member = Int32Array.from(rows, (row) => {
    const number = members.code(row.member);
    if (row.memberName !== null && row.memberName !== undefined) names.set(number, row.memberName);
    return number;
  });
  const columns = {
    ts: Float64Array.from(rows, (row) => row.ts),
    member,
    kind: Uint8Array.from(rows, (row) => SIGNALS.indexOf(row.kind)),
    role: Uint8Array.from(rows, (row) => (row.role ? ROLES.indexOf(row.role) : NO_ROLE)),
    media: Uint8Array.from(rows, ({ media }) => mediaIndex(media ?? null)),
    category: Int32Array.from(rows, (row) => labels.code(row.category)),
    about: Int32Array.from(rows, (row) => labels.code(row.about)),
    target: Int32Array.from(rows, (row) => targets.code(row.target)),
    amount: Float64Array.from(rows, (row) => Math.round((row.amount ?? Number.NaN) * AMOUNT_SCALE)),
    hasText: Uint8Array.from(rows, (row) => (typeof row.text === 'string' ? 1 : 0)),
    textBits: answers(rows, tests),
    sourceFile: Uint16Array.from(rows, (row) => row.file),
    sourceLine: Uint32Array.from(rows, (row) => row.line),
  };
  const people = members.values.map((id, i) => ({ id, name: names.get(i) ?? null }));
  return {
    group,
    groupName: rows.findLast((row) => typeof row.groupName === 'string')?.groupName ?? null,
    covers,
    founded,
    members: people,
    length: rows.length,
    ...columns,
    labels: labels.values,
    targets: targets.values,
    targetEvent: targetEvents(targets.values, rows),
    targetMember: targetMembers(targets.values, people),
  };
}

function mediaIndex(media: Media | 'unknown' | null): number {
  if (media === 'unknown') return UNKNOWN_MEDIA;
  return media === null ? NO_MEDIA : MEDIA.indexOf(media);
}

function answers(rows: readonly NumberedRow[], tests: Tests): Uint32Array[] {
  const words = Array.from({ length: Math.ceil(tests.length / 32) }, () => new Uint32Array(rows.length));
  rows.forEach(({ text, kind }, i) => {
    if (typeof text !== 'string') return;
    tests.forEach(({ test, only }, bit) => {
      if (only !== undefined && !only.includes(kind)) return;
      const word = words[bit >> 5];
      if (word !== undefined && test(text)) word[i] = ((word[i] ?? 0) | (1 << (bit & 31))) >>> 0;
    });
  });
  return words;
}

function targetEvents(targets: readonly string[], rows: readonly NumberedRow[]): Int32Array {
  const messages = new Map<string, number>();
  rows.forEach((row, i) => {
    if (row.kind === 'message' && typeof row.id === 'string') messages.set(row.id, i);
  });
  return Int32Array.from(targets, (target) => messages.get(target) ?? NONE);
}

function targetMembers(
  targets: readonly string[],
  members: readonly { id: string; name: string | null }[],
): Int32Array {
  const ids = new Map(members.map(({ id }, i) => [id, i]));
  const byName = new Map<string, number>();
  members.forEach(({ name }, i) => {
    if (name !== null) byName.set(name, byName.has(name) ? NONE : i);
  });
  return Int32Array.from(targets, (target) => ids.get(target) ?? byName.get(target) ?? NONE);
}
