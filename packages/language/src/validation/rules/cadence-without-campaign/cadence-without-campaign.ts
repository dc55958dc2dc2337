/** Reports cadences for campaign sizes that have no declared campaign. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { ZH_SIZE } from '../../policy/wording.ts';

export const cadenceWithoutCampaign = definePolicyRule({
  code: 'cadence-without-campaign',
  severity: 'info',
  title: { en: 'A cadence for a size without campaigns', zh: '节奏中没有对应规模的活动' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      const sizes = new Set(group.campaigns.map((campaign) => campaign.size));
      for (const target of group.cadence) {
        if (target.count === 0 || sizes.has(target.size)) continue;
        report({
          at: target,
          message: {
            en: `This group has no ${target.size} campaign, so it misses this target every ${target.period}: only declared campaigns count. Declare one: \`campaign Name ${target.size} { … }\`.`,
            zh: `这个群没有声明${ZH_SIZE[target.size]}活动，每个周期都达不到目标：只统计已声明的活动。请声明一个。`,
          },
        });
      }
    }
  },
});
