/**
 * The peer: the baseline's tiers, mixes, caps and thresholds in SQL, as an analyst would write them, run by DuckDB.
 *
 *   node sql.ts <log> <folder> <subject…>      results as CSV into the folder
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { benchFolder, POLICY_FILE } from './logs.ts';

export type Subject = 'scan' | 'facts' | 'tiers' | 'content' | 'health';
export const QUESTIONS: readonly Subject[] = ['facts', 'tiers', 'content', 'health'];

const RESULTS: Readonly<Record<Subject, readonly string[]>> = {
  scan: [],
  facts: [],
  tiers: ['tiers'],
  content: ['mixes', 'caps', 'bans'],
  health: ['health'],
};

const LEXICONS = join(dirname(POLICY_FILE), '..', '..', '..', 'examples', 'baseline', 'lexicons');

/** @returns rows of a result; `read` looks one up by name */
export async function runSql(
  log: string,
  subjects: readonly Subject[],
  then: (read: (sql: string) => Promise<unknown[][]>) => Promise<void>,
): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '8GB',
    temp_directory: join(benchFolder('results'), 'spill'),
  });
  const connection = await instance.connect();
  await connection.run(`CREATE VIEW log AS SELECT * FROM ${tableOf(log)}`);
  await connection.run(`SET VARIABLE sensitive = ${anyOf('sensitive')}; SET VARIABLE disputes = ${anyOf('disputes')}`);
  for (const subject of subjects) {
    const statements = await connection.extractStatements(
      readFileSync(join(import.meta.dirname, 'sql', `${subject}.sql`), 'utf8'),
    );
    for (let index = 0; index < statements.count; index += 1) await (await statements.prepare(index)).run();
  }
  await then(async (sql) => (await connection.run(sql)).getRows());
  connection.closeSync();
  instance.closeSync();
}

function tableOf(log: string): string {
  const path = quoted(log);
  if (log.endsWith('.parquet')) return `read_parquet(${path})`;
  return log.endsWith('.csv') ? `read_csv(${path})` : `read_json(${path})`;
}

/** A lexicon's words as one pattern. None contains a character that is special in patterns. */
function anyOf(lexicon: string): string {
  const lines = readFileSync(join(LEXICONS, `${lexicon}.txt`), 'utf8').split(/\r?\n/);
  return quoted(lines.filter((line) => line !== '' && !line.startsWith('#')).join('|'));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function main(log: string, folder: string, subjects: readonly string[]): Promise<void> {
  const known = (['scan', ...QUESTIONS] as const).filter((subject) => subjects.includes(subject));
  await runSql(log, known, async (read) => {
    for (const name of known.flatMap((subject) => RESULTS[subject])) {
      await read(`COPY ${name} TO ${quoted(join(folder, `${name}.csv`))}`);
    }
  });
}

if (import.meta.main) {
  const [log = '', folder = '.', ...subjects] = process.argv.slice(2);
  await main(log, folder, subjects);
}
