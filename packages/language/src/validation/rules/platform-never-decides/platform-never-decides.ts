/** Reports conditions that can never be shown to be true because the platform hides some of what they count. */
import {
  type Aggregate,
  aggregatesIn,
  type ConditionLeaf,
  conditionsOf,
  type GroupPolicy,
  measuresOf,
  placedLeavesOf,
  type SourceRange,
  type Used,
} from '@steward/policy';
import type { Report } from '../../policy/finding.ts';
import { canBeShown, EXACT, type Knowledge, partlySeen } from '../../policy/knowledge.ts';
import { type PlatformFacts, platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { list } from '../../policy/wording.ts';

export const platformNeverDecides = definePolicyRule({
  code: 'platform-never-decides',
  severity: 'warning',
  title: { en: 'A condition that can never be decided on the platform', zh: '平台上无法判定的条件' },
  check(policy, report) {
    for (const group of policy.groups) {
      const facts = platformFacts(group.platform);
      if (facts !== null && facts.neverShown.length > 0) checkGroup(group, facts, report);
    }
  },
});

function checkGroup(group: GroupPolicy, facts: PlatformFacts, report: Report): void {
  const inherited = new Set<string>();
  for (const { condition } of conditionsOf(group)) {
    for (const { leaf, negated } of placedLeavesOf(condition)) {
      const partly = partlyHidden(leaf, facts);
      const [first] = partly;
      if (first === undefined || canHold(leaf, negated, facts)) continue;
      if (isInside(leaf.range, group.range)) reportOwn(leaf, first, facts, report);
      else inherited.add(nameOf(first));
    }
  }
  if (inherited.size > 0) reportInherited(group, [...inherited], facts, report);
}

/** The aggregates of a leaf that the platform hides in part. Empty if one is hidden entirely: `platform-hides-signal` reports that. */
function partlyHidden(leaf: ConditionLeaf, facts: PlatformFacts): Used<Aggregate>[] {
  const partly: Used<Aggregate>[] = [];
  for (const measure of measuresOf(leaf)) {
    for (const used of aggregatesIn(measure)) {
      const hidden = hiddenOf(used.quantity, facts);
      if (hidden.length === 0) continue;
      if (used.quantity.parts.every((part) => hidden.includes(part.signal))) return [];
      partly.push(used);
    }
  }
  return partly;
}

function hiddenOf({ parts }: Aggregate, facts: PlatformFacts): string[] {
  return [...new Set(parts.map((part) => part.signal))].filter((signal) => facts.neverShown.includes(signal));
}

/** Ranks and the base of a trend need exact values. */
function canHold(leaf: ConditionLeaf, negated: boolean, facts: PlatformFacts): boolean {
  if (leaf.kind !== 'compare') return false;
  const seen = (aggregate: Aggregate): Knowledge =>
    hiddenOf(aggregate, facts).length > 0 ? partlySeen(aggregate) : EXACT;
  return canBeShown(leaf, negated, seen);
}

function isInside(range: SourceRange, outer: SourceRange): boolean {
  return range.file === outer.file && range.startOffset >= outer.startOffset && range.endOffset <= outer.endOffset;
}

function nameOf({ metric, quantity }: Used<Aggregate>): string {
  return metric?.metric ?? quantity.signal;
}

function reportOwn(leaf: ConditionLeaf, used: Used<Aggregate>, facts: PlatformFacts, report: Report): void {
  const hidden = list(hiddenOf(used.quantity, facts).map((signal) => `\`${signal}\``));
  report({
    at: leaf,
    message: {
      en: `\`${nameOf(used)}\` also counts ${hidden.en}, which ${facts.title.en} never exports. There may always be one more, so this can never be shown to be true. Measure something a chat log shows, like \`message\`, instead.`,
      zh: `\`${nameOf(used)}\` 还包括${hidden.zh}，而${facts.title.zh}的聊天记录导出里没有：总可能漏看了一次，这个条件永远无法判定为成立。请改用看得到的信号，例如 \`发言\`。`,
    },
  });
}

function reportInherited(group: GroupPolicy, measures: readonly string[], facts: PlatformFacts, report: Report): void {
  const names = list(measures.map((name) => `\`${name}\``));
  const hidden = list(facts.neverShown.map((signal) => `\`${signal}\``));
  report({
    at: group,
    part: 'platform',
    severity: 'info',
    message: {
      en: `${facts.title.en} never exports ${hidden.en}, which ${names.en} also count, so some of the conditions this group inherits can never be shown to be true. Override them with something a chat log shows, like \`message\`.`,
      zh: `${facts.title.zh}的聊天记录导出里没有${hidden.zh}，而${names.zh}的统计包括它们，因此继承来的有些条件永远无法判定为成立。请用看得到的信号（例如 \`发言\`）覆盖它们。`,
    },
  });
}
