/** Which policy group governs which group of a log. */
import type { Policy } from '@steward/policy';

export interface GroupNaming {
  group: string;
  groupName: string | null;
}

export interface BindOptions {
  /** Names of the selected policy groups; groups that others would bind stay unbound. */
  only?: readonly string[];
  /** Name of a policy group that takes every group of the log, regardless of globs. */
  everything?: string;
}

/** @returns the policy group's name for each group of the log; null if none binds it. */
export function bindGroups(
  policy: Policy,
  groups: readonly GroupNaming[],
  options: BindOptions = {},
): (string | null)[] {
  const open = policy.groups.find((group) => group.match.length === 0);
  return groups.map((naming) => {
    if (options.everything !== undefined) return options.everything;
    const names = naming.groupName === null ? [naming.group] : [naming.group, naming.groupName];
    const matched = policy.groups.find((group) => group.match.some((glob) => names.some((name) => fits(glob, name))));
    const bound = (matched ?? open)?.name ?? null;
    if (bound === null || options.only === undefined) return bound;
    return options.only.includes(bound) ? bound : null;
  });
}

/** Case-sensitive match of the whole name: `*` is any text, `?` any one character. At most |glob| × |name| steps. */
function fits(glob: string, name: string): boolean {
  const pattern = [...glob];
  const text = [...name];
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      resume = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      t = resume;
    } else return false;
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
