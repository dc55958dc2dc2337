/** Every condition can be true as a whole. */
import { judge, placeOf } from '../../../analysis/proofs/conditions.ts';
import { verdictOf } from '../../policy/bounds.ts';
import { conditionsOf, leavesOf } from '../../policy/conditions.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const conditionNever = definePolicyRule({
  code: 'condition-never',
  severity: 'warning',
  title: { en: 'A condition that contradicts itself', zh: '自相矛盾的条件' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { clause, condition } of conditionsOf(group)) {
        // A comparison that is settled by itself is another finding.
        if ([...leavesOf(condition)].some((leaf) => verdictOf(leaf) !== 'open')) continue;
        const place = placeOf(clause);
        if (judge({ condition, place, timezone: group.timezone }) !== 'never') continue;
        report({
          at: condition,
          message: {
            en: 'This condition can never be true: what it asks for excludes itself, by what always holds between its measures. Correct a bound, or write `or` for `and`.',
            zh: '这个条件永远不会成立:按指标之间必然的关系,它的各项要求互相排斥。请改正某个界限,或把 `且` 改为 `或`。',
          },
        });
      }
    }
  },
});
