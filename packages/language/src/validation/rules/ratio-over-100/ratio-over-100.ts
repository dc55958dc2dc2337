/** Reports shares of members that are compared with more than 100%. */
import { conditionsOf, leavesOf, type Quantity } from '@steward/policy';
import { boundsOf, settle } from '../../policy/bounds.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const ratioOver100 = definePolicyRule({
  code: 'ratio-over-100',
  severity: 'warning',
  title: { en: 'A share compared with more than 100%', zh: '与超过 100% 的占比比较' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { condition } of conditionsOf(group)) {
        for (const leaf of leavesOf(condition)) {
          if (leaf.kind !== 'compare') continue;
          const settled = settle(leaf.operator, boundsOf(leaf.left), boundsOf(leaf.right)) !== 'open';
          if (settled || !isShare(leaf.left) || leaf.right.kind !== 'constant') continue;
          const { numerator, denominator } = leaf.right.value;
          const above = numerator > denominator || (numerator === denominator && leaf.operator === '>');
          if (!above) continue;
          report({
            at: leaf.right,
            message: {
              en: `A share of the members is at most 100%, so \`${leaf.operator} ${leaf.right.text}\` always gives the same result. Write a threshold below 100%.`,
              zh: `成员占比最多是 100%，所以 \`${leaf.operator} ${leaf.right.text}\` 的结果总是一样。请写低于 100% 的阈值。`,
            },
          });
        }
      }
    }
  },
});

/** Distinct members divided by the member count. Members who left within the window can lift it above 100%, but nobody means that. */
function isShare(quantity: Quantity): boolean {
  if (quantity.kind === 'metric') return isShare(quantity.body);
  if (quantity.kind !== 'arithmetic' || quantity.operator !== '/') return false;
  const { left, right } = quantity;
  const people = left.kind === 'aggregate' && left.function === 'distinct' && left.field === 'member';
  if (right.kind !== 'intrinsic') return false;
  return isOfOpening(left) ? right.name === 'opening_members' : people && right.name === 'members';
}

/** The part of the members at the start of the window who stayed, or who left. */
function isOfOpening(quantity: Quantity): boolean {
  if (quantity.kind === 'intrinsic') return quantity.name === 'retained_members';
  if (quantity.kind !== 'arithmetic' || quantity.operator !== '-') return false;
  const { left, right } = quantity;
  return left.kind === 'intrinsic' && left.name === 'opening_members' && isOfOpening(right);
}
