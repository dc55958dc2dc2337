/** Looks up ids and texts of the few events that are shown: columns do not hold them. */
import type { Database } from '../database/database.ts';
import { ownId } from './identity.ts';
import type { EventIdentity, EventPlace } from './reader.ts';

const EXCERPT_LENGTH = 200;
const BATCH = 500;

/** @param events table of all events */
export async function identify(
  database: Database,
  events: string,
  references: readonly EventPlace[],
): Promise<EventIdentity[]> {
  const known = new Map<string, EventIdentity>();
  for (let start = 0; start < references.length; start += BATCH) {
    const wanted = references.slice(start, start + BATCH).map(({ file, line }) => `(${file}, ${line})`);
    // Only a filter on lines is pushed down to the Parquet reader, which then skips row groups.
    const lines = references.slice(start, start + BATCH).map(({ line }) => line);
    const rows = await database.rows(`SELECT f, line, id, left(txt, ${EXCERPT_LENGTH}) FROM ${events}
      WHERE line IN (${lines.join(', ')}) AND (f, line) IN (${wanted.join(', ')}) ORDER BY f, line`);
    for (const row of rows) {
      const key = `${Number(row[0])}:${Number(row[1])}`;
      if (known.has(key)) continue;
      known.set(key, { id: ownId(textOrNull(row[2])), text: textOrNull(row[3]) });
    }
  }
  return references.map(({ file, line }) => {
    const found = known.get(`${file}:${line}`);
    if (found === undefined) throw new RangeError(`No event stands at line ${line} of file ${file}`);
    return found;
  });
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
