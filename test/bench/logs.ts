/**
 * The benchmarks' logs: generated once, kept, and the same on every machine.
 * A size is a number of groups with 200 members over 90 days: larger logs have more groups, not larger ones.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { syntheticOptionsFor, writeLog } from '@steward/synthetic';

export const POLICY_FILE = join(import.meta.dirname, 'policies', 'baseline.group');

const KEPT = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'steward-bench');
const EVENTS_OF_A_GROUP = 10_000;

export type Ending = 'parquet' | 'csv' | 'jsonl';

/** A folder for the benchmarks' files; it may be deleted at any time. */
export function benchFolder(name: string): string {
  const folder = join(KEPT, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** @returns path of a log of about that many events, in time order; generated if missing */
export async function keptLog(events: number, ending: Ending): Promise<string> {
  const path = join(benchFolder('logs'), `${events}.${ending}`);
  if (existsSync(path)) return path;
  console.error(`making ${path}`);
  await makeLog(events, path);
  return path;
}

export async function makeLog(events: number, path: string): Promise<void> {
  const { policy } = checkWorkspace([POLICY_FILE], nodeFileSystem);
  const group = policy?.groups[0];
  if (policy == null || group === undefined) throw new Error(`${POLICY_FILE} has errors`);
  const groups = Math.max(1, Math.round(events / EVENTS_OF_A_GROUP));
  const choices = { groups, members: 200, days: 90, events, start: '2025-03-03' };
  await writeLog(syntheticOptionsFor(group, policy.roles, choices), path);
}
