/** Reports mixes whose tolerance makes them impossible to miss. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { percent } from '../../policy/wording.ts';

export const mixAlwaysKept = definePolicyRule({
  code: 'mix-always-kept',
  severity: 'warning',
  title: { en: 'A mix that is always met', zh: '容差过大，配比永远达成' },
  check(policy, report) {
    for (const mix of policy.groups.flatMap((group) => group.content.mixes)) {
      const tolerance = mix.tolerance.numerator / mix.tolerance.denominator;
      const widest = Math.max(
        ...mix.shares.map(
          ({ share }) => Math.max(share.numerator, share.denominator - share.numerator) / share.denominator,
        ),
      );
      if (mix.shares.length === 0 || tolerance < widest) continue;
      report({
        at: mix,
        part: 'tolerance',
        message: {
          en: `With a tolerance of ${percent(mix.tolerance)} this mix is met whatever is posted. Tolerance is in percentage points in either direction; 10% is usual.`,
          zh: `容差 ${percent(mix.tolerance)} 时无论发什么都算达成，这个配比形同虚设。容差是上下浮动的百分点，通常用 10%。`,
        },
        fixes: [
          {
            title: { en: 'Make the tolerance 10%', zh: '把容差改成 10%' },
            edits: [{ at: mix, part: 'tolerance', newText: '10%' }],
          },
        ],
      });
    }
  },
});
