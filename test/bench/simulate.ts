/**
 * A whole `steward simulate` of a log, next to a plain scan and the same questions in SQL. Each is a separate process.
 */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { BUNDLE } from './bundle.ts';
import { benchFolder, type Ending, keptLog, POLICY_FILE } from './logs.ts';
import { type Contender, type Costs, medianOf, race, ratio } from './measure.ts';
import { QUESTIONS } from './sql.ts';
import { megabytes, seconds, table, times } from './table.ts';

const SQL = join(import.meta.dirname, 'sql.ts');

interface Size {
  events: number;
  rounds: number;
}

const SMALL: readonly Size[] = [{ events: 100_000, rounds: 3 }];
const FULL: readonly Size[] = [
  { events: 100_000, rounds: 3 },
  { events: 1_000_000, rounds: 3 },
  { events: 10_000_000, rounds: 1 },
];

export async function simulateBench(full: boolean): Promise<string> {
  const sizes = full ? FULL : SMALL;
  const peers: string[][] = [];
  const growth: string[][] = [];
  let smallest: { events: number; cpu: number } | null = null;
  for (const size of sizes) {
    const [scan = [], sql = [], engine = []] = await racePeers(await keptLog(size.events, 'parquet'), size.rounds);
    peers.push(rowOf(size.events, { scan, sql, engine }));
    const cpu = medianOf(engine, 'cpu') / size.events;
    smallest ??= { events: size.events, cpu };
    growth.push([String(size.events), `${(cpu * 1_000).toFixed(2)} µs`, times(cpu / smallest.cpu)]);
  }
  const most = full ? 1_000_000 : 100_000;
  return [
    '### The full baseline over Parquet, beside a scan and SQL',
    table(
      [
        'events',
        'steward',
        'SQL',
        'scan',
        'SQL of steward',
        'in CPU',
        'steward of scan',
        'in CPU',
        'steward peak',
        'SQL peak',
        'SQL of steward',
      ],
      peers,
    ),
    '### Cost of an event as the log grows (CPU)',
    table(['events', 'an event', 'of the smallest'], growth),
    `### Other forms of the log, ${most} events`,
    await otherForms(most),
  ].join('\n\n');
}

function contender(name: string, log: string): Contender {
  const output = join(benchFolder('results'), `${name}.json`);
  return {
    name,
    args: [BUNDLE, 'simulate', POLICY_FILE, '--log', log, '--format', 'json', '-o', output],
  };
}

/** @returns costs of the scan, SQL and Steward */
function racePeers(log: string, rounds: number): Promise<Costs[][]> {
  const folder = benchFolder('results');
  return race(
    [
      { name: 'scan', args: [SQL, log, folder, 'scan'] },
      { name: 'SQL', args: [SQL, log, folder, ...QUESTIONS] },
      contender('steward', log),
    ],
    rounds,
  );
}

function rowOf(events: number, { scan, sql, engine }: Readonly<Record<'scan' | 'sql' | 'engine', Costs[]>>): string[] {
  return [
    String(events),
    seconds(medianOf(engine, 'wall')),
    seconds(medianOf(sql, 'wall')),
    seconds(medianOf(scan, 'wall')),
    times(ratio(sql, engine, 'wall')),
    times(ratio(sql, engine, 'cpu')),
    times(ratio(engine, scan, 'wall')),
    times(ratio(engine, scan, 'cpu')),
    megabytes(medianOf(engine, 'peak')),
    megabytes(medianOf(sql, 'peak')),
    times(ratio(sql, engine, 'peak')),
  ];
}

async function otherForms(events: number): Promise<string> {
  const parquet = await keptLog(events, 'parquet');
  const forms = [
    { name: 'Parquet, in order of time', path: parquet },
    {
      name: 'Parquet, shuffled',
      path: await reordered(parquet, 'shuffled', 'hash(ts, "group", member, target, kind)'),
    },
    // One row in a hundred comes last, as when a phone was off and sent its messages later.
    { name: 'Parquet, 1% of the rows late', path: await reordered(parquet, 'late', 'hash(ts, member) % 100 = 0, ts') },
    ...(await Promise.all((['csv', 'jsonl'] satisfies Ending[]).map(textForm))),
  ];
  async function textForm(ending: Ending): Promise<{ name: string; path: string }> {
    return { name: ending.toUpperCase(), path: await keptLog(events, ending) };
  }
  const costs = await race(
    forms.map(({ name, path }) => contender(name, path)),
    3,
  );
  const [plain = []] = costs;
  return table(
    ['form', 'time', 'CPU', 'of Parquet in order (CPU)', 'peak'],
    forms.map(({ name }, index) => {
      const of = costs[index] ?? [];
      return [
        name,
        seconds(medianOf(of, 'wall')),
        seconds(medianOf(of, 'cpu')),
        times(ratio(of, plain, 'cpu')),
        megabytes(medianOf(of, 'peak')),
      ];
    }),
  );
}

/** The same rows in a different order. */
async function reordered(parquet: string, name: string, order: string): Promise<string> {
  const path = parquet.replace(/\.parquet$/, `-${name}.parquet`);
  if (existsSync(path)) return path;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const temporary = `${path}.part`;
  await connection.run(
    `COPY (SELECT * FROM read_parquet('${parquet}') ORDER BY ${order}) TO '${temporary}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  renameSync(temporary, path);
  return path;
}
