/** Reports measures of signals that the group's platform never exports. */
import {
  type Aggregate,
  aggregatesOf,
  conditionsOf,
  type GroupPolicy,
  type SourceRange,
  type Used,
} from '@steward/policy';
import type { Report } from '../../policy/finding.ts';
import { type PlatformFacts, platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { list } from '../../policy/wording.ts';

export const platformHidesSignal = definePolicyRule({
  code: 'platform-hides-signal',
  severity: 'warning',
  title: { en: 'A measure of signals the platform never exports', zh: '平台不导出的指标' },
  check(policy, report) {
    for (const group of policy.groups) {
      const facts = platformFacts(group.platform);
      if (facts !== null && facts.neverShown.length > 0) checkGroup(group, facts, report);
    }
  },
});

interface HiddenMeasure {
  used: Used<Aggregate>;
  signals: string[];
}

function checkGroup(group: GroupPolicy, facts: PlatformFacts, report: Report): void {
  const inherited: HiddenMeasure[] = [];
  for (const { condition } of conditionsOf(group)) {
    const reported = new Set<number>();
    for (const used of aggregatesOf(condition)) {
      const signals = hiddenSignals(used.quantity, facts);
      if (signals.length === 0 || reported.has(used.range.startOffset)) continue;
      reported.add(used.range.startOffset);
      if (isInside(used.range, group.range)) reportOwn({ used, signals }, facts, report);
      else inherited.push({ used, signals });
    }
  }
  if (inherited.length > 0) reportInherited(group, inherited, facts, report);
}

/** The signals of an aggregate if the platform exports none of them. A union with some visible signals still gives a lower bound. */
function hiddenSignals({ parts }: Aggregate, facts: PlatformFacts): string[] {
  const signals = [...new Set(parts.map((part) => part.signal))];
  return signals.every((signal) => facts.neverShown.includes(signal)) ? signals : [];
}

function isInside(range: SourceRange, outer: SourceRange): boolean {
  return range.file === outer.file && range.startOffset >= outer.startOffset && range.endOffset <= outer.endOffset;
}

function reportOwn({ used, signals }: HiddenMeasure, facts: PlatformFacts, report: Report): void {
  const names = list(signals.map((signal) => `\`${signal}\``));
  report({
    at: { range: used.range },
    message: {
      en: `This counts ${names.en}, which ${facts.title.en} never exports, so on such a log it is always unknown. Use something a chat log shows, like messages, or add a log of your own that has them.`,
      zh: `这里要统计${names.zh}，而${facts.title.zh}的聊天记录导出里没有，结果会一直是“未知”。请改用发言等看得到的信号，或另外提供含有这些事件的日志。`,
    },
  });
}

/** A shared policy is not at fault, but the user should know that this group cannot use that part of it. */
function reportInherited(
  group: GroupPolicy,
  hidden: readonly HiddenMeasure[],
  facts: PlatformFacts,
  report: Report,
): void {
  const measures = list([...new Set(hidden.map(({ used }) => `\`${used.metric?.metric ?? used.quantity.signal}\``))]);
  const names = list([...new Set(hidden.flatMap(({ signals }) => signals))].map((signal) => `\`${signal}\``));
  report({
    at: group,
    part: 'platform',
    severity: 'info',
    message: {
      en: `${facts.title.en} never exports ${names.en}, so on such a log everything this group inherits about ${measures.en} is always unknown. Override it with something a chat log shows, or add a log of your own that has them.`,
      zh: `${facts.title.zh}的聊天记录导出里没有${names.zh}，继承来的${measures.zh}会一直是“未知”。请用看得到的信号覆盖它们，或另外提供含有这些事件的日志。`,
    },
  });
}
