/** Reports slots that overlap. */

import { overlaps } from '../../policy/day.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { span } from '../../policy/wording.ts';

export const slotOverlap = definePolicyRule({
  code: 'slot-overlap',
  severity: 'warning',
  title: { en: 'Slots overlap', zh: '时段重叠' },
  check(policy, report) {
    for (const { content } of policy.groups) {
      for (const { left, right, shared } of overlaps(content.slots)) {
        const at = span(shared.from, shared.to);
        const sameCategory = left.category === right.category;
        report({
          at: right,
          part: 'from',
          severity: sameCategory ? 'warning' : 'info',
          message: {
            en: `"${right.label}" overlaps "${left.label}" at ${at}.${sameCategory ? ` Both ask for \`${right.category}\`, so one message fulfils both.` : ' The two compete for attention.'} Move one of them.`,
            zh: `“${right.label}”与“${left.label}”在 ${at} 重叠。${sameCategory ? `两者都要“${right.category}”，那时发一条就算两个都完成。` : '两者会互相争夺注意力。'}请移开其中一个。`,
          },
        });
      }
    }
  },
});
