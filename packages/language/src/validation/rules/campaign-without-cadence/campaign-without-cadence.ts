/** A group that has a cadence has one for every size that it plans. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called, ZH_SIZE } from '../../policy/wording.ts';

export const campaignWithoutCadence = definePolicyRule({
  code: 'campaign-without-cadence',
  severity: 'info',
  title: { en: 'A campaign of a size without a cadence', zh: '活动规模没有节奏' },
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
            en: `${called(campaign).en} is ${campaign.size}, and the cadence says nothing of ${campaign.size} campaigns, so nothing limits how often they are held. Add a line to the cadence.`,
            zh: `${called(campaign).zh}是${ZH_SIZE[campaign.size]}活动，而节奏里没有这种规模，举办频率不受约束。请在节奏中补上一行。`,
          },
        });
      }
    }
  },
});
