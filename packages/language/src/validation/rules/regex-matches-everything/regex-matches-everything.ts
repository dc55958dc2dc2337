/** Reports patterns that match every text. */
import { conditionsOf, type EventCondition, filtersOf, type GroupPolicy, leavesOf, type Policy } from '@steward/policy';
import { isFoundInNothing } from '../../../patterns/faults.ts';
import type { Place } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const regexMatchesEverything = definePolicyRule({
  code: 'regex-matches-everything',
  severity: 'warning',
  title: { en: 'A pattern that matches every text', zh: '匹配所有文字的表达式' },
  over: 'policy',
  check(policy, report) {
    for (const { place } of emptyIn(policy)) {
      report({
        ...place,
        message: {
          en: 'This pattern matches every text, because it matches the empty text. Patterns match anywhere in a text: remove the optional parts, or anchor it with `^` and `$`.',
          zh: '这个表达式连空文字都能匹配，所以任何文字都会命中。表达式在文字的任意位置查找：请去掉可有可无的部分，或用 `^` 和 `$` 限定首尾。',
        },
      });
    }
  },
});

interface PatternUse {
  place: Place;
  pattern: string;
  ignoreCase: boolean;
}

/** Cached per group: a group that did not change since the last check has the same patterns. */
const EMPTY_IN_GROUP = new WeakMap<GroupPolicy, readonly PatternUse[]>();

/** Patterns that match the empty text. */
function* emptyIn(policy: Policy): Generator<PatternUse> {
  for (const signal of policy.signals) {
    for (const { where } of signal.parts) if (where !== null) yield* patternsIn(where).filter(isEmpty);
  }
  for (const group of policy.groups) {
    let found = EMPTY_IN_GROUP.get(group);
    if (found === undefined) {
      found = [...patternsOfGroup(group)].filter(isEmpty);
      EMPTY_IN_GROUP.set(group, found);
    }
    yield* found;
  }
}

function isEmpty({ pattern, ignoreCase }: PatternUse): boolean {
  return isFoundInNothing(pattern, ignoreCase);
}

function* patternsOfGroup(group: GroupPolicy): Generator<PatternUse> {
  if (group.nickname !== null) yield { place: { at: group, part: 'nickname' }, ...group.nickname };
  for (const category of group.content.categories) yield* patternsIn(category.when);
  for (const { condition } of conditionsOf(group)) {
    for (const { where } of filtersOf(condition)) yield* patternsIn(where);
  }
}

function* patternsIn(condition: EventCondition): Generator<PatternUse> {
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind !== 'matches') continue;
    yield { place: { at: leaf }, pattern: leaf.pattern, ignoreCase: leaf.ignoreCase };
  }
}
