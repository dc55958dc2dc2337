/** Reports campaigns of a size that the group's cadence does not mention. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, ZH_SIZE } from '../../policy/wording.ts';

export const campaignWithoutCadence = definePolicyRule({
  code: 'campaign-without-cadence',
  severity: 'info',
  title: { en: 'A campaign size without a cadence', zh: '活动规模没有节奏' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      if (group.cadence.length === 0) continue;
      const sizes = new Set(group.cadence.map((target) => target.size));
      for (const campaign of group.campaigns) {
        if (sizes.has(campaign.size)) continue;
        report({
          at: campaign,
          part: 'size',
          message: {
            en: `${called(campaign).en} is ${campaign.size}, but the cadence has no line for ${campaign.size} campaigns, so nothing limits how often they are held. Add a line to the cadence.`,
            zh: `${called(campaign).zh}是${ZH_SIZE[campaign.size]}活动，但节奏里没有这种规模，举办多少次都不受约束。请在节奏中补上一行。`,
          },
        });
      }
    }
  },
});
