/** Reports windows longer than logs usually are. */
import { conditionsOf, durationText, windowsOf } from '@steward/policy';
import { durationMicros } from '@steward/time';
import { definePolicyRule } from '../../policy/policy-rule.ts';

const LONGEST = durationMicros({ amount: 400, unit: 'd' });

export const windowTooLong = definePolicyRule({
  code: 'window-too-long',
  severity: 'info',
  title: { en: 'A window longer than a year', zh: '时间窗口超过一年' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { condition } of conditionsOf(group)) {
        const reported = new Set<number>();
        for (const { window, range } of windowsOf(condition)) {
          if (window.kind !== 'trailing' || durationMicros(window.duration) <= LONGEST) continue;
          if (reported.has(range.startOffset)) continue;
          reported.add(range.startOffset);
          report({
            at: { range },
            part: 'window',
            message: {
              en: `A window of ${durationText(window.duration)} needs a log of that length; until then its counts are lower bounds and "fewer than" is unknown. Shorten it, or check that your logs go back that far.`,
              zh: `${durationText(window.duration, 'zh')} 的窗口要有同样长的日志才算完整；在此之前计数只是下限，“少于”无法判定。请缩短窗口，或确认日志足够长。`,
            },
          });
        }
      }
    }
  },
});
