/** A log four times as long costs about four times as much: quadratic parts show on a machine of any speed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GroupLog, LogInfo, TextPredicate } from '@steward/events';
import { checkWorkspace } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { openLog } from '@steward/logs';
import { compile, runGroup } from '@steward/simulator';
import { syntheticOptions, writeLog } from '@steward/synthetic';
import { afterAll, expect, test } from 'vitest';
import { POLICY_FILE } from './logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-linear-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MEMBERS = 100;
const EVENTS = 8_000;
const TIMES = 4;
/** Generous: a quadratic part of any weight comes closer to sixteen. */
const MOST = 6.5;
const ATTEMPTS = 6;

test('the baseline over four times the members and events of a group', { timeout: 300_000 }, async () => {
  const { policy } = checkWorkspace([POLICY_FILE], nodeFileSystem);
  const name = policy?.groups[0]?.name;
  if (policy == null || name === undefined) throw new Error(`${POLICY_FILE} has errors`);
  const program = compile(policy);
  const read = (log: string) => readOne(log, program.textPredicates);
  const small = await read(await made('small', 1));
  const large = await read(await made('large', TIMES));
  expect(large.log.length / small.log.length).toBeGreaterThan(TIMES * 0.8);

  const cost = ({ log, info }: One): number => {
    const { user } = process.cpuUsage();
    runGroup(program, name, log, info, []);
    return process.cpuUsage().user - user;
  };
  // The best of each is the cost of the work itself: compilers, collectors and other programs only add to it.
  let [best, bestLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    best = Math.min(best, cost(small));
    bestLarge = Math.min(bestLarge, cost(large));
    if (attempt > 1 && bestLarge / best < MOST) break;
  }
  expect(bestLarge / best).toBeLessThan(MOST);
});

interface One {
  log: GroupLog;
  info: LogInfo;
}

async function made(title: string, times: number): Promise<string> {
  const path = join(folder, `${title}.jsonl`);
  await writeLog(syntheticOptions({ members: MEMBERS * times, events: EVENTS * times, days: 60 }), path);
  return path;
}

async function readOne(path: string, predicates: readonly TextPredicate[]): Promise<One> {
  const reader = await openLog({ paths: [path] });
  const logs: GroupLog[] = [];
  for await (const log of reader.groups(predicates)) logs.push(log);
  await reader.close();
  const [log] = logs;
  if (log === undefined) throw new Error(`${path} holds no group`);
  return { log, info: reader.info };
}
