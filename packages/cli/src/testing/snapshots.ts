/** Files with the whole result of a scenario: compared, written where that is asked for, and those that nothing names any more. */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { besideFile } from '@steward/editor/sources';
import type { Policy, Scenario, SourceRange } from '@steward/policy';
import { compareSnapshot, type SnapshotComparison, snapshotLines, snapshotText } from '@steward/report';
import type { GroupOutcome } from '@steward/simulator';
import type { Context } from '../context.ts';
import type { Locale } from '../environment.ts';
import { CannotRun } from '../faults.ts';
import { openSink, reasonOf } from '../output/file.ts';

export interface TestedSnapshot {
  path: string;
  range: SourceRange;
  /** With the file as it was. */
  comparison: SnapshotComparison;
  /** It holds the result now. */
  written: boolean;
  /** Why it is not as expected; none where it is, or was written. */
  lines: (locale: Locale) => string[];
}

/** @param update write what is missing or differs */
export async function testSnapshots(
  context: Context,
  { policy, file }: { policy: Policy; file: string },
  scenario: Scenario,
  outcomes: readonly GroupOutcome[],
  update: boolean,
): Promise<TestedSnapshot[]> {
  const tested: TestedSnapshot[] = [];
  for (const { path: written, range } of scenario.snapshots) {
    const path = besideFile(file, written);
    const comparison = compareSnapshot(textOf(context, path), scenario.title, outcomes);
    const writes = update && comparison.state !== 'same';
    if (writes) await write(context, path, snapshotText(scenario.title, outcomes));
    const lines = (locale: Locale): string[] => (writes ? [] : snapshotLines(comparison, { path, policy, locale }));
    tested.push({ path, range, comparison, written: writes, lines });
  }
  return tested;
}

export function isAsExpected({ comparison, written }: TestedSnapshot): boolean {
  return written || comparison.state === 'same';
}

function textOf({ words }: Context, path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new CannotRun(words.pathUnreadable(path, reasonOf(error)));
  }
}

async function write({ stdout, words }: Context, path: string, text: string): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new CannotRun(words.cannotWrite(path, reasonOf(error)));
  }
  const sink = openSink(path, stdout, words);
  await sink.write(text);
  sink.finish();
}

/**
 * Files of results below the folders that no scenario names. Only where every file of rules there was read: otherwise it is not known.
 * @param named of all scenarios, run or not
 */
export async function staleSnapshots(folders: readonly string[], named: readonly string[]): Promise<string[]> {
  if (folders.length === 0) return [];
  const { glob } = await import('tinyglobby');
  const known = new Set(named.map((path) => join(path)));
  const found: string[] = [];
  for (const folder of folders) {
    const files = await glob('**/*.outcome.json', { cwd: folder, ignore: ['**/node_modules/**', '**/.git/**'] });
    found.push(...files.map((path) => join(folder, path)));
  }
  return [...new Set(found)].filter((path) => !known.has(path)).sort();
}
