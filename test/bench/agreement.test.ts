/** The benchmarks' SQL gives the engine's answers: a race against different answers would mean nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkWorkspace } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { openLog } from '@steward/logs';
import { compile, type GroupOutcome, runGroup } from '@steward/simulator';
import { afterAll, expect, test } from 'vitest';
import { makeLog, POLICY_FILE } from './logs.ts';
import { QUESTIONS, runSql } from './sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-agreement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DAY = 86_400_000;

test('tiers, mixes, caps, bans and thresholds of every group and day are equal', { timeout: 300_000 }, async () => {
  const log = join(folder, 'log.parquet');
  await makeLog(20_000, log);
  const engine = (await outcomesOf(log)).flatMap(linesOf).sort();
  let sql: string[] = [];
  await runSql(log, QUESTIONS, async (read) => {
    const rows = await read(`
      SELECT 'tier', "group", day::VARCHAR, tier, members::VARCHAR FROM tiers
      UNION ALL SELECT 'mix', "group", day::VARCHAR, '', verdict FROM mixes
      UNION ALL SELECT 'cap', "group", day::VARCHAR, category, verdict FROM caps
      UNION ALL SELECT 'health', "group", day::VARCHAR, dimension, state FROM health
      UNION ALL SELECT 'ban', "group", '', 'Sensitive', sensitive::BIGINT::VARCHAR FROM bans
      UNION ALL SELECT 'ban', "group", '', 'Disputes', disputes::BIGINT::VARCHAR FROM bans`);
    sql = rows.map((row) => row.join(' ')).sort();
  });
  expect(engine.length).toBeGreaterThan(2 * 90 * 10);
  expect(sql).toEqual(engine);
});

async function outcomesOf(log: string): Promise<GroupOutcome[]> {
  const { policy } = checkWorkspace([POLICY_FILE], nodeFileSystem);
  const group = policy?.groups[0];
  if (policy == null || group === undefined) throw new Error(`${POLICY_FILE} has errors`);
  const program = compile(policy);
  const reader = await openLog({ paths: [log] });
  const outcomes: GroupOutcome[] = [];
  for await (const one of reader.groups(program.textPredicates)) {
    outcomes.push(runGroup(program, group.name, one, reader.info, []));
  }
  await reader.close();
  return outcomes;
}

/** What the SQL computes too, one line each. */
function linesOf({ group, days, tiers, content, health }: GroupOutcome): string[] {
  const dayOf = (index: number): string => new Date(Date.parse(days.from) + index * DAY).toISOString().slice(0, 10);
  return [
    ...tiers.flatMap(({ tier, byDay }) =>
      byDay.flatMap((members, day) => (members === 0 ? [] : [`tier ${group} ${dayOf(day)} ${tier} ${members}`])),
    ),
    ...content.mixes.flatMap(({ periods }) => periods.map(({ start, verdict }) => `mix ${group} ${start}  ${verdict}`)),
    ...content.caps.flatMap(({ category, periods }) =>
      periods.map(({ start, verdict }) => `cap ${group} ${start} ${category} ${verdict}`),
    ),
    ...health.flatMap(({ dimension, byDay }) =>
      byDay.map((state, day) => `health ${group} ${dayOf(day)} ${dimension} ${state}`),
    ),
    ...content.bans.map(({ lexicon, evidence }) => `ban ${group}  ${lexicon} ${evidence.count}`),
  ];
}
