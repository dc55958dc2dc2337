/** Reports slots for a category that the mix does not include. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const slotCategoryNotInMix = definePolicyRule({
  code: 'slot-category-not-in-mix',
  severity: 'warning',
  title: { en: 'A slot for a category outside the mix', zh: '时段的类别不在配比中' },
  judges: 'group',
  check(policy, report) {
    for (const { content } of policy.groups) {
      if (content.mixes.length === 0) continue;
      const wanted = new Set(content.mixes.flatMap((mix) => mix.shares.map((share) => share.category)));
      for (const slot of content.slots) {
        if (wanted.has(slot.category)) continue;
        report({
          at: slot,
          part: 'category',
          message: {
            en: `The slot "${slot.label}" asks for \`${slot.category}\` every day, but no mix has a share for it, so the content plan contradicts itself. Give it a share, or use a category of the mix.`,
            zh: `时段“${slot.label}”每天都要发“${slot.category}”，但配比里没有它的占比，内容计划互相矛盾。请给它一个占比，或改用配比中的类别。`,
          },
        });
      }
    }
  },
});
