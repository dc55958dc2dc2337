/** Which log each group of the rules is simulated on. */
import { dirname, isAbsolute, join } from 'node:path';
import type { GroupPolicy, Policy } from '@steward/policy';

/** One log and the policy groups that are simulated on it. */
export interface LogSource {
  groups: GroupPolicy[];
  /** null = made up for the one group. */
  log: { paths: string[]; format: string | null } | null;
  /** Asked for by name. */
  explicit: boolean;
}

/**
 * A log that is named goes for all groups; else each group's own sample, and a made-up log for a group without one.
 * @param wanted the policy groups in play, as declared
 * @param file the `.group` file: samples stand relative to its folder
 */
export function logSources(
  policy: Policy,
  wanted: readonly GroupPolicy[],
  file: string,
  logs: readonly string[],
  format: string | null,
): LogSource[] {
  if (logs.length > 0) return [{ groups: [...wanted], log: { paths: [...logs], format }, explicit: true }];
  const sources: LogSource[] = [];
  for (const group of policy.groups.filter((candidate) => wanted.includes(candidate))) {
    const { sample } = group;
    if (sample === null) {
      sources.push({ groups: [group], log: null, explicit: false });
      continue;
    }
    const path = besideFile(file, sample.path);
    const ofFormat = format ?? sample.format;
    const same = sources.find((source) => source.log?.paths[0] === path && source.log.format === ofFormat);
    if (same !== undefined) same.groups.push(group);
    else sources.push({ groups: [group], log: { paths: [path], format: ofFormat }, explicit: false });
  }
  return sources;
}

/** A path that the rules give, seen from where the program runs. */
export function besideFile(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}
