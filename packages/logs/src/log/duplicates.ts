/**
 * Events that a log has more than once: the same group and id. The first in file and line is kept. Overlapping exports and
 * overlapping pages of one export make them, so they are dropped and counted.
 */
import type { Database } from '../database/database.ts';
import { CATALOG_TABLE, catalogSql } from './catalog.ts';

const CANDIDATES = 'stage.candidates';
export const DROPPED_TABLE = 'stage.dropped';

export interface Duplicates {
  dropped: number;
  /** Those that differ from the one kept in time or kind. */
  conflicting: number;
}

/** Fills DROPPED_TABLE and takes the dropped events out of the catalog. @param events table of all events */
export async function dropDuplicates(database: Database, events: string): Promise<Duplicates> {
  // By hash first, which is cheap and finds at least every duplicate; the few candidates are then compared exactly.
  await database.run(`CREATE TABLE ${CANDIDATES} AS SELECT h FROM
    (SELECT hash(grp, id) AS h FROM ${events} WHERE id IS NOT NULL) GROUP BY h HAVING count(*) > 1`);
  const [candidates = []] = await database.rows(`SELECT count(*) FROM ${CANDIDATES}`);
  if (Number(candidates[0]) === 0) return { dropped: 0, conflicting: 0 };

  await database.run(`CREATE TABLE ${DROPPED_TABLE} AS SELECT * EXCLUDE (place, first_ts, first_flags),
      (ts <> first_ts OR flags <> first_flags) AS conflicting FROM (
    SELECT *, row_number() OVER same AS place, first(ts) OVER same AS first_ts, first(flags) OVER same AS first_flags
      FROM ${events} WHERE id IS NOT NULL AND hash(grp, id) IN (SELECT h FROM ${CANDIDATES})
      WINDOW same AS (PARTITION BY grp, id ORDER BY f, line)) WHERE place > 1`);
  await database.run(`INSERT INTO ${CATALOG_TABLE} SELECT f, grp, grp_name, mem, mem_name, clean, -n, -messages, first, last, kinds,
    -categories, -abouts, -targets, -amounts, -ids FROM (${catalogSql(`SELECT *, true AS clean FROM ${DROPPED_TABLE}`)})`);
  const [row = []] = await database.rows(`SELECT count(*), count_if(conflicting) FROM ${DROPPED_TABLE}`);
  return { dropped: Number(row[0]), conflicting: Number(row[1]) };
}

/** The events that are kept. */
export function withoutDropped(events: string): string {
  return `(SELECT * FROM ${events} AS e ANTI JOIN ${DROPPED_TABLE} AS d ON e.f = d.f AND e.line = d.line AND e.id = d.id)`;
}
