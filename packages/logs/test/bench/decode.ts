/**
 * Compares the cost of reading a log with that of a pure scan of its columns: `node packages/logs/test/bench/decode.ts [log.parquet | number of events]`.
 *
 * - Prints ratios within one run, by wall time and by the CPU time of all threads; a busy machine hardly affects the latter.
 * - Asserts nothing. Without a log, generates one of a million events in a thousand groups: string ids, out of order, late rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, literal } from '../../src/database/database.ts';
import { openLog } from '../../src/index.ts';
import { FIELDS } from '../../src/schema/fields.ts';

const EVENTS = 1_000_000;
/** The columns that the reader scans; it reads names of groups and members once each. */
const COLUMNS = FIELDS.filter((field) => field !== 'group_name' && field !== 'member_name');

interface Cost {
  wall: number;
  cpu: number;
}

async function cost(work: () => Promise<void>): Promise<Cost> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - start, cpu: (user + system) / 1000 };
}

/** A thousand groups of up to 200 members over 90 days, with WeCom-style ids; every fiftieth row is up to four days late. */
async function makeLog(path: string, events: number): Promise<void> {
  const database = await Database.open(512 << 20);
  await database.run(`COPY (
    WITH base AS (SELECT i, (hash(i) % 1000)::INTEGER AS g, (200 * pow((hash(i * 7 + 1) % 1000000) / 1e6, 2))::INTEGER AS m,
      (hash(i * 13 + 5) % 100)::INTEGER AS r, (hash(i * 17 + 3) % 100)::INTEGER AS q FROM range(${events}) t(i))
    SELECT make_timestamptz((1735689600000000 + (i::DOUBLE / ${events} * 90 * 86400e6)::BIGINT - CASE WHEN q < 2 THEN r * 3600000000 ELSE 0 END)::BIGINT) AS ts,
      'wr' || lpad(g::VARCHAR, 6, '0') || 'AAbCdEf' AS "group", '群 ' || g AS group_name,
      'wm' || lpad((g * 1000 + m)::VARCHAR, 8, '0') || 'XyZ' AS member, '成员' || m AS member_name,
      CASE WHEN m = 0 THEN 'owner' WHEN m = 1 THEN 'bot' WHEN m < 5 THEN 'staff' ELSE 'member' END AS role,
      CASE WHEN r < 55 THEN 'message' WHEN r < 75 THEN 'read' WHEN r < 85 THEN 'reaction' WHEN r < 92 THEN 'click' WHEN r < 95 THEN 'share'
        WHEN r < 97 THEN 'checkin' WHEN r < 98 THEN 'complaint' ELSE 'purchase' END AS kind,
      CASE WHEN r < 45 THEN 'text' WHEN r < 50 THEN 'image' WHEN r < 55 THEN 'link' END AS media,
      CASE WHEN r < 55 AND q < 20 THEN 'ad' WHEN r < 55 AND q < 40 THEN 'insight' END AS category,
      CASE WHEN r < 45 THEN ['大家好,今天的教程在这里', '加微信领券 代购', 'hello everyone good morning', '收到',
        '谢谢分享,学到了很多东西,明天继续打卡加油'][1 + q % 5] || (i % 10000) END AS text,
      CASE WHEN r >= 55 AND r < 92 THEN 'm' || (i - q * 50) END AS target, CASE WHEN r = 97 THEN 'ad' END AS about,
      CASE WHEN r >= 98 THEN q * 100 / 8.0 END AS amount, 'm' || i AS id FROM base) TO ${literal(path)} (FORMAT parquet)`);
  database.close();
}

async function bench(path: string): Promise<void> {
  const database = await Database.open(512 << 20);
  const scanSql = `SELECT ${COLUMNS.map((column) => `count("${column}")`).join(', ')}, sum(strlen(text)) FROM ${literal(path)}`;
  const scan = async (): Promise<void> => {
    await database.rows(scanSql);
  };
  await scan();
  const pure = await cost(scan);
  database.close();

  const costs: Record<string, Cost> = {};
  let events = 0;
  const reader = { current: null as Awaited<ReturnType<typeof openLog>> | null };
  costs['open'] = await cost(async () => {
    reader.current = await openLog({ paths: [path] });
  });
  const log = reader.current;
  if (log === null) throw new Error('The log was not opened');
  costs['groups'] = await cost(async () => {
    for await (const group of log.groups([])) events += group.length;
  });
  costs['texts again'] = await cost(async () => {
    for await (const { textBits } of log.textBits([{ kind: 'contains', words: ['加微信', '教程'] }])) textBits.at(0);
  });
  await log.close();
  costs['open and groups'] = {
    wall: costs['open'].wall + costs['groups'].wall,
    cpu: costs['open'].cpu + costs['groups'].cpu,
  };

  console.log(`${events} events; a pure scan takes ${pure.wall.toFixed(0)} ms, ${pure.cpu.toFixed(0)} ms of CPU`);
  for (const [name, { wall, cpu }] of Object.entries(costs)) {
    console.log(
      `${name.padEnd(16)} ${(wall / pure.wall).toFixed(1)} scans by the clock, ${(cpu / pure.cpu).toFixed(1)} by CPU`,
    );
  }
  console.log(`peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

const [given] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'steward-bench-'));
try {
  const made = join(folder, 'log.parquet');
  const isLog = given !== undefined && Number.isNaN(Number(given));
  if (!isLog) await makeLog(made, Number(given ?? EVENTS));
  await bench(isLog ? given : made);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
