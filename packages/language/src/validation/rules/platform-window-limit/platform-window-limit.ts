/** Reports windows longer than the platform keeps statistics. */
import { conditionsOf, durationText, windowsOf } from '@steward/policy';
import { durationMicros } from '@steward/time';
import { platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const platformWindowLimit = definePolicyRule({
  code: 'platform-window-limit',
  severity: 'warning',
  title: { en: 'A window longer than the platform keeps data', zh: '窗口超过平台保留数据的时间' },
  check(policy, report) {
    for (const group of policy.groups) {
      const facts = platformFacts(group.platform);
      const days = facts?.statisticsDays ?? null;
      if (facts === null || days === null) continue;
      for (const { condition } of conditionsOf(group)) {
        const reported = new Set<number>();
        for (const { window, range } of windowsOf(condition)) {
          if (window.kind !== 'trailing' || reported.has(range.startOffset)) continue;
          if (durationMicros(window.duration) <= durationMicros({ amount: days, unit: 'd' })) continue;
          reported.add(range.startOffset);
          report({
            at: { range },
            part: 'window',
            message: {
              en: `${facts.title.en} keeps a group's statistics for ${days} days, but this window is ${durationText(window.duration)} long, so the available data never covers it. Shorten it, or archive the log yourself.`,
              zh: `${facts.title.zh}的群统计只保留 ${days} 天，但窗口长达 ${durationText(window.duration, 'zh')}：能取到的数据永远不够。请缩短窗口，或自行归档日志。`,
            },
          });
        }
      }
    }
  },
});
