/** Reports tiers with the same colour. */
import type { Tier } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called } from '../../policy/wording.ts';

export const tierColorTwice = definePolicyRule({
  code: 'tier-color-twice',
  severity: 'info',
  title: { en: 'Two tiers with the same colour', zh: '两个层级颜色相同' },
  check(policy, report) {
    for (const { tiers } of policy.groups) {
      const seen = new Map<string, Tier>();
      for (const tier of tiers) {
        const color = tier.color?.toLowerCase();
        if (color === undefined) continue;
        const first = seen.get(color);
        if (first === undefined) {
          seen.set(color, tier);
          continue;
        }
        report({
          at: tier,
          part: 'color',
          message: {
            en: `${called(first).en} has this colour too, so the two cannot be told apart in a chart. Choose another one, or omit it to get one assigned.`,
            zh: `${called(first).zh}也是这个颜色，图表里分不清两者。请换一种，或省略颜色自动分配。`,
          },
          fixes: [
            {
              title: { en: 'Omit the colour', zh: '省略颜色' },
              edits: [{ at: tier, part: 'color', newText: '' }],
            },
          ],
        });
      }
    }
  },
});
