/** Reports two caps on a category for the same period. */
import type { Cap } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { percent, period } from '../../policy/wording.ts';

export const capTwice = definePolicyRule({
  code: 'cap-twice',
  severity: 'warning',
  title: { en: 'Category capped twice for one period', zh: '同一周期对一个类别写了两个上限' },
  check(policy, report) {
    for (const { content } of policy.groups) {
      const seen = new Map<string, Cap>();
      for (const cap of content.caps) {
        const key = `${cap.period} ${cap.category}`;
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, cap);
          continue;
        }
        report({
          at: cap,
          message: {
            en: `\`${cap.category}\` already has a cap of ${percent(first.share)} ${period(cap.period).en}. Only the lower one has any effect. Keep one of them.`,
            zh: `“${cap.category}”${period(cap.period).zh}已经有上限 ${percent(first.share)}，两者中只有较低的起作用。请只保留一个。`,
          },
          fixes: [{ title: { en: 'Remove this cap', zh: '删除这个上限' }, edits: [{ at: cap, newText: '' }] }],
        });
      }
    }
  },
});
