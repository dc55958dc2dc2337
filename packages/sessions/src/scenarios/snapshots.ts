/** Compares snapshot files with the results of scenarios. */
import { readFileSync } from 'node:fs';
import type { Policy, Scenario, SourceRange } from '@steward/policy';
import { compareSnapshot, type SnapshotComparison, snapshotLines } from '@steward/report';
import type { GroupOutcome } from '@steward/simulator';
import type { Locale } from '@steward/text';
import { besideFile } from '../logs/sources.ts';
import { unreadableFile } from './fault.ts';

export interface ComparedSnapshot {
  path: string;
  range: SourceRange;
  comparison: SnapshotComparison;
  /** Differences; empty if there are none. */
  lines: (locale: Locale) => string[];
}

/** @param file the entry file @throws ScenarioFault if one exists and cannot be read */
export function comparedSnapshots(
  { policy, file }: { policy: Policy; file: string },
  scenario: Scenario,
  outcomes: readonly GroupOutcome[],
): ComparedSnapshot[] {
  return scenario.snapshots.map(({ path: written, range }) => {
    const path = besideFile(file, written);
    const comparison = compareSnapshot(textOf(path), scenario.title, outcomes);
    return { path, range, comparison, lines: (locale) => snapshotLines(comparison, { path, policy, locale }) };
  });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw unreadableFile(path, error instanceof Error ? error.message : String(error));
  }
}
