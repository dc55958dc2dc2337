/** A cadence counts campaigns that are declared. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { ZH_SIZE } from '../../policy/wording.ts';

export const cadenceWithoutCampaign = definePolicyRule({
  code: 'cadence-without-campaign',
  severity: 'info',
  title: { en: 'A cadence without a campaign of that size', zh: '节奏中没有对应规模的活动' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      const sizes = new Set(group.campaigns.map((campaign) => campaign.size));
      for (const target of group.cadence) {
        if (target.count === 0 || sizes.has(target.size)) continue;
        report({
          at: target,
          message: {
            en: `No campaign of this group is ${target.size}, so this target is missed in every ${target.period}: only declared campaigns are counted. Declare one: \`campaign Name ${target.size} { … }\`.`,
            zh: `这个群没有声明${ZH_SIZE[target.size]}活动，每个周期都会不达标：只统计已声明的活动。请声明一个。`,
          },
        });
      }
    }
  },
});
