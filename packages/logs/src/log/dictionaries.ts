/**
 * The texts of a log by hash; each distinct one is read once. What grows with the number of members is kept in memory; what grows
 * with the number of events (the targets) stays in the database until groups are formed.
 */
import type { LogMember } from '@steward/events';
import type { HashedTexts, MembersByHash, TextsByHash } from '../columns/group-log.ts';
import { GrowingHashIndex, type HashIndex } from '../columns/hash-index.ts';
import { type HashSql, plainHash, strongHash } from '../columns/hash-sql.ts';
import type { GroupRange } from '../columns/partitions.ts';
import { type Database, literal, type SqlValue } from '../database/database.ts';

export interface GroupEntry {
  group: string;
  groupName: string | null;
  /** Rows, duplicates included. */
  rows: number;
}

const GROUP_NAMES = 'stage.group_names';
const GROUPS = 'stage.groups';
const MEMBERS = 'stage.members';
const TARGETS = 'stage.targets';

export interface Groups {
  /** Ordered by id (code points); positions are the groups' numbers. */
  entries: GroupEntry[];
  index: HashIndex;
  hash: HashSql;
}

export async function readGroupEntries(database: Database, events: string): Promise<Groups> {
  await database.run(`CREATE TABLE ${GROUP_NAMES} AS SELECT grp, grp_name, count(*) AS n FROM ${events} GROUP BY ALL`);
  await database.run(`CREATE TABLE ${GROUPS} AS SELECT grp, (row_number() OVER (ORDER BY grp) - 1)::INTEGER AS gi,
    count(grp_name) AS names, max(grp_name) AS grp_name, sum(n)::BIGINT AS n FROM ${GROUP_NAMES} GROUP BY grp`);
  const renamed = await database.rows(`SELECT grp FROM ${GROUPS} WHERE names > 1`);
  const lastNames = await lastGroupNames(
    database,
    events,
    renamed.map((row) => String(row[0])),
  );
  return withHash(async (hash) => {
    const entries: GroupEntry[] = [];
    const numbering = new GrowingHashIndex();
    for await (const chunk of database.stream(`SELECT ${hash('grp')}, grp, grp_name, n FROM ${GROUPS} ORDER BY gi`)) {
      const words = chunk.words32(0, 2);
      const [groups, names, counts] = [chunk.values(1), chunk.values(2), chunk.values(3)];
      for (let i = 0; i < chunk.rows; i++) {
        if (!numbering.add(words[i * 2] ?? 0, words[i * 2 + 1] ?? 0).isNew) return null;
        const group = String(groups[i]);
        entries.push({ group, groupName: lastNames.get(group) ?? textOrNull(names[i]), rows: Number(counts[i]) });
      }
    }
    return { entries, index: numbering.index, hash };
  });
}

/** Reads with the fast hash, and with the strong one if two texts collide (`null`). */
async function withHash<T>(read: (hash: HashSql) => Promise<T | null>): Promise<T> {
  const result = (await read(plainHash)) ?? (await read(strongHash));
  // Practically impossible, but never misread in silence.
  if (result === null) throw new Error('Two texts of the log have the same hash');
  return result;
}

async function lastGroupNames(
  database: Database,
  events: string,
  groups: readonly string[],
): Promise<Map<string, string>> {
  if (groups.length === 0) return new Map();
  const rows = await database.rows(`SELECT grp, arg_max(grp_name, (ts, f, line)) FROM ${events}
    WHERE grp_name IS NOT NULL AND grp IN (${groups.map(literal).join(', ')}) GROUP BY grp`);
  return new Map(rows.map((row) => [String(row[0]), String(row[1])]));
}

export interface Members extends MembersByHash {
  hash: HashSql;
  /** Whether any member has more than one name. */
  severalNames: boolean;
}

const NO_NAME = '';

export async function readMembers(database: Database, events: string): Promise<Members> {
  await database.run(
    `CREATE TABLE ${MEMBERS} AS SELECT mem, mem_name FROM ${events} WHERE mem IS NOT NULL GROUP BY ALL`,
  );
  return withHash((hash) => membersBy(hash, database));
}

async function membersBy(hash: HashSql, database: Database): Promise<Members | null> {
  const index = new GrowingHashIndex();
  const ids: string[] = [];
  /** The only name; {@link NO_NAME} if there are none or several. */
  const names: string[] = [];
  let severalNames = false;
  const several = new Set<number>();
  for await (const chunk of database.stream(`SELECT ${hash('mem')}, mem, mem_name FROM ${MEMBERS}`)) {
    const words = chunk.words32(0, 2);
    const [members, memberNames] = [chunk.values(1), chunk.values(2)];
    for (let i = 0; i < chunk.rows; i++) {
      const id = String(members[i]);
      const name = textOrNull(memberNames[i]) ?? NO_NAME;
      const { number, isNew } = index.add(words[i * 2] ?? 0, words[i * 2 + 1] ?? 0);
      if (isNew) {
        ids.push(id);
        names.push(name);
        continue;
      }
      if (ids[number] !== id) return null;
      if (name === NO_NAME) continue;
      if (names[number] !== NO_NAME || several.has(number)) several.add(number);
      names[number] = several.has(number) ? NO_NAME : name;
      severalNames ||= several.size > 0;
    }
  }
  return {
    hash,
    severalNames,
    memberOf: (low, high): LogMember => {
      const number = index.get(low, high);
      const id = ids[number];
      if (id === undefined) throw new Error('A member of an event is not among those of the log');
      return { id, name: names[number] || null };
    },
  };
}

