/** Reports caps for a long period that a cap for a shorter period already enforces. */
import type { Rational } from '@steward/numbers';
import type { Cap } from '@steward/policy';
import type { Period } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { percent, period } from '../../policy/wording.ts';

/** For each period, the shorter periods that divide it evenly. */
const MADE_OF: Readonly<Record<Period, readonly Period[]>> = {
  hour: [],
  day: ['hour'],
  week: ['day', 'hour'],
  month: ['day', 'hour'],
};

export const capImplied = definePolicyRule({
  code: 'cap-implied',
  severity: 'info',
  title: { en: 'A cap that another cap already enforces', zh: '已被另一个上限保证的上限' },
  check(policy, report) {
    for (const { caps } of policy.groups.map(({ content }) => content)) {
      for (const long of caps) {
        const short = caps.find((cap) => isKeptBy(long, cap));
        if (short === undefined) continue;
        report({
          at: long,
          message: {
            en: `If every ${short.period} has at most ${percent(short.share)} \`${short.category}\`, so does every ${long.period}, but this cap allows ${percent(long.share)} ${period(long.period).en}: it can only be exceeded after the other one. Lower it, or remove it.`,
            zh: `如果${period(short.period).zh}“${short.category}”都不超过 ${percent(short.share)}，${period(long.period).zh}也必然不超过，但这里允许${period(long.period).zh} ${percent(long.share)}：只有前者先被突破，它才会被突破。请降低它，或删除它。`,
          },
          fixes: [
            { title: { en: 'Remove this cap', zh: '删除这个上限' }, edits: [{ at: long, part: 'whole', newText: '' }] },
          ],
        });
      }
    }
  },
});

/** The share of a long period lies between the smallest and the largest share of its parts. */
function isKeptBy(long: Cap, short: Cap): boolean {
  if (short.category !== long.category || !MADE_OF[long.period].includes(short.period)) return false;
  return value(short.share) <= value(long.share);
}

function value({ numerator, denominator }: Rational): number {
  return numerator / denominator;
}
