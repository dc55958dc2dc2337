/** What a tier or a goal of health counts, it counts over a stretch of time. */
import { aggregatesOf, conditionsOf } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const tierWithoutWindow = definePolicyRule({
  code: 'tier-without-window',
  severity: 'info',
  title: { en: 'A tier or a goal that counts over all time', zh: '按全部时间统计的层级或健康标准' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { kind, condition } of conditionsOf(group)) {
        if (kind !== 'tier' && kind !== 'task' && kind !== 'goal') continue;
        const reported = new Set<number>();
        for (const { quantity, range } of aggregatesOf(condition)) {
          // The time since something is of the last time alone.
          if (quantity.window.kind !== 'all' || quantity.function === 'since' || reported.has(range.startOffset))
            continue;
          reported.add(range.startOffset);
          report({
            at: { range },
            message: {
              en: 'This counts over all time, since the group began. An export seldom goes back that far, and over one that does not only "at least" can be decided. Say over which time: `in 30d`, `per week`.',
              zh: '这里统计的是建群以来的全部时间。聊天记录很少从头导出；不完整时只能判断“至少”，无法判断“不足”。请写明时间，例如 `近30天`、`每周`。',
            },
          });
        }
      }
    }
  },
});
