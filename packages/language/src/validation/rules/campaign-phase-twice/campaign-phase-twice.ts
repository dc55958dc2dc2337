/** Reports phases that a campaign has twice. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { ZH_PHASE } from '../../policy/wording.ts';

export const campaignPhaseTwice = definePolicyRule({
  code: 'campaign-phase-twice',
  severity: 'error',
  title: { en: 'Phase written twice', zh: '同一阶段写了两次' },
  check(policy, report) {
    for (const campaign of policy.groups.flatMap((group) => group.campaigns)) {
      const seen = new Set<string>();
      for (const phase of campaign.phases) {
        if (seen.has(phase.name)) {
          report({
            at: phase,
            message: {
              en: `This campaign already has a \`${phase.name}\`, and each phase runs once. Merge the two.`,
              zh: `这个活动已经有“${ZH_PHASE[phase.name]}”阶段，每个阶段只进行一次。请合并成一个。`,
            },
          });
        }
        seen.add(phase.name);
      }
    }
  },
});
