/** Reports members who may fit no tier. */
import { analyseTiers, tierMoves } from '@steward/proofs';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { boundProposal } from '../../policy/proposals.ts';
import { replayScenario } from '../../policy/shown.ts';

export const tierGap = definePolicyRule({
  code: 'tier-gap',
  severity: 'warning',
  title: { en: 'Members who fit no tier', zh: '不符合任何层级的成员' },
  judges: 'group',
  check(policy, report, { isDraft }) {
    for (const group of policy.groups) {
      const last = group.tiers.at(-1);
      const { gap } = analyseTiers(policy, group);
      if (last === undefined || gap.kind !== 'shown') continue;
      const { text, history, title, expectations } = gap.witness;
      report({
        at: group,
        message: {
          en: `A member may fit no tier: ${text.en}. Add one for the rest, \`tier Regular { otherwise }\`, or widen a condition.`,
          zh: `可能有成员不符合任何层级：${text.zh}。请加一个兜底的层级 \`层级 普通用户 { 其余 }\`，或放宽某个条件。`,
        },
        proposals: () => [
          ...tierMoves(group, { kind: 'gap' }).map((move) => boundProposal(move, 'member')),
          ...replayScenario({ policy, group, isDraft: isDraft(group) }, history, title, expectations),
        ],
        fixes: [
          {
            title: { en: 'Add a tier for the rest', zh: '加上兜底的层级' },
            edits: [
              {
                at: last,
                part: 'whole',
                side: 'after',
                newText: { en: '\n  tier Regular { otherwise }', zh: '\n  层级 普通用户 { 其余 }' },
              },
            ],
          },
        ],
      });
    }
  },
});
