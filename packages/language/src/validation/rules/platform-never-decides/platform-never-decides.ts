/** What is only partly seen on the group's platform can still be shown to hold. */
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
  title: { en: 'A condition that the platform leaves undecided', zh: '平台上无法判定的条件' },
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

/** The unions of a leaf of which some signals are hidden; none where one is hidden wholly, which is another rule's. */
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

/** A rank and the base of a trend have to be exact. */
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
      en: `\`${nameOf(used)}\` also counts ${hidden.en}, which no export of ${facts.title.en} holds: there may always have been one more, so this can never be shown to hold. Measure what a chat shows, like \`message\`, instead.`,
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
      en: `No export of ${facts.title.en} holds ${hidden.en}, which ${names.en} count among others, so some of what this group inherits can never be shown to hold. Override it with a measure of what a chat shows, like \`message\`.`,
      zh: `${facts.title.zh}的聊天记录导出里没有${hidden.zh}，而${names.zh}的统计包括它们，因此继承来的有些条件永远无法判定为成立。请用看得到的信号（例如 \`发言\`）覆盖它们。`,
    },
  });
}
