/** Reports escalations to a risk that is already open. */
import {
  type Comparison,
  type Condition,
  type Escalation,
  type GroupPolicy,
  type Quantity,
  type Risk,
  shapeKey,
} from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { durationMicros } from '@steward/time';
import type { Report } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called } from '../../policy/wording.ts';

export const escalateToLower = definePolicyRule({
  code: 'escalate-to-lower',
  severity: 'warning',
  title: { en: 'Escalation to a lower risk', zh: '升级到了更低的风险' },
  check(policy, report) {
    for (const group of policy.groups) checkGroup(group, report);
  },
});

function checkGroup(group: GroupPolicy, report: Report): void {
  const byName = new Map(group.risks.map((risk) => [risk.name, risk]));
  for (const risk of group.risks) {
    for (const escalation of risk.escalations) {
      const target = targetOf(risk, escalation, byName);
      if (target !== null && opensWith(risk, target)) report({ at: escalation, message: messageOf(risk, target) });
    }
  }
}

function targetOf(risk: Risk, escalation: Escalation, byName: ReadonlyMap<string, Risk>): Risk | null {
  const target = byName.get(escalation.to);
  return target === undefined || target === risk ? null : target;
}

function messageOf(risk: Risk, target: Risk): Bilingual {
  return {
    en: `Whenever ${called(risk).en} is open, so is ${called(target).en}: it is the lower of the two, so this escalation has no effect. Swap the two, or correct a threshold.`,
    zh: `只要${called(risk).zh}打开，${called(target).zh}也已打开：后者等级更低，这条升级不起作用。请对调两者，或改正阈值。`,
  };
}

/** Whether `target` is open whenever `risk` is, judging by the form of their conditions. */
function opensWith(risk: Risk, target: Risk): boolean {
  const waits = target.for === null ? 0 : durationMicros(target.for);
  const waited = risk.for === null ? 0 : durationMicros(risk.for);
  return waits <= waited && implies(risk.when, target.when);
}

function implies(one: Condition, other: Condition): boolean {
  if (shapeKey(one) === shapeKey(other)) return true;
  if (one.kind === 'or') return implies(one.left, other) && implies(one.right, other);
  if (other.kind === 'and') return implies(one, other.left) && implies(one, other.right);
  if (one.kind === 'and' && (implies(one.left, other) || implies(one.right, other))) return true;
  if (other.kind === 'or' && (implies(one, other.left) || implies(one, other.right))) return true;
  return one.kind === 'compare' && other.kind === 'compare' && isStricter(one, other);
}

/** Whether the first of two comparisons of one measure with constants implies the second. */
function isStricter(one: Comparison, other: Comparison): boolean {
  if (shapeKey(one.left) !== shapeKey(other.left)) return false;
  const [bound, weaker] = [constantOf(one.right), constantOf(other.right)];
  if (bound === null || weaker === null) return false;
  const [strict, loose] = [one.operator, other.operator];
  if (strict.startsWith('>') && loose.startsWith('>')) {
    return bound > weaker || (bound === weaker && (strict === '>' || loose === '>='));
  }
  if (strict.startsWith('<') && loose.startsWith('<')) {
    return bound < weaker || (bound === weaker && (strict === '<' || loose === '<='));
  }
  return false;
}

function constantOf(quantity: Quantity): number | null {
  return quantity.kind === 'constant' ? quantity.value.numerator / quantity.value.denominator : null;
}
