/** Reports conversion groups without campaigns or a cadence. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const kindConversion = definePolicyRule({
  code: 'kind-conversion',
  severity: 'warning',
  title: { en: 'A conversion group without a campaign rhythm', zh: '转化型群没有促销节奏' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      if (group.kind !== 'conversion') continue;
      if (group.cadence.length > 0 && group.campaigns.length > 0) continue;
      const missing = group.cadence.length === 0 ? 'cadence' : 'campaign';
      report({
        at: group,
        message: {
          en: `A conversion group lives on the rhythm of its sales, but this one has no \`${missing}\`. Declare campaigns and how often they run: \`cadence { medium 2 per week }\`.`,
          zh: `转化型群靠促销节奏带动，但这里没有${missing === 'cadence' ? '“节奏”' : '“活动”'}。请写出活动和频率：\`节奏 { 中型 2 每周 }\`。`,
        },
      });
    }
  },
});
