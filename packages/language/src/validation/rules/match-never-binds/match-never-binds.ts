/** Reports groups that never match a group of the log, because earlier ones match them all. */
import type { GroupPolicy } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const matchNeverBinds = definePolicyRule({
  code: 'match-never-binds',
  severity: 'warning',
  title: { en: 'A group that never matches', zh: '永远匹配不到的群' },
  judges: 'group',
  over: 'policy',
  check(policy, report) {
    const taken = new Map<string, GroupPolicy>();
    let open: GroupPolicy | null = null;
    for (const group of policy.groups) {
      if (group.match.length === 0) {
        if (open !== null) {
          report({
            at: group,
            severity: 'info',
            message: {
              en: `\`${open.name}\` comes first and has no \`match\` either, so it takes all remaining groups of a log. Give this one a \`match\`, or choose it by name when you simulate.`,
              zh: `前面的群“${open.label ?? open.name}”也没有写 \`匹配群\`，日志里剩下的群都归它。请给这个群写上 \`匹配群\`，或在模拟时指定它。`,
            },
          });
        }
        open ??= group;
        continue;
      }
      const owner = takenBy(group, taken);
      if (owner !== null) {
        report({
          at: group,
          part: 'match',
          message: {
            en: `\`${owner.name}\` comes first and matches all of this, so nothing in a log is left for this group. Narrow one of the two.`,
            zh: `前面的群“${owner.label ?? owner.name}”已经匹配了这些，日志里没有剩给这个群的。请缩小其中一个的范围。`,
          },
        });
      }
      for (const glob of group.match) if (!taken.has(glob)) taken.set(glob, group);
    }
  },
});

/** The earlier group that matches everything, or that has all of the group's globs. */
function takenBy(group: GroupPolicy, taken: ReadonlyMap<string, GroupPolicy>): GroupPolicy | null {
  const everything = taken.get('*');
  if (everything !== undefined) return everything;
  const owners = group.match.map((glob) => taken.get(glob));
  const [first] = owners;
  return first !== undefined && owners.every((owner) => owner === first) ? first : null;
}
