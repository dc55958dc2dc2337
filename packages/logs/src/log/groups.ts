/** From one scan of the log to its groups, one at a time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GroupLog, LogMember, TextPredicate } from '@steward/events';
import { buildGroupLog, type GroupTexts, type HashedTexts } from '../columns/group-log.ts';
import { HashIndex } from '../columns/hash-index.ts';
import { type Layout, layoutOf, type Present, scanSql } from '../columns/layout.ts';
import { type GroupRange, Partitions, partitionGroups, recordsByGroup } from '../columns/partitions.ts';
import { type Database, literal } from '../database/database.ts';
import { predicateWords } from '../text/predicates.ts';
import { GROUPS_TABLE, type GroupEntry, MEMBERS_TABLE } from './catalog.ts';

/** What the scan needs to know of an opened log. */
export interface ScanContext {
  database: Database;
  /** SQL of the table of all events that count. */
  events: string;
  /** In the order of their numbers. */
  groups: readonly GroupEntry[];
  /** By group number. */
  covers: readonly { from: number; to: number }[];
  present: Present;
  /** Memory for records, bytes. */
  memoryBytes: number;
  onProgress: (records: number) => void;
}

export async function* readGroups(
  context: ScanContext,
  predicates: readonly TextPredicate[],
  only: readonly string[] | null,
): AsyncGenerator<GroupLog, void, undefined> {
  const layout = layoutOf(context.present, predicateWords(predicates));
  for await (const { records, range } of scanPartitions(context, layout, only)) {
    const texts = await textsOf(context, layout, range);
    const positions = recordsByGroup(records, layout.words, range);
    for (const [index, list] of positions.entries()) {
      const groupTexts = texts[index];
      // A group that nobody asked for has no records.
      if (list.length === 0 || groupTexts === undefined) continue;
      yield buildGroupLog(records, list, layout, groupTexts);
    }
  }
}

const NOTHING: Present = { member: false, category: false, about: false, target: false, amount: false, id: false };

export async function* readTextBits(
  context: ScanContext,
  predicates: readonly TextPredicate[],
  only: readonly string[] | null,
): AsyncGenerator<{ group: string; textBits: Uint32Array[] }, void, undefined> {
  const layout = layoutOf(NOTHING, predicateWords(predicates));
  for await (const { records, range } of scanPartitions(context, layout, only)) {
    const positions = recordsByGroup(records, layout.words, range);
    for (const [index, list] of positions.entries()) {
      const group = context.groups[range.from + index]?.group;
      if (list.length === 0 || group === undefined) continue;
      const { textBits } = buildGroupLog(records, list, layout, { ...NO_TEXTS, group });
      yield { group, textBits };
    }
  }
}

const NO_HASHES: HashedTexts = { hashes: new Uint32Array(0), texts: [] };

const NO_TEXTS: Omit<GroupTexts, 'group'> = {
  groupName: null,
  covers: { from: 0, to: 0 },
  members: [],
  memberHashes: NO_HASHES.hashes,
  labels: NO_HASHES,
  targets: NO_HASHES,
};

