/** Result files of scenarios: compared, written on request, and found when no scenario names them any more. */
import { join } from 'node:path';
import type { Policy, Scenario } from '@steward/policy';
import { snapshotText } from '@steward/report';
import { type ComparedSnapshot, comparedSnapshots } from '@steward/sessions/scenario-snapshots';
import type { GroupOutcome } from '@steward/simulator';
import type { Context } from '../../context.ts';
import { writeWhole } from '../../output/file.ts';

/** Compared with the file as it was. */
export interface TestedSnapshot extends ComparedSnapshot {
  /** The file holds the result now, so there is no difference to report. */
  written: boolean;
}

/** @param update write what is missing or differs */
export async function testSnapshots(
  context: Context,
  source: { policy: Policy; file: string },
  scenario: Scenario,
  outcomes: readonly GroupOutcome[],
  update: boolean,
): Promise<TestedSnapshot[]> {
  const tested: TestedSnapshot[] = [];
  for (const compared of comparedSnapshots(source, scenario, outcomes)) {
    const written = update && compared.comparison.state !== 'same';
    if (written) writeWhole(compared.path, snapshotText(scenario.title, outcomes), context.words);
    tested.push({ ...compared, written, lines: (locale) => (written ? [] : compared.lines(locale)) });
  }
  return tested;
}

export function isAsExpected({ comparison, written }: TestedSnapshot): boolean {
  return written || comparison.state === 'same';
}

/**
 * Result files below the folders that no scenario names. Call it only if every file of rules there was read.
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
