/** Which log each group is simulated on. */
import { dirname, isAbsolute, join } from 'node:path';
import type { GroupPolicy, Policy } from '@steward/policy';

/** A log and the policy groups simulated on it. */
export interface LogSource {
  groups: GroupPolicy[];
  /** null for a log generated for the one group. */
  log: { paths: string[]; format: string | null } | null;
  /** Asked for by name. */
  explicit: boolean;
}

/**
 * A given log is for all groups; otherwise each group's sample, or a made-up log.
 * @param wanted the policy groups to simulate, as declared
 * @param file the `.group` file, which samples are relative to
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

/** A path in the rules, resolved from the working folder. */
export function besideFile(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}
