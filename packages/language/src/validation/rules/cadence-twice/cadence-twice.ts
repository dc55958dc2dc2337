/** Reports two targets for the same campaign size and period. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const cadenceTwice = definePolicyRule({
  code: 'cadence-twice',
  severity: 'error',
  title: { en: 'Two targets for one size and period', zh: '同一规模和周期写了两个节奏' },
  check(policy, report) {
    for (const { cadence } of policy.groups) {
      const seen = new Map<string, number>();
      for (const target of cadence) {
        const key = `${target.size} ${target.period}`;
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, target.count);
          continue;
        }
        report({
          at: target,
          message: {
            en: `The cadence already asks for ${first} ${target.size} per ${target.period}, and a group cannot meet both targets. Keep one of them.`,
            zh: `节奏里这个规模和周期已经写了 ${first} 次，两个目标不能同时成立。请只保留一个。`,
          },
          fixes: [{ title: { en: 'Remove this line', zh: '删除这一行' }, edits: [{ at: target, newText: '' }] }],
        });
      }
    }
  },
});
