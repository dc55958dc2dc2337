/** Reports conditions on group size that the capacity alone decides. */
import { type ConditionLeaf, conditionsOf, leavesOf, type Quantity } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { type Bounds, boundsOf, settle } from '../../policy/bounds.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const capacityContradicts = definePolicyRule({
  code: 'capacity-contradicts',
  severity: 'warning',
  title: { en: 'A condition that the capacity decides', zh: '结果已由容量决定的条件' },
  check(policy, report) {
    for (const group of policy.groups) {
      const { capacity } = group;
      if (capacity === null) continue;
      for (const { condition } of conditionsOf(group)) {
        for (const leaf of leavesOf(condition)) {
          const message = judge(leaf, capacity);
          if (message !== null) report({ at: leaf, message });
        }
      }
    }
  },
});

function judge(leaf: ConditionLeaf, capacity: number): Bilingual | null {
  if (leaf.kind === 'rank') {
    if (leaf.limit.kind !== 'places' || leaf.limit.places < capacity) return null;
    return {
      en: `A group of ${capacity} has at most ${capacity} ranks, so every member with a count is in the top ${leaf.limit.places}. Use fewer, or a share such as \`20%\`.`,
      zh: `容量 ${capacity} 的群最多只有 ${capacity} 个名次，只要有计数就在前 ${leaf.limit.places} 名之内。请减少名次，或改用占比，例如 \`20%\`。`,
    };
  }
  if (leaf.kind !== 'compare') return null;
  const within = (quantity: Quantity): Bounds => (isHeadCount(quantity) ? { lo: 0, hi: capacity } : boundsOf(quantity));
  if (settle(leaf.operator, boundsOf(leaf.left), boundsOf(leaf.right)) !== 'open') return null;
  const verdict = settle(leaf.operator, within(leaf.left), within(leaf.right));
  if (verdict === 'open') return null;
  const { en, zh } =
    verdict === 'never' ? { en: 'never true', zh: '永远不会成立' } : { en: 'always true', zh: '永远成立' };
  return {
    en: `With a capacity of ${capacity} the group has 0–${capacity} members, so this is ${en} as long as the capacity is not exceeded. Correct the threshold or the capacity.`,
    zh: `容量是 ${capacity}，人数在 0–${capacity} 之间，所以只要不超员，这个条件${zh}。请改正阈值或容量。`,
  };
}

function isHeadCount(quantity: Quantity): boolean {
  if (quantity.kind === 'metric') return isHeadCount(quantity.body);
  return quantity.kind === 'intrinsic' && quantity.name === 'members';
}
