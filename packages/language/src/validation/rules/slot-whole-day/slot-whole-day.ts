/** Reports slots that end at the time they start. */
import { clockText } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const slotWholeDay = definePolicyRule({
  code: 'slot-whole-day',
  severity: 'warning',
  title: { en: 'A slot that ends when it starts', zh: '时段的起止相同' },
  check(policy, report) {
    for (const slot of policy.groups.flatMap((group) => group.content.slots)) {
      if (slot.from !== slot.to) continue;
      report({
        at: slot,
        part: 'to',
        message: {
          en: `The slot "${slot.label}" starts and ends at ${clockText(slot.to)}, which means 24 hours: a message at any time fulfils it. Correct the end; for the whole day, write 00:00..24:00.`,
          zh: `时段“${slot.label}”的结束和开始都是 ${clockText(slot.to)}，会被当作 24 小时：任何时候发一条都算完成。请写出结束时间；确实是全天请写 00:00..24:00。`,
        },
      });
    }
  },
});
