/** A group is no larger than its platform allows. */

import { platformFacts } from '../../policy/platforms.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const platformCapacityLimit = definePolicyRule({
  code: 'platform-capacity-limit',
  severity: 'warning',
  title: { en: 'More members than the platform allows', zh: '容量超过平台上限' },
  check(policy, report) {
    for (const group of policy.groups) {
      const facts = platformFacts(group.platform);
      if (group.capacity === null || facts === null || facts.capacity === null) continue;
      if (group.capacity <= facts.capacity) continue;
      report({
        at: group,
        part: 'capacity',
        message: {
          en: `A group of ${facts.title.en} has at most ${facts.capacity} members, so ${group.capacity} cannot be reached. Write ${facts.capacity} or less, and plan a second group.`,
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
