/** Reports categories with two shares in one mix. */
import type { GroupPolicy } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

type Mix = GroupPolicy['content']['mixes'][number];

export const mixCategoryTwice = definePolicyRule({
  code: 'mix-category-twice',
  severity: 'error',
  title: { en: 'Category with two shares in one mix', zh: '同一配比里一个类别写了两次' },
  check(policy, report) {
    for (const mix of policy.groups.flatMap((group) => group.content.mixes)) {
      const seen = new Set<string>();
      for (const share of mix.shares) {
        if (seen.has(share.category)) {
          report({
            at: share,
            message: {
              en: `\`${share.category}\` already has a share in this mix, but it can have only one target. Keep one of the two.`,
              zh: `“${share.category}”在这个配比里已经有占比，一个类别只能有一个目标。请只保留一个。`,
            },
            // What remains must still sum to 100%.
            fixes: sumWithout(mix, share) === 1 ? [{ title: TITLE, edits: [{ at: share, newText: '' }] }] : [],
          });
        }
        seen.add(share.category);
      }
    }
  },
});

const TITLE = { en: 'Remove this share', zh: '删除这一项' } as const;

function sumWithout({ shares }: Mix, left: Mix['shares'][number]): number {
  const others = shares.filter((share) => share !== left);
  return Number(others.reduce((sum, { share }) => sum + share.numerator / share.denominator, 0).toPrecision(12));
}