export interface Texts extends TextsByHash {
  hash: HashSql;
}

export const NO_TEXTS: Texts = {
  hash: plainHash,
  textOf: () => {
    throw new Error('The log has no such texts');
  },
};

/** Distinct values of columns with few of them: labels, and names that change. */
export async function readTexts(database: Database, events: string, columns: readonly string[]): Promise<Texts> {
  if (columns.length === 0) return NO_TEXTS;
  const values = columns.map(
    (column) => `SELECT DISTINCT ${column} AS value FROM ${events} WHERE ${column} IS NOT NULL`,
  );
  return withHash((hash) => textsBy(hash, database, values.join(' UNION ')));
}

async function textsBy(hash: HashSql, database: Database, values: string): Promise<Texts | null> {
  const numbering = new GrowingHashIndex();
  const texts: string[] = [];
  for await (const chunk of database.stream(`SELECT ${hash('value')}, value FROM (${values})`)) {
    const words = chunk.words32(0, 2);
    const found = chunk.values(1);
    for (let i = 0; i < chunk.rows; i++) {
      if (!numbering.add(words[i * 2] ?? 0, words[i * 2 + 1] ?? 0).isNew) return null;
      texts.push(String(found[i]));
    }
  }
  return {
    hash,
    textOf: (low, high) => {
      const text = texts[numbering.index.get(low, high)];
      if (text === undefined) throw new Error('A text of an event is not among those of the log');
      return text;
    },
  };
}

/** Distinct targets of every group, with their number. */
export interface Targets {
  /** By group number. */
  counts: Int32Array;
}

/** From this number on, targets are sorted by group, so one group's are found without scanning all. */
const SORT_FROM = 20_000_000;

export async function createTargets(database: Database, events: string, groups: number): Promise<Targets> {
  await database.run(`CREATE TABLE ${TARGETS} AS SELECT gi, target FROM
    (SELECT DISTINCT grp, target FROM ${events} WHERE target IS NOT NULL) JOIN ${GROUPS} USING (grp)`);
  const counts = new Int32Array(groups);
  for await (const chunk of database.stream(`SELECT gi, count(*)::INTEGER FROM ${TARGETS} GROUP BY gi`)) {
    const [numbers, found] = [chunk.words32(0, 1), chunk.words32(1, 1)];
    for (let i = 0; i < chunk.rows; i++) counts[numbers[i] ?? 0] = found[i] ?? 0;
  }
  if (counts.reduce((sum, count) => sum + count, 0) >= SORT_FROM) {
    await database.run(`CREATE OR REPLACE TABLE ${TARGETS} AS SELECT * FROM ${TARGETS} ORDER BY gi`);
  }
  return { counts };
}

export const NO_TARGETS: HashedTexts = { hashes: new Uint32Array(0), texts: [] };

/** Targets that one query collects: lists cannot be spilled. */
const BATCH = 250_000;

/** The targets of the groups of a range, by position in it. */
export async function readTargets(database: Database, range: GroupRange, targets: Targets): Promise<HashedTexts[]> {
  const lists = Array.from({ length: range.to - range.from }, () => NO_TARGETS);
  let from = range.from;
  while (from < range.to) {
    let to = from;
    let count = 0;
    do count += targets.counts[to++] ?? 0;
    while (to < range.to && count + (targets.counts[to] ?? 0) <= BATCH);
    if (count > 0)
      await readTargetBatch(database, from, to, (group, found) => {
        lists[group - range.from] = found;
      });
    from = to;
  }
  return lists;
}

/** Separates targets joined into one text: one text each is several times slower. */
const SEPARATOR = '\u001f';

async function readTargetBatch(
  database: Database,
  from: number,
  to: number,
  take: (group: number, targets: HashedTexts) => void,
): Promise<void> {
  // One list of pairs, split afterwards: two lists need not have the same order.
  const sql = `SELECT gi, list_transform(pairs, p -> p.h), array_to_string(list_transform(pairs, p -> p.v), '${SEPARATOR}'), len(pairs)
    FROM (SELECT gi, list({h: ${strongHash('target')}, v: target}) AS pairs FROM ${TARGETS} WHERE gi >= ${from} AND gi < ${to} GROUP BY gi)`;
  for await (const chunk of database.stream(sql)) {
    const groups = chunk.words32(0, 1);
    const hashes = chunk.lists64(1);
    const [joined, counts] = [chunk.values(2), chunk.values(3)];
    for (let i = 0; i < chunk.rows; i++) {
      const group = groups[i] ?? 0;
      const texts = String(joined[i]).split(SEPARATOR);
      const whole = texts.length === Number(counts[i]);
      take(
        group,
        whole ? { hashes: hashes[i] ?? new Uint32Array(0), texts } : await readTargetsSingly(database, group),
      );
    }
  }
}

/** For targets that contain the separator. */
async function readTargetsSingly(database: Database, group: number): Promise<HashedTexts> {
  const words: number[] = [];
  const texts: string[] = [];
  for await (const chunk of database.stream(
    `SELECT ${strongHash('target')}, target FROM ${TARGETS} WHERE gi = ${group}`,
  )) {
    const [hashes, targets] = [chunk.words32(0, 2), chunk.values(1)];
    words.push(...hashes);
    texts.push(...targets.map(String));
  }
  return { hashes: Uint32Array.from(words), texts };
}

function textOrNull(value: SqlValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
