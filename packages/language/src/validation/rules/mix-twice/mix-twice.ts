/** Reports two mixes for the same period. */
import type { Period } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { period } from '../../policy/wording.ts';

export const mixTwice = definePolicyRule({
  code: 'mix-twice',
  severity: 'warning',
  title: { en: 'Two mixes for one period', zh: '同一周期写了两个配比' },
  check(policy, report) {
    for (const { content } of policy.groups) {
      const seen = new Set<Period>();
      for (const mix of content.mixes) {
        if (seen.has(mix.period)) {
          const name = period(mix.period);
          report({
            at: mix,
            part: 'mix',
            message: {
              en: `There already is a mix ${name.en}. Each covers only its own categories, so the two are unrelated. Merge them into one mix that sums to 100%.`,
              zh: `已经有一个${name.zh}的配比。每个配比只管自己的类别，两个互不相干。请合并成一个总和为 100% 的配比。`,
            },
          });
        }
        seen.add(mix.period);
      }
    }
  },
});
