/** Conditions that are always or never true as a whole, with what both rules about them say. */
import { type Condition, type Conditional, conditionsOf, conditionText, leavesOf, type Policy } from '@steward/policy';
import { conditionMoves, decisiveParts, judge, placeOf, scopeOf } from '@steward/proofs';
import type { Bilingual } from '@steward/text';
import { verdictOf } from './bounds.ts';
import type { PolicyRuleContext } from './policy-rule.ts';
import { boundProposal } from './proposals.ts';
import type { DemonstrationContext } from './shown.ts';
import { list } from './wording.ts';

export interface SettledCondition {
  stage: DemonstrationContext;
  clause: Conditional;
  /** The parts that decide by themselves. */
  decisive: readonly Condition[];
  /** Those parts as a list. */
  named: Bilingual;
  /** Smallest changes of a bound that unsettle the condition. */
  proposals: () => ReturnType<typeof boundProposal>[];
}

export function settledConditions(
  policy: Policy,
  verdict: 'always' | 'never',
  isDraft: PolicyRuleContext['isDraft'],
): SettledCondition[] {
  return policy.groups.flatMap((group) => {
    const stage = { policy, group, isDraft: isDraft(group) };
    return conditionsOf(group).flatMap((clause) => {
      const { kind, condition } = clause;
      // Single comparisons are reported by `condition-constant`.
      if ([...leavesOf(condition)].some((leaf) => verdictOf(leaf) !== 'open')) return [];
      const placed = { condition, place: placeOf(kind), timezone: group.timezone };
      if (judge(placed) !== verdict) return [];
      const decisive = decisiveParts(placed, verdict);
      return {
        stage,
        clause,
        decisive,
        named: list(decisive.map((part) => `\`${conditionText(part, scopeOf(kind))}\``)),
        proposals: () =>
          conditionMoves(placed, verdict, group, condition).map((move) => boundProposal(move, scopeOf(kind))),
      };
    });
  });
}
