/** Reports risks that stay open forever once they open. */
import { type Comparison, type Condition, placedLeavesOf, type Quantity, type Risk } from '@steward/policy';
import type { Expected } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { type DemonstrationRequest, demonstrate } from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

export const riskNeverCloses = definePolicyRule({
  code: 'risk-never-closes',
  severity: 'warning',
  title: { en: 'A risk that never closes', zh: '不会自行关闭的风险' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      for (const risk of group.risks) {
        if (!staysTrue(risk.when)) continue;
        const log = demonstrate({ policy, group, isDraft: isDraft(group) }, showingOf(risk));
        const climbs = risk.escalations.length > 0;
        report({
          at: risk,
          message: {
            en: `Once ${called(risk).en} opens it stays open forever, unless a \`resolve\` event closes it: what it measures only grows.${log.text.en}${climbs ? ' Everything it escalates to stays open with it.' : ''} Add a window, like \`in 24h\`.`,
            zh: `${called(risk).zh}一旦触发就一直处于打开状态，除非有“处置”事件：它统计的量只增不减。${log.text.zh}${climbs ? '它升级到的风险也会一直打开。' : ''}请给统计加上时间窗口，例如 \`近24小时\`。`,
          },
          proposals: log.proposals,
        });
      }
    }
  },
});

/** How long after the opening it is checked again. */
const LATER = 60;

function showingOf({ name, label, when, for: patience }: Risk): DemonstrationRequest {
  const open = (day: number): Expected => ({ kind: 'risk', name, negated: false, day });
  return {
    place: 'risk',
    claims: [[{ condition: when, value: true }]],
    title: { en: `${name} stays open`, zh: `${label ?? name}一直打开` },
    expectations: patience === null ? [open(0), open(-LATER)] : [],
    sentence: ({ en, zh }) => ({
      en: ` With ${en} it opens, and after ${LATER} days of silence it is still open.`,
      zh: `例如：${zh}时触发，之后 ${LATER} 天没有任何动静，它仍然打开。`,
    }),
  };
}

/** Whether the condition stays true forever once it is. */
function staysTrue(condition: Condition): boolean {
  return [...placedLeavesOf(condition)].every(
    ({ leaf, path }) => !path.includes('operand') && leaf.kind === 'compare' && comparisonStaysTrue(leaf),
  );
}

function comparisonStaysTrue({ left, right, operator }: Comparison): boolean {
  if (operator === '>' || operator === '>=') return growsOnly(left) && right.kind === 'constant';
  return (operator === '<' || operator === '<=') && growsOnly(right) && left.kind === 'constant';
}

/** Whether the quantity never decreases: counts since the beginning, and the group's age. */
function growsOnly(quantity: Quantity): boolean {
  switch (quantity.kind) {
    case 'metric':
      return growsOnly(quantity.body);
    case 'intrinsic':
      return quantity.name === 'age' && quantity.window.kind === 'all';
    case 'aggregate':
      return quantity.window.kind === 'all' && ['count', 'distinct', 'days'].includes(quantity.function);
    case 'arithmetic':
      return quantity.operator === '+' && growsOnly(quantity.left) && growsOnly(quantity.right);
    case 'constant':
      return true;
  }
}
