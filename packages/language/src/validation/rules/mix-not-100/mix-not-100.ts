/** Reports mixes whose shares do not sum to 100%. */
import type { Mix } from '@steward/policy';
import type { PolicyFix } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { percent } from '../../policy/wording.ts';

export const mixNot100 = definePolicyRule({
  code: 'mix-not-100',
  severity: 'error',
  title: { en: 'A mix that does not sum to 100%', zh: '内容配比之和不是 100%' },
  check(policy, report) {
    for (const mix of policy.groups.flatMap((group) => group.content.mixes)) {
      const total = hundredths(mix);
      if (total === 10_000) continue;
      const sum = `${total / 100}%`;
      const off = `${Math.abs(total - 10_000) / 100}%`;
      const direction = total < 10_000 ? { en: 'missing', zh: '还差' } : { en: 'too much', zh: '多出' };
      report({
        at: mix,
        part: 'mix',
        message: {
          en: `The shares of this mix sum to ${sum}: ${off} ${direction.en}. Shares are parts of a whole, so no day could meet them all. Make them sum to 100%.`,
          zh: `配比之和是 ${sum}，${direction.zh} ${off}。各项占比合起来是一个整体，和不是 100% 就没有一天能达成。请改到 100%。`,
        },
        fixes: fixesOf(mix, total),
      });
    }
  },
});

/** In hundredths of a percent, which is finer than anyone writes. */
function hundredths(mix: Mix): number {
  return Math.round(mix.shares.reduce((sum, { share }) => sum + (share.numerator * 10_000) / share.denominator, 0));
}

/** Gives the difference to the last share, if that keeps it positive. */
function fixesOf(mix: Mix, total: number): PolicyFix[] {
  const last = mix.shares.at(-1);
  if (last === undefined) return [];
  const wanted = {
    numerator: Math.round((last.share.numerator * 10_000) / last.share.denominator) + 10_000 - total,
    denominator: 10_000,
  };
  if (wanted.numerator <= 0) return [];
  const newText = percent(wanted);
  return [
    {
      title: { en: `Make \`${last.category}\` ${newText}`, zh: `把“${last.category}”改成 ${newText}` },
      edits: [{ at: last, part: 'percent', newText }],
    },
  ];
}
