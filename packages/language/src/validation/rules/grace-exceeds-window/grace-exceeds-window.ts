/** Grace bridges a pause; it does not outlast what the tier looks at. */
import { aggregatesOf, type Condition, durationText } from '@steward/policy';
import { type Duration, durationMicros } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const graceExceedsWindow = definePolicyRule({
  code: 'grace-exceeds-window',
  severity: 'info',
  title: { en: 'Grace longer than the window of its tier', zh: '宽限比层级自身的窗口还长' },
  check(policy, report) {
    for (const tier of policy.groups.flatMap((group) => group.tiers)) {
      if (tier.when === null || tier.grace === null) continue;
      const longest = longestWindow(tier.when);
      if (longest === null || durationMicros(tier.grace) <= durationMicros(longest)) continue;
      report({
        at: tier,
        part: 'grace',
        message: {
          en: `The tier looks back ${durationText(longest)}, and a grace of ${durationText(tier.grace)} keeps a member longer than that after the condition failed: most of those in it need not meet it. Make the grace shorter than the window.`,
          zh: `这个层级只看最近 ${durationText(longest, 'zh')}，而宽限 ${durationText(tier.grace, 'zh')} 使成员在条件不成立后停留得更久：层级里的多数人可能并不符合条件。请让宽限短于窗口。`,
        },
      });
    }
  },
});

/** The longest trailing window of a condition that has no other kind. */
function longestWindow(condition: Condition): Duration | null {
  let longest: Duration | null = null;
  for (const { quantity } of aggregatesOf(condition)) {
    if (quantity.window.kind !== 'trailing') return null;
    const length = quantity.window.duration;
    if (longest === null || durationMicros(length) > durationMicros(longest)) longest = length;
  }
  return longest;
}
