/** Every comparison can come out either way. */
import { boundsOf, settle, type Verdict } from '../../policy/bounds.ts';
import { conditionsOf, type Leaf, leavesOf } from '../../policy/conditions.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const conditionConstant = definePolicyRule({
  code: 'condition-constant',
  severity: 'warning',
  title: { en: 'A condition that never or always holds', zh: '永远不成立或永远成立的条件' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { condition } of conditionsOf(group)) {
        for (const leaf of leavesOf(condition)) {
          const verdict = verdictOf(leaf);
          if (verdict === 'open') continue;
          const [en, zh] = verdict === 'never' ? ['never', '永远不会成立'] : ['always', '永远成立'];
          report({
            at: leaf,
            message: {
              en: `This ${en} holds, whatever happens in the group, because of the values that the two sides can have. Correct the threshold or the window.`,
              zh: `无论群里发生什么,这个条件${zh}:两边可能的取值已经决定了结果。请改正阈值或时间窗口。`,
            },
          });
        }
      }
    }
  },
});

function verdictOf(leaf: Leaf): Verdict {
  switch (leaf.kind) {
    case 'compare':
      return settle(leaf.operator, boundsOf(leaf.left), boundsOf(leaf.right));
    case 'trend': {
      const by = leaf.by.numerator / leaf.by.denominator;
      const fallsBelowZero = leaf.direction === 'falls' && by > 1 && boundsOf(leaf.measure).lo >= 0;
      return fallsBelowZero ? 'never' : 'open';
    }
    case 'rank': {
      const { limit } = leaf;
      if (limit.kind === 'places') return limit.places === 0 ? 'never' : 'open';
      if (limit.share.numerator === 0) return 'never';
      return leaf.direction === 'bottom' && limit.share.numerator >= limit.share.denominator ? 'always' : 'open';
    }
  }
}
