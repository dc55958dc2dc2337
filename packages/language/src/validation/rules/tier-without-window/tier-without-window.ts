/** Reports counts over all time in tiers and health goals. */
import { aggregatesOf, conditionsOf } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const tierWithoutWindow = definePolicyRule({
  code: 'tier-without-window',
  severity: 'info',
  title: { en: 'A tier or goal that counts over all time', zh: '按全部时间统计的层级或健康目标' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { kind, condition } of conditionsOf(group)) {
        if (kind !== 'tier' && kind !== 'task' && kind !== 'goal') continue;
        const reported = new Set<number>();
        for (const { quantity, range } of aggregatesOf(condition)) {
          // `since` only depends on the latest event.
          if (quantity.window.kind !== 'all' || quantity.function === 'since' || reported.has(range.startOffset))
            continue;
          reported.add(range.startOffset);
          report({
            at: { range },
            message: {
              en: 'This counts everything since the group was founded. Few logs go back that far, and on a shorter one only "at least" can be decided. Add a window: `in 30d`, `per week`.',
              zh: '这里统计的是建群以来的全部时间。聊天记录很少从头导出；日志不完整时只能判断“至少”，无法判断“不足”。请加上时间窗口，例如 `近30天`、`每周`。',
            },
          });
        }
      }
    }
  },
});
