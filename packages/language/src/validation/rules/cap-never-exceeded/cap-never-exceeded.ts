/** Reports caps that cannot be exceeded. */
import type { GroupPolicy } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

type Content = GroupPolicy['content'];
type Cap = Content['caps'][number];

export const capNeverExceeded = definePolicyRule({
  code: 'cap-never-exceeded',
  severity: 'warning',
  title: { en: 'A cap of 100%', zh: '上限为 100%' },
  check(policy, report) {
    for (const { content, cap } of policy.groups.flatMap(({ content }) =>
      content.caps.map((cap) => ({ content, cap })),
    )) {
      if (cap.share.numerator < cap.share.denominator) continue;
      report({
        at: cap,
        part: 'percent',
        message: {
          en: `A share is never above 100%, so this cap on \`${cap.category}\` cannot be exceeded. Write the share that would be too much, or remove the cap.`,
          zh: `占比不会超过 100%，所以“${cap.category}”的这个上限永远不会被突破。请写出真正的上限，或删除它。`,
        },
        // If nothing else refers to the category, it would become unused without its cap.
        fixes: isAskedFor(cap, content) ? [{ title: TITLE, edits: [{ at: cap, part: 'whole', newText: '' }] }] : [],
      });
    }
  },
});

const TITLE = { en: 'Remove this cap', zh: '删除这个上限' } as const;

function isAskedFor({ category }: Cap, { caps, mixes, slots }: Content): boolean {
  const asking = [...caps, ...slots, ...mixes.flatMap(({ shares }) => shares)];
  return asking.filter((one) => one.category === category).length > 1;
}
