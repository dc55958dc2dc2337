/** Shifts follow one another. */
import type { Shift } from '@steward/policy';
import { overlaps } from '../../policy/day.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { list, span } from '../../policy/wording.ts';

export const dutyOverlap = definePolicyRule({
  code: 'duty-overlap',
  severity: 'info',
  title: { en: 'Shifts overlap', zh: '班次重叠' },
  check(policy, report) {
    for (const { duty } of policy.groups) {
      for (const { left, right, shared } of overlaps(duty)) {
        const when = span(shared.from, shared.to);
        report({
          at: right,
          part: 'from',
          message: {
            en: `At ${when} both ${who(left).en} and ${who(right).en} are on duty, and each may wait for the other. Let one shift end where the next begins, or write one shift with both.`,
            zh: `${when} 由${who(left).zh}和${who(right).zh}同时值班,容易互相等待。请让前一班在后一班开始时结束,或写成一个共同的班次。`,
          },
        });
      }
    }
  },
});

function who(shift: Shift): { en: string; zh: string } {
  return list(shift.onDuty.map(({ name }) => name));
}
