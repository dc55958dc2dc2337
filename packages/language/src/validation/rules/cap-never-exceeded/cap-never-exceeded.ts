/** A cap can be exceeded. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const capNeverExceeded = definePolicyRule({
  code: 'cap-never-exceeded',
  severity: 'warning',
  title: { en: 'A cap of the whole', zh: '上限等于全部' },
  check(policy, report) {
    for (const cap of policy.groups.flatMap((group) => group.content.caps)) {
      if (cap.share.numerator < cap.share.denominator) continue;
      report({
        at: cap,
        part: 'percent',
        message: {
          en: `No share exceeds 100%, so this cap on \`${cap.category}\` can never be broken. Write the share that is too much, or remove the cap.`,
          zh: `占比不会超过 100%,所以“${cap.category}”的这个上限永远不会被突破。请写出真正的上限,或删除它。`,
        },
        fixes: [
          { title: { en: 'Remove this cap', zh: '删除这个上限' }, edits: [{ at: cap, part: 'whole', newText: '' }] },
        ],
      });
    }
  },
});
