/**
 * What is known of a log before its groups are read: who speaks where, how often, from when to when. One row for each member of each
 * group in each file, counted by the database in the scan that also judges the rows.
 */
import { SIGNALS, type Signal } from '@steward/events';
import { type Database, literal } from '../database/database.ts';
import { KIND_SQL } from '../database/flags.ts';
import { MESSAGE } from '../schema/fields.ts';

export const CATALOG_TABLE = 'stage.catalog';

const KEYS = 'f, grp, grp_name, mem, mem_name, clean';
const MEASURES = `count(*)::BIGINT AS n, count_if(${KIND_SQL} = ${MESSAGE})::BIGINT AS messages, min(ts) AS first, max(ts) AS last,
  bit_or(1::UINTEGER << ${KIND_SQL}) AS kinds, count(category)::BIGINT AS categories, count(about)::BIGINT AS abouts,
  count(target)::BIGINT AS targets, count_if(amount >= 0)::BIGINT AS amounts, count(id)::BIGINT AS ids`;

/** @param from SQL of a source with the columns of EVENT_COLUMNS and `clean` */
export function catalogSql(from: string): string {
  return `SELECT ${KEYS}, ${MEASURES} FROM (${from}) GROUP BY ${KEYS}`;
}

export async function createCatalog(database: Database): Promise<void> {
  await database.run(
    `CREATE TABLE ${CATALOG_TABLE} AS ${catalogSql('SELECT *, true AS clean FROM stage.events LIMIT 0')}`,
  );
}

export async function addToCatalog(database: Database, from: string): Promise<void> {
  await database.run(`INSERT INTO ${CATALOG_TABLE} ${catalogSql(from)}`);
}

export interface GroupEntry {
  group: string;
  groupName: string | null;
  events: number;
  /** Files in which the group occurs. */
  files: number[];
}

export interface FileEntry {
  file: number;
  events: number;
  messages: number;
  /** Microseconds of its first and last event. */
  first: number;
  last: number;
  kinds: Signal[];
}

export interface Totals {
  events: number;
  messages: number;
  present: { member: boolean; category: boolean; about: boolean; target: boolean; amount: boolean; id: boolean };
}

export async function totals(database: Database): Promise<Totals> {
  const [row = []] =
    await database.rows(`SELECT sum(n), sum(messages), count(mem), sum(categories), sum(abouts), sum(targets),
    sum(amounts), sum(ids) FROM ${CATALOG_TABLE} WHERE clean`);
  const [events = 0, messages = 0, member = 0, category = 0, about = 0, target = 0, amount = 0, id = 0] = row.map(
    (value) => Number(value ?? 0),
  );
  return {
    events,
    messages,
    present: {
      member: member > 0,
      category: category > 0,
      about: about > 0,
      target: target > 0,
      amount: amount > 0,
      id: id > 0,
    },
  };
}

export async function fileEntries(database: Database): Promise<FileEntry[]> {
  const rows =
    await database.rows(`SELECT f, sum(n), sum(messages), min(first), max(last), bit_or(kinds) FROM ${CATALOG_TABLE}
    WHERE clean GROUP BY f ORDER BY f`);
  return rows.map((row) => ({
    file: Number(row[0]),
    events: Number(row[1]),
    messages: Number(row[2]),
    first: Number(row[3]),
    last: Number(row[4]),
    kinds: SIGNALS.filter((_signal, index) => (Number(row[5]) >> index) & 1),
  }));
}

/** Ordered by id as UTF-8 bytes, which is the order of code points. @param events the table of all events */
export async function groupEntries(database: Database, events: string): Promise<GroupEntry[]> {
  const rows =
    await database.rows(`SELECT grp, count(DISTINCT grp_name), max(grp_name), sum(n), list_sort(list(DISTINCT f))
    FROM ${CATALOG_TABLE} WHERE clean GROUP BY grp HAVING sum(n) > 0 ORDER BY grp`);
  const renamed = rows.filter((row) => Number(row[1]) > 1).map((row) => String(row[0]));
  const lastNames = await lastGroupNames(database, events, renamed);
  return rows.map((row) => {
    const group = String(row[0]);
    const onlyName = row[2] === null ? null : String(row[2]);
    return {
      group,
      groupName: lastNames.get(group) ?? onlyName,
      events: Number(row[3]),
      files: fileNumbers(row[4]),
    };
  });
}

function fileNumbers(value: unknown): number[] {
  if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items)) return [];
  return value.items.map(Number);
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

export const MEMBERS_TABLE = 'stage.members';

/** The members of every group, numbered by `GROUPS_TABLE`, with the last name seen of each. */
export async function createMembers(database: Database, events: string): Promise<void> {
  await database.run(`CREATE TABLE ${MEMBERS_TABLE} AS
    SELECT g.gi, c.mem, c.names, c.mem_name FROM
      (SELECT grp, mem, count(DISTINCT mem_name) AS names, max(mem_name) AS mem_name FROM ${CATALOG_TABLE}
        WHERE clean AND mem IS NOT NULL GROUP BY grp, mem HAVING sum(n) > 0) c
    JOIN ${GROUPS_TABLE} g USING (grp) ORDER BY g.gi, c.mem`);
  const [row = []] = await database.rows(`SELECT count(*) FROM ${MEMBERS_TABLE} WHERE names > 1`);
  if (Number(row[0]) === 0) return;
  await database.run(`UPDATE ${MEMBERS_TABLE} AS m SET mem_name = latest.mem_name FROM (
    SELECT g.gi, e.mem, arg_max(e.mem_name, (e.ts, e.f, e.line)) AS mem_name FROM ${events} e
      JOIN ${GROUPS_TABLE} g USING (grp)
      JOIN (SELECT gi, mem FROM ${MEMBERS_TABLE} WHERE names > 1) r ON r.gi = g.gi AND r.mem = e.mem
      WHERE e.mem_name IS NOT NULL GROUP BY g.gi, e.mem) latest
    WHERE m.gi = latest.gi AND m.mem = latest.mem`);
}

export const GROUPS_TABLE = 'stage.groups';

/** Numbers the groups in their order. */
export async function createGroups(database: Database): Promise<void> {
  await database.run(`CREATE TABLE ${GROUPS_TABLE} AS SELECT grp, (row_number() OVER (ORDER BY grp) - 1)::INTEGER AS gi
    FROM (SELECT grp FROM ${CATALOG_TABLE} WHERE clean GROUP BY grp HAVING sum(n) > 0)`);
}
