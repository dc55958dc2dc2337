/** Reports risks that can only be decided at the end of a period. */
import { type Aggregate, aggregatesIn, type ConditionLeaf, measuresOf, placedLeavesOf } from '@steward/policy';
import { canBeShown, EXACT, type Knowledge, knowledgeOf, partlySeen } from '../../policy/knowledge.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const riskDecidesLate = definePolicyRule({
  code: 'risk-decides-late',
  severity: 'info',
  title: { en: 'A risk that is decided only when the period is over', zh: '周期结束才能判定的风险' },
  check(policy, report) {
    for (const risk of policy.groups.flatMap((group) => group.risks)) {
      for (const { leaf, negated } of placedLeavesOf(risk.when)) {
        const period = periodOf(leaf);
        if (period === null || canHoldEarly(leaf, negated)) continue;
        report({
          at: leaf,
          message: {
            en: `Counts can still grow while the ${period} is running, so this stays unknown until the ${period} ends, and the risk opens only then. For an immediate alarm, use a trailing window like \`in 24h\`; for an evaluation at the end of the ${period}, use \`health\`.`,
            zh: `周期还在进行时计数仍会增加，所以要到周期结束才能判定，风险那时才会触发。需要立即报警请用滑动窗口，例如 \`近24小时\`；只在周期末评估请用 \`健康\`。`,
          },
        });
      }
    }
  },
});

function periodOf(leaf: ConditionLeaf): string | null {
  for (const measure of measuresOf(leaf)) {
    for (const { quantity } of aggregatesIn(measure)) {
      if (quantity.window.kind === 'period') return quantity.window.period;
    }
  }
  return null;
}

/** Whether the leaf (or its negation) can be true before the period is over, given that counts are lower bounds. */
function canHoldEarly(leaf: ConditionLeaf, negated: boolean): boolean {
  if (leaf.kind === 'rank') return true;
  if (leaf.kind === 'compare') return canBeShown(leaf, negated, whileRunning);
  const { lower, upper } = knowledgeOf(leaf.measure, whileRunning);
  return (leaf.direction === 'rises') !== negated ? lower : upper;
}

function whileRunning(aggregate: Aggregate): Knowledge {
  return aggregate.window.kind === 'period' ? partlySeen(aggregate) : EXACT;
}
