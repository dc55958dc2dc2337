/** The answers to text predicates, chunk by chunk of a scan. */
import type { TextPredicate } from '@steward/events';
import type { HashSql } from '../columns/hash-sql.ts';
import { bitsLayout, type Layout, scanSql } from '../columns/layout.ts';
import type { WordColumns } from '../columns/partitions.ts';
import { type Chunk, type Database, literal } from '../database/database.ts';
import { type PredicatePlan, planPredicates } from './predicates.ts';

export interface BitScan {
  layout: Layout;
  plan: PredicatePlan;
}

export async function bitScanOf(database: Database, predicates: readonly TextPredicate[]): Promise<BitScan> {
  const plan = await planPredicates(predicates, (pattern) => acceptsPattern(database, pattern));
  return { layout: bitsLayout(plan.words), plan };
}

async function acceptsPattern(database: Database, pattern: string): Promise<boolean> {
  try {
    await database.run(`SELECT regexp_matches('', ${literal(pattern)})`);
    return true;
  } catch {
    return false;
  }
}

export async function* scanBits(
  database: Database,
  { layout, plan }: BitScan,
  groupHash: HashSql,
  source: string,
): AsyncGenerator<WordColumns, void, undefined> {
  if (plan.tests.length === 0) {
    yield* database.stream(scanSql(layout, groupHash, source));
    return;
  }
  // The text comes last, after the words that the database answers.
  const withText = { ...layout, columns: [...layout.columns, { sql: 'txt', width: 1 as const, offset: -1 }] };
  for await (const chunk of database.stream(scanSql(withText, groupHash, source))) yield answered(chunk, plan);
}

/** The chunk with the bits of the tests added to its words. */
function answered(chunk: Chunk, { words, tests }: PredicatePlan): WordColumns {
  const texts = chunk.values(words.length + 1);
  const columns = words.map((_word, index) => chunk.words32(index + 1, 1).slice());
  for (const [row, text] of texts.entries()) {
    if (typeof text !== 'string') continue;
    for (const { bit, test } of tests) {
      if (!test(text)) continue;
      const column = columns[bit >> 5];
      if (column !== undefined) column[row] = (column[row] ?? 0) | (1 << (bit & 31));
    }
  }
  return {
    rows: chunk.rows,
    words32: (column, width) => columns[column - 1] ?? chunk.words32(column, width),
  };
}
