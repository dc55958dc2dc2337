/** Reports shifts that overlap slightly, or list the same person twice. */

import type { Shift } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { overlaps, pieces, type Span } from '../../policy/day.ts';
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
        const twice = left.onDuty.filter(({ name }) => right.onDuty.some((other) => other.name === name));
        const names = list(twice.map(({ name }) => name));
        if (twice.length > 0) {
          report({
            at: right,
            part: 'from',
            message: {
              en: `At ${when} ${names.en} ${twice.length === 1 ? 'is' : 'are'} on duty in two shifts at once, which is redundant. Let one shift end where the next begins.`,
              zh: `${when} 有两个班次都排了${names.zh}，重复了。请让前一班在后一班开始时结束。`,
            },
          });
        } else if (isSlip(left, right, shared)) {
          report({
            at: right,
            part: 'from',
            message: {
              en: `At ${when} both ${who(left).en} and ${who(right).en} are on duty, and each may leave the work to the other. Let one shift end where the next begins, or write one shift with both.`,
              zh: `${when} 由${who(left).zh}和${who(right).zh}同时值班，容易互相推给对方。请让前一班在后一班开始时结束，或写成一个共同的班次。`,
            },
          });
        }
      }
    }
  },
});

/**
 * Whether two shifts of people share only a small part of either, as after a mistyped hour. A longer overlap means a second person on
 * purpose, and a tool never waits for anyone.
 */
function isSlip(left: Shift, right: Shift, shared: Span): boolean {
  const people = [left, right].every((shift) => shift.onDuty.some(({ kind }) => kind === 'role'));
  return people && length(shared) * 4 <= Math.min(length(left), length(right));
}

function length(shift: Span): number {
  return pieces(shift).reduce((sum, { from, to }) => sum + to - from, 0);
}

function who(shift: Shift): Bilingual {
  return list(shift.onDuty.map(({ name }) => name));
}
