/** Reports mixes for different periods that cannot both be met. */
import type { Rational } from '@steward/numbers';
import type { Mix } from '@steward/policy';
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

export const mixesContradict = definePolicyRule({
  code: 'mixes-contradict',
  severity: 'warning',
  title: { en: 'Two mixes that cannot both be met', zh: '不能同时达成的两个配比' },
  check(policy, report) {
    for (const { mixes } of policy.groups.map(({ content }) => content)) {
      for (const long of mixes) {
        for (const short of mixes.filter((mix) => MADE_OF[long.period].includes(mix.period))) {
          const share = apart(short, long);
          if (share === null) continue;
          const [least, most] = range(share.short, short);
          const [low, high] = range(share.long, long);
          report({
            at: share.at,
            message: {
              en: `If every ${short.period} meets its mix, \`${share.category}\` makes up ${least}–${most} of every ${long.period}, but this mix asks for ${low}–${high} (${percent(share.long)} ± ${percent(long.tolerance)}). A group that meets one misses the other. Align the shares, or widen a tolerance.`,
              zh: `如果${period(short.period).zh}都达成配比，任何一个${UNIT[long.period]}里“${share.category}”都占 ${least}–${most}，但这里要求 ${low}–${high}（${percent(share.long)} ± ${percent(long.tolerance)}）。达成一个就达不成另一个。请让两处占比一致，或放宽容差。`,
            },
          });
        }
      }
    }
  },
});

const UNIT: Readonly<Record<Period, string>> = { hour: '小时', day: '天', week: '周', month: '月' };

interface Apart {
  category: string;
  short: Rational;
  long: Rational;
  at: Mix['shares'][number];
}

/** Shares count only messages of the mix's own categories, so only mixes of the same categories are comparable. */
function apart(short: Mix, long: Mix): Apart | null {
  const shares = new Map(short.shares.map(({ category, share }) => [category, share]));
  if (shares.size !== long.shares.length || long.shares.some(({ category }) => !shares.has(category))) return null;
  const room = value(short.tolerance) + value(long.tolerance);
  for (const at of long.shares) {
    const other = shares.get(at.category);
    if (other === undefined || Math.abs(value(other) - value(at.share)) <= room + 1e-9) continue;
    return { category: at.category, short: other, long: at.share, at };
  }
  return null;
}

function range(share: Rational, { tolerance }: Mix): [string, string] {
  const ends = [Math.max(0, value(share) - value(tolerance)), Math.min(1, value(share) + value(tolerance))];
  const [low = '', high = ''] = ends.map((end) => `${Math.round(end * 10_000) / 100}%`);
  return [low, high];
}

function value({ numerator, denominator }: Rational): number {
  return numerator / denominator;
}
