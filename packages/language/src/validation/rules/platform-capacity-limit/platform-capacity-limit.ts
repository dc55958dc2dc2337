/** Reports capacities above the platform's limit. */

import { platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const platformCapacityLimit = definePolicyRule({
  code: 'platform-capacity-limit',
  severity: 'warning',
  title: { en: 'A capacity above the platform limit', zh: '容量超过平台上限' },
  check(policy, report) {
    for (const group of policy.groups) {
      const facts = platformFacts(group.platform);
      if (group.capacity === null || facts === null || facts.capacity === null) continue;
      if (group.capacity <= facts.capacity) continue;
      report({
        at: group,
        part: 'capacity',
        message: {
          en: `A group on ${facts.title.en} has at most ${facts.capacity} members, so it can never reach ${group.capacity}. Write ${facts.capacity} or less, and plan a second group.`,
          zh: `${facts.title.zh}的群最多 ${facts.capacity} 人，达不到 ${group.capacity}。请改成不超过 ${facts.capacity}，并规划第二个群。`,
        },
        fixes: [
          {
            title: { en: `Make it ${facts.capacity}`, zh: `改成 ${facts.capacity}` },
            edits: [{ at: group, part: 'capacity', newText: String(facts.capacity) }],
          },
        ],
      });
    }
  },
});
