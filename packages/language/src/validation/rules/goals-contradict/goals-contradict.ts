/** Reports health dimensions whose goals cannot all be met. */
import type { Condition, HealthDimension } from '@steward/policy';
import { exclude, goalMoves, judge, type PlacedCondition } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { allButOne, type DemonstrationRequest, demonstrate } from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

export const goalsContradict = definePolicyRule({
  code: 'goals-contradict',
  severity: 'warning',
  title: { en: 'Goals that cannot be met together', zh: '不能同时达成的目标' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const { health, timezone } = group;
      for (const dimension of health) {
        const placed = (condition: Condition): PlacedCondition => ({ condition, place: 'group', timezone });
        const conditions = dimension.goals.map(({ when }) => when);
        if (conditions.length < 2) continue;
        // A goal that can never be met on its own is reported by `condition-never`.
        if (conditions.some((condition) => judge(placed(condition)) === 'never')) continue;
        if (!exclude(conditions, 'group', timezone)) continue;
        const log = demonstrate({ policy, group, isDraft: isDraft(group) }, showingOf(dimension));
        report({
          at: dimension,
          message: {
            en: `The goals of ${called(dimension).en} can never all be met, so it is always in breach.${log.text.en} Correct a threshold.`,
            zh: `${called(dimension).zh}的各项目标不可能同时达成，会一直处于失守状态。${log.text.zh}请改正某个阈值。`,
          },
          proposals: () => [
            ...goalMoves(dimension.goals.map(({ when }) => placed(when))).map((move) => boundProposal(move)),
            ...log.proposals(),
          ],
        });
      }
    }
  },
});

function showingOf({ name, label, goals }: HealthDimension): DemonstrationRequest {
  return {
    place: 'group',
    claims: allButOne(goals.map(({ when }) => when)),
    title: { en: `${name} is in breach`, zh: `${label ?? name}失守` },
    expectations: [{ kind: 'breach', name, negated: false, day: 0 }],
    sentence: ({ en, zh }) => ({
      en: ` With ${en}, only one goal is missed.`,
      zh: `例如：${zh}，这时只有一项未达成。`,
    }),
  };
}
