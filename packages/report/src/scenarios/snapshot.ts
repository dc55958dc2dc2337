/**
 * The whole result of a scenario as a file beside the rules, and what of it has changed. Pure: reading and writing are the host's.
 *
 * - Small and steady: references to events are left out (their numbers stay), because they move with the lines of a file.
 * - Equal results give equal bytes, laid out so that a change shows as few lines.
 */
import type { Policy } from '@steward/policy';
import { DIFF_FORMAT, diffGroup, type GroupDiff, type GroupOutcome } from '@steward/simulator';
import { type Locale, visible, visibleIn } from '@steward/text';
import { diffDocument } from '../what-if/diff-document.ts';
import { layOut } from './json-layout.ts';
import { SCENARIO_WORDS } from './words.ts';

const SNAPSHOT_FORMAT = 'steward-snapshot/1';
const MOST_PLACES = 10;
const LONGEST_VALUE = 60;

interface Snapshot {
  format: typeof SNAPSHOT_FORMAT;
  scenario: string;
  groups: GroupOutcome[];
}

/** A difference between file and result; a missing value is null. */
export interface SnapshotPlace {
  /** `groups[0].tiers[1].members`. */
  path: string;
  before: string | null;
  after: string | null;
}

export type SnapshotComparison =
  | { state: 'same' }
  | { state: 'missing' }
  | { state: 'unreadable'; reason: string }
  | { state: 'different'; places: SnapshotPlace[]; groups: GroupDiff[] };

/** Content of the snapshot file. @param outcomes of a scenario, as `runScenario` gives them */
export function snapshotText(scenario: string, outcomes: readonly GroupOutcome[]): string {
  const snapshot: Snapshot = { format: SNAPSHOT_FORMAT, scenario, groups: [...outcomes] };
  return `${layOut(JSON.parse(JSON.stringify(snapshot, withoutReferences)))}\n`;
}

/** @param text of the file; null if there is none */
export function compareSnapshot(
  text: string | null,
  scenario: string,
  outcomes: readonly GroupOutcome[],
): SnapshotComparison {
  if (text === null) return { state: 'missing' };
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch (error) {
    return { state: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
  const fresh: Snapshot = JSON.parse(snapshotText(scenario, outcomes));
  const places = [...differences(kept, fresh, '')];
  if (places.length === 0) return { state: 'same' };
  return { state: 'different', places, groups: groupDiffs(kept, fresh) };
}

/** Changes, first in words, then by place in the file. Empty if nothing changed. */
export function snapshotLines(
  compared: SnapshotComparison,
  { path: file, policy, locale }: { path: string; policy: Policy; locale: Locale },
): string[] {
  const comparison = visibleIn(compared);
  const path = visible(file);
  const words = SCENARIO_WORDS[locale];
  if (comparison.state === 'same') return [];
  if (comparison.state === 'missing') return [words.snapshotMissing(path)];
  if (comparison.state === 'unreadable') return [words.snapshotUnreadable(path, comparison.reason)];
  const { places, groups } = comparison;
  const side = { title: '', policy };
  const diff = { format: DIFF_FORMAT, groups: groups.length, changed: groups } as const;
  const changes = diffDocument({ diff, before: side, after: side, log: '', locale }).groups.flatMap(({ sections }) =>
    sections.flatMap(({ title, items }) => [`${title}`, ...items.map((item) => `  ${item}`)]),
  );
  const rest = places.length - MOST_PLACES;
  return [
    words.snapshotDiffers(path),
    ...changes.map((line) => `  ${line}`),
    ...places.slice(0, MOST_PLACES).map(({ path: at, before, after }) => `  ${at}: ${before ?? '∅'} → ${after ?? '∅'}`),
    ...(rest > 0 ? [`  ${words.more(rest)}`] : []),
    words.snapshotUpdate,
  ];
}

function withoutReferences(key: string, value: unknown): unknown {
  return key === 'events' && Array.isArray(value) ? [] : value;
}

/** In words only if both parse as results: an edited file may hold anything. */
function groupDiffs(kept: unknown, fresh: Snapshot): GroupDiff[] {
  try {
    const { groups } = kept as Snapshot;
    return fresh.groups.flatMap((group, index) => diffGroup(groups[index] ?? null, group) ?? []);
  } catch {
    return [];
  }
}

function* differences(before: unknown, after: unknown, path: string): Generator<SnapshotPlace> {
  if (Object.is(before, after)) return;
  if (!isParts(before) || !isParts(after) || Array.isArray(before) !== Array.isArray(after)) {
    yield { path: path === '' ? '.' : path, before: shown(before), after: shown(after) };
    return;
  }
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const at = Array.isArray(after) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (old.has(key) && now.has(key)) yield* differences(old.get(key), now.get(key), at);
    else yield { path: at, before: shown(old.get(key)), after: shown(now.get(key)) };
  }
}

function isParts(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
