/** A higher level of risk asks for more than the lower one that escalates to it. */
import { followsFrom } from '../../../analysis/proofs/conditions.ts';
import { riskMoves } from '../../../analysis/repair/condition-repairs.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { called } from '../../policy/wording.ts';

export const riskImplied = definePolicyRule({
  code: 'risk-implied',
  severity: 'warning',
  title: { en: 'A level of risk that opens with the one below it', zh: '与下级同时触发的风险等级' },
  check(policy, report) {
    for (const group of policy.groups) {
      const { risks, timezone } = group;
      for (const lower of risks) {
        for (const escalation of lower.escalations) {
          const higher = risks.find(({ name }) => name === escalation.to);
          if (higher === undefined || higher === lower || !followsFrom(lower, higher, timezone)) continue;
          report({
            at: escalation,
            message: {
              en: `Whenever ${called(lower).en} opens, ${called(higher).en} is open already, for its condition follows: there is nothing left to escalate. Make the condition of ${called(higher).en} stricter.`,
              zh: `只要${called(lower).zh}触发,${called(higher).zh}的条件也必然成立,无需再升级。请让${called(higher).zh}的条件更严格。`,
            },
            proposals: () => riskMoves(lower, higher, group).map(boundProposal),
          });
        }
      }
    }
  },
});
