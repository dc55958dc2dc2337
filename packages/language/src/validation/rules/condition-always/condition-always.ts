/** Every condition can be false as a whole. */
import { judge, placeOf } from '../../../analysis/proofs/conditions.ts';
import { verdictOf } from '../../policy/bounds.ts';
import { conditionsOf, leavesOf } from '../../policy/conditions.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const conditionAlways = definePolicyRule({
  code: 'condition-always',
  severity: 'warning',
  title: { en: 'A condition that is true of everything', zh: '对一切都成立的条件' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { clause, condition } of conditionsOf(group)) {
        // A comparison that is settled by itself is another finding.
        if ([...leavesOf(condition)].some((leaf) => verdictOf(leaf) !== 'open')) continue;
        const place = placeOf(clause);
        if (judge({ condition, place, timezone: group.timezone }) !== 'always') continue;
        report({
          at: condition,
          message: {
            en: 'This condition is always true: by what always holds between its measures, one side or the other of it holds. Correct a bound, or write `otherwise` where it is meant to be always true.',
            zh: '这个条件永远成立:按指标之间必然的关系,它总有一项满足。请改正某个界限;如果本意就是总成立,请写“其余”。',
          },
        });
      }
    }
  },
});
