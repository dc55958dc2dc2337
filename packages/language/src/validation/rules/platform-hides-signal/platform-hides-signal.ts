/** What is measured can be seen on the group's platform. */
import type { Aggregate, GroupPolicy } from '@steward/policy';
import { aggregatesOf, conditionsOf, type Used } from '../../policy/conditions.ts';
import { type PlatformFacts, platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule, type Report } from '../../policy/policy-rule.ts';
import { list } from '../../policy/wording.ts';

export const platformHidesSignal = definePolicyRule({
  code: 'platform-hides-signal',
  severity: 'warning',
  title: { en: 'A measure that the platform never shows', zh: '平台看不到的指标' },
  check(policy, report) {
    for (const group of policy.groups) {
      const facts = platformFacts(group.platform);
      if (facts !== null && facts.neverShown.length > 0) checkGroup(group, facts, report);
    }
  },
});

function checkGroup(group: GroupPolicy, facts: PlatformFacts, report: Report): void {
  for (const { condition } of conditionsOf(group)) {
    const told = new Set<number>();
    for (const used of aggregatesOf(condition)) {
      const hidden = hiddenSignals(used.quantity, facts);
      if (hidden.length === 0 || told.has(used.range.startOffset)) continue;
      told.add(used.range.startOffset);
      reportHidden(used, hidden, facts, report);
    }
  }
}

/** The signals of an aggregate where the platform shows none of them; a union of which some are seen is still a lower bound. */
function hiddenSignals({ parts }: Aggregate, facts: PlatformFacts): string[] {
  const signals = [...new Set(parts.map((part) => part.signal))];
  return signals.every((signal) => facts.neverShown.includes(signal)) ? signals : [];
}

function reportHidden(used: Used<Aggregate>, hidden: readonly string[], facts: PlatformFacts, report: Report): void {
  const names = list(hidden.map((signal) => `\`${signal}\``));
  const measure = used.metric === null ? 'This' : `\`${used.metric.metric}\``;
  const measureZh = used.metric === null ? '这个指标' : `\`${used.metric.metric}\``;
  report({
    at: { range: used.range },
    message: {
      en: `${measure} counts ${names.en}, which no export of ${facts.title.en} holds, so with one this is always unknown. Use what a chat shows, like messages, or add a log of your own that has them.`,
      zh: `${measureZh}要统计${names.zh},而${facts.title.zh}的聊天记录导出里没有,结果会一直是“未知”。请改用发言等看得到的信号,或另外提供含有这些事件的日志。`,
    },
  });
}
