/** Reports tiers that lack a benefit of a lower tier. */
import { type Condition, placedLeavesOf, type Quantity, type Tier } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, list } from '../../policy/wording.ts';

export const benefitsDoNotClimb = definePolicyRule({
  code: 'benefits-do-not-climb',
  severity: 'warning',
  title: { en: 'A higher tier with fewer benefits', zh: '层级越高权益反而减少' },
  judges: 'absence',
  check(policy, report) {
    for (const { tiers } of policy.groups) {
      const ladder = tiers.filter(isStep);
      for (const [index, upper] of ladder.entries()) {
        const lower = ladder.slice(index + 1).find((tier) => tier.benefits.length > 0);
        if (lower === undefined) continue;
        const lost = lower.benefits.filter((benefit) => !upper.benefits.includes(benefit));
        if (lost.length === 0) continue;
        const names = list(lost.map((benefit) => `"${benefit}"`));
        report({
          at: upper,
          message: {
            en: `Members who move up from ${called(lower).en} to ${called(upper).en} lose ${names.en}, which punishes them for being more active. Add ${lost.length === 1 ? 'it' : 'them'} here.`,
            zh: `从${called(lower).zh}升到${called(upper).zh}会失去${names.zh}，等于惩罚更活跃的成员。请在这里补上。`,
          },
          fixes: [
            {
              title: { en: `Add ${names.en}`, zh: `补上${names.zh}` },
              edits: [
                {
                  at: upper,
                  side: 'inside',
                  newText: {
                    en: ` benefit ${lost.map((benefit) => JSON.stringify(benefit)).join(', ')} `,
                    zh: ` 权益 ${lost.map((benefit) => JSON.stringify(benefit)).join(', ')} `,
                  },
                },
              ],
            },
          ],
        });
      }
    }
  },
});

/**
 * Whether the tier is a step on the activity ladder: it requires more of something, or nothing. Tiers that require little
 * (`interactions < 2`, `idle >= 30d`) are not part of the ladder; members who return need not keep what won them back.
 */
function isStep(tier: Tier): boolean {
  return (
    tier.when === null || [...placedLeavesOf(tier.when)].every(({ leaf, negated }) => asksForMore(leaf) !== negated)
  );
}

function asksForMore(leaf: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>): boolean {
  if (leaf.kind === 'rank') return (leaf.direction === 'top') !== isTime(leaf.measure);
  if (leaf.kind === 'trend') return leaf.direction === 'rises';
  if (leaf.operator === '==' || leaf.operator === '!=') return false;
  return leaf.operator.startsWith('>') !== isTime(leaf.left);
}

/** Time since the last event: the larger it is, the less active the member. */
function isTime(quantity: Quantity): boolean {
  if (quantity.kind === 'metric') return isTime(quantity.body);
  return quantity.kind === 'aggregate' && quantity.function === 'since';
}
