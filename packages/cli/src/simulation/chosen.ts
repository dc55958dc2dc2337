/** `--group` names a group of the rules, or one of the log. */

import { type GroupPolicy, isNamed, type Policy } from '@steward/policy';
import type { OpenedLog } from '@steward/sessions/open';
import { isCalled } from '@steward/simulator';
import { CannotRun } from '../faults.ts';
import type { Words } from '../words.ts';

const MOST_NAMED = 10;

export interface ChosenGroups {
  /** The chosen policy groups: all if none is named. */
  wanted: GroupPolicy[];
  /** Names that match no policy group. */
  logGroups: string[];
}

export function chosenGroups(policy: Policy, names: readonly string[]): ChosenGroups {
  const isOfPolicy = (name: string): boolean => policy.groups.some((group) => isNamed(group, name));
  const wanted = policy.groups.filter((group) => names.some((name) => isNamed(group, name)));
  return {
    wanted: wanted.length === 0 ? policy.groups : wanted,
    logGroups: names.filter((name) => !isOfPolicy(name)),
  };
}

/** @throws CannotRun if no log has a group with one of the names */
export function requireLogGroups(
  words: Words,
  policy: Policy,
  names: readonly string[],
  opened: readonly OpenedLog[],
): void {
  const groups = opened.flatMap(({ reader }) => reader.groupNames);
  const missing = names.find((name) => !groups.some((group) => isCalled(group, name)));
  if (missing === undefined) return;
  const ofPolicy = words.series(policy.groups.map((group) => group.name));
  const ofLog = groups.slice(0, MOST_NAMED).map((group) => group.group);
  const rest = groups.length - ofLog.length;
  const list = words.series([...ofLog, ...(rest > 0 ? [words.more(rest)] : [])]);
  throw new CannotRun(words.unknownGroup(missing, ofPolicy, list));
}

export function hasAny({ reader }: OpenedLog, names: readonly string[]): boolean {
  return names.length === 0 || reader.groupNames.some((group) => names.some((name) => isCalled(group, name)));
}
