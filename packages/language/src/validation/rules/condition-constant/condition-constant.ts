/** Reports single comparisons that always have the same result. */
import { conditionsOf, leavesOf } from '@steward/policy';
import { conditionMoves, placeOf, scopeOf } from '@steward/proofs';
import { verdictOf } from '../../policy/bounds.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';

export const conditionConstant = definePolicyRule({
  code: 'condition-constant',
  severity: 'warning',
  title: { en: 'A comparison that is never or always true', zh: '永远不成立或永远成立的比较' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { kind, condition } of conditionsOf(group)) {
        for (const leaf of leavesOf(condition)) {
          const verdict = verdictOf(leaf);
          if (verdict === 'open') continue;
          const { en, zh } =
            verdict === 'never' ? { en: 'never', zh: '永远不会成立' } : { en: 'always', zh: '永远成立' };
          report({
            at: leaf,
            message: {
              en: `This is ${en} true, whatever happens in the group: the possible values of the two sides decide it. Correct the threshold or the window.`,
              zh: `无论群里发生什么，这个条件${zh}：两边的取值范围已经决定了结果。请改正阈值或时间窗口。`,
            },
            proposals: () => {
              const placed = { condition: leaf, place: placeOf(kind), timezone: group.timezone };
              return conditionMoves(placed, verdict, group, condition).map((move) =>
                boundProposal(move, scopeOf(kind)),
              );
            },
          });
        }
      }
    }
  },
});
