/** A cap can be exceeded. */
import type { GroupPolicy } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

type Content = GroupPolicy['content'];
type Cap = Content['caps'][number];

export const capNeverExceeded = definePolicyRule({
  code: 'cap-never-exceeded',
  severity: 'warning',
  title: { en: 'A cap of the whole', zh: '上限等于全部' },
  check(policy, report) {
    for (const { content, cap } of policy.groups.flatMap(({ content }) =>
      content.caps.map((cap) => ({ content, cap })),
    )) {
      if (cap.share.numerator < cap.share.denominator) continue;
      report({
        at: cap,
        part: 'percent',
        message: {
          en: `No share exceeds 100%, so this cap on \`${cap.category}\` can never be broken. Write the share that is too much, or remove the cap.`,
          zh: `占比不会超过 100%，所以“${cap.category}”的这个上限永远不会被突破。请写出真正的上限，或删除它。`,
        },
        // Where nothing else asks for the category, it would be of no use without its cap.
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
