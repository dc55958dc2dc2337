/** Reports levels of risk whose condition is implied by the level below. */
import type { Risk } from '@steward/policy';
import type { Expected } from '@steward/proofs';
import { followsFrom, riskMoves } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { type DemonstrationRequest, demonstrate } from '../../policy/shown.ts';
import { called } from '../../policy/wording.ts';

export const riskImplied = definePolicyRule({
  code: 'risk-implied',
  severity: 'warning',
  title: { en: 'A risk level that opens together with the one below', zh: '与下级同时触发的风险等级' },
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const { risks, timezone } = group;
      for (const lower of risks) {
        for (const escalation of lower.escalations) {
          const higher = risks.find(({ name }) => name === escalation.to);
          if (higher === undefined || higher === lower || !followsFrom(lower, higher, timezone)) continue;
          const stage = { policy, group, isDraft: isDraft(group) };
          const log = demonstrate(stage, showingOf(lower, higher));
          report({
            at: escalation,
            message: {
              en: `Whenever ${called(lower).en} opens, the condition of ${called(higher).en} is true as well, so there is nothing left to escalate.${log.text.en} Make the condition of ${called(higher).en} stricter.`,
              zh: `只要${called(lower).zh}触发，${called(higher).zh}的条件也必然成立，升级就没有意义。${log.text.zh}请让${called(higher).zh}的条件更严格。`,
            },
            proposals: () => [
              ...riskMoves(lower, higher, group).map((move) => boundProposal(move)),
              ...log.proposals(),
            ],
          });
        }
      }
    }
  },
});

function showingOf(lower: Risk, higher: Risk): DemonstrationRequest {
  const risk = (name: string): Expected => ({ kind: 'risk', name, negated: false, day: 0 });
  // If a condition must persist, the end of a day is not enough.
  const isAtOnce = lower.for === null && higher.for === null;
  return {
    place: 'risk',
    claims: [[{ condition: lower.when, value: true }]],
    title: {
      en: `${higher.name} opens with ${lower.name}`,
      zh: `${higher.label ?? higher.name}与${lower.label ?? lower.name}同时触发`,
    },
    expectations: isAtOnce ? [risk(lower.name), risk(higher.name)] : [],
    sentence: ({ en, zh }) => ({ en: ` For example: ${en}.`, zh: `例如：${zh}。` }),
  };
}
