/** Reports grace periods longer than the windows of their tier. */
import { aggregatesOf, type Condition, durationText } from '@steward/policy';
import { type Duration, durationMicros } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const graceExceedsWindow = definePolicyRule({
  code: 'grace-exceeds-window',
  severity: 'info',
  title: { en: 'A grace period longer than the window of its tier', zh: '宽限比层级自身的窗口还长' },
  check(policy, report) {
    for (const tier of policy.groups.flatMap((group) => group.tiers)) {
      if (tier.when === null || tier.grace === null) continue;
      const longest = longestWindow(tier.when);
      if (longest === null || durationMicros(tier.grace) <= durationMicros(longest)) continue;
      report({
        at: tier,
        part: 'grace',
        message: {
          en: `The tier looks back ${durationText(longest)}, but a grace of ${durationText(tier.grace)} keeps members even longer after they stop meeting the condition: most of the tier need not meet it. Make the grace shorter than the window.`,
          zh: `这个层级只看最近 ${durationText(longest, 'zh')}，但宽限 ${durationText(tier.grace, 'zh')} 让成员在不再符合条件后留得更久：层级里的多数人可能并不符合条件。请让宽限短于窗口。`,
        },
      });
    }
  },
});

/** The longest trailing window of a condition, or null if it contains any other measure. */
function longestWindow(condition: Condition): Duration | null {
  let longest: Duration | null = null;
  for (const { quantity } of aggregatesOf(condition)) {
    if (quantity.window.kind !== 'trailing') return null;
    const length = quantity.window.duration;
    if (longest === null || durationMicros(length) > durationMicros(longest)) longest = length;
  }
  return longest;
}
