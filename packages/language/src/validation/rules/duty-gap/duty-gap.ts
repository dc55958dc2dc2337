/** Reports hours of the day when nobody is on duty. */

import { gaps } from '../../policy/day.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { list, span } from '../../policy/wording.ts';

export const dutyGap = definePolicyRule({
  code: 'duty-gap',
  severity: 'warning',
  title: { en: 'Hours with nobody on duty', zh: '值班有空档' },
  judges: 'absence',
  check(policy, report) {
    for (const { duty } of policy.groups) {
      const last = duty.at(-1);
      if (last === undefined) continue;
      const free = gaps(duty);
      if (free.length === 0) continue;
      const names = list(free.map(({ from, to }) => span(from, to)));
      report({
        at: last,
        part: 'block',
        message: {
          en: `Nobody is on duty ${names.en}, so incidents that open then reach no one. Extend a shift, or add one.`,
          zh: `${names.zh} 无人值班：这时发生的风险没有人处理。请延长某个班次，或增加一个。`,
        },
        fixes: [
          {
            title: { en: 'Assign the gap to the last shift', zh: '由最后一个班次补上' },
            edits: free.map(({ from, to }) => ({
              at: last,
              side: 'after' as const,
              newText: ` ${span(from, to).replace('–', '..')} ${last.onDuty.map(({ name }) => name).join(', ')}`,
            })),
          },
        ],
      });
    }
  },
});