async function* scanPartitions(
  context: ScanContext,
  layout: Layout,
  only: readonly string[] | null,
): AsyncGenerator<{ records: Uint32Array; range: GroupRange }, void, undefined> {
  const { database, groups } = context;
  const wanted = only === null ? null : new Set(only);
  const counts = groups.map((entry) => (wanted === null || wanted.has(entry.group) ? entry.events : 0));
  const ranges = partitionGroups(counts, layout.words, context.memoryBytes);
  const folder = mkdtempSync(join(database.folder.path, 'scan-'));
  const partitions = new Partitions(layout, ranges, await groupIndex(database, wanted), folder);
  try {
    let records = 0;
    for await (const chunk of database.stream(scanSql(layout, selected(context, wanted)))) {
      partitions.push(chunk);
      records += chunk.rows;
      context.onProgress(records);
    }
    for (const [index, range] of ranges.entries()) yield { records: partitions.take(index), range };
  } finally {
    partitions.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Few groups of many are worth a filter in the scan. */
function selected(context: ScanContext, wanted: ReadonlySet<string> | null): string {
  if (wanted === null || wanted.size * 2 > context.groups.length) return context.events;
  const list = [...wanted].map(literal).join(', ') || 'NULL';
  return `(SELECT * FROM ${context.events} WHERE grp IN (${list}))`;
}

async function groupIndex(database: Database, wanted: ReadonlySet<string> | null): Promise<HashIndex> {
  const [row = []] = await database.rows(`SELECT count(*) FROM ${GROUPS_TABLE}`);
  const index = new HashIndex(Number(row[0]));
  for await (const chunk of database.stream(`SELECT hash(grp), gi, grp FROM ${GROUPS_TABLE}`)) {
    const hashes = chunk.words32(0, 2);
    const numbers = chunk.words32(1, 1);
    const names = wanted === null ? [] : chunk.values(2);
    for (let i = 0; i < chunk.rows; i++) {
      if (wanted !== null && !wanted.has(String(names[i]))) continue;
      const other = index.add(hashes[i * 2] ?? 0, hashes[i * 2 + 1] ?? 0, numbers[i] ?? 0);
      if (other >= 0) throw new Error(`Groups ${other} and ${numbers[i]} have the same hash`);
    }
  }
  return index;
}

/** Members, labels and targets of the groups of a range, by position in it. */
async function textsOf(context: ScanContext, layout: Layout, range: GroupRange): Promise<GroupTexts[]> {
  const { database, events } = context;
  const { at } = layout;
  const within = `gi >= ${range.from} AND gi < ${range.to}`;
  const read = async (wanted: boolean, sql: string): Promise<NamedTexts[]> =>
    wanted ? hashedTexts(database, sql, range) : [];

  const members = await read(
    at.member >= 0,
    `SELECT gi, hash(mem), mem, mem_name FROM ${MEMBERS_TABLE} WHERE ${within}`,
  );
  const labelColumns = [at.category >= 0 ? 'category' : null, at.about >= 0 ? 'about' : null].filter(
    (column) => column !== null,
  );
  const labels = await read(labelColumns.length > 0, distinctSql(events, labelColumns, within));
  const targets = await read(at.target >= 0, distinctSql(events, ['target'], within));

  return context.groups.slice(range.from, range.to).map((entry, index) => ({
    group: entry.group,
    groupName: entry.groupName,
    covers: context.covers[range.from + index] ?? { from: 0, to: 0 },
    members: membersOf(members[index]),
    memberHashes: members[index]?.hashes ?? NO_HASHES.hashes,
    labels: labels[index] ?? NO_HASHES,
    targets: targets[index] ?? NO_HASHES,
  }));
}

function membersOf(texts: NamedTexts | undefined): LogMember[] {
  return texts?.texts.map((id, index) => ({ id, name: texts.names[index] ?? null })) ?? [];
}

function distinctSql(events: string, columns: readonly string[], within: string): string {
  const values = columns.map((column) => `SELECT grp, ${column} AS value FROM ${events} WHERE ${column} IS NOT NULL`);
  return `SELECT gi, hash(value), value, NULL::VARCHAR FROM (SELECT DISTINCT grp, value FROM (${values.join(' UNION ALL ')}))
    JOIN ${GROUPS_TABLE} USING (grp) WHERE ${within} ORDER BY gi, value`;
}

interface NamedTexts extends HashedTexts {
  names: (string | null)[];
}

/** Rows of (group number, hash, text, name), by group of the range. */
async function hashedTexts(database: Database, sql: string, range: GroupRange): Promise<NamedTexts[]> {
  const lists = Array.from({ length: range.to - range.from }, () => ({
    words: [] as number[],
    texts: [] as string[],
    names: [] as (string | null)[],
  }));
  for await (const chunk of database.stream(sql)) {
    const groups = chunk.words32(0, 1);
    const hashes = chunk.words32(1, 2);
    const values = chunk.values(2);
    const names = chunk.values(3);
    for (let i = 0; i < chunk.rows; i++) {
      const list = lists[(groups[i] ?? 0) - range.from];
      const name = names[i] ?? null;
      list?.words.push(hashes[i * 2] ?? 0, hashes[i * 2 + 1] ?? 0);
      list?.texts.push(String(values[i]));
      list?.names.push(name === null ? null : String(name));
    }
  }
  return lists.map((list) => ({ hashes: Uint32Array.from(list.words), texts: list.texts, names: list.names }));
}
