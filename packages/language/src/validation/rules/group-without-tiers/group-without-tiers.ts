/** Reports groups without tiers. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const groupWithoutTiers = definePolicyRule({
  code: 'group-without-tiers',
  severity: 'info',
  title: { en: 'A group without tiers', zh: '群没有层级' },
  judges: 'group',
  check(policy, report) {
    for (const group of policy.groups) {
      if (group.tiers.length > 0) continue;
      report({
        at: group,
        message: {
          en: `\`${group.name}\` has no tiers, so all members are treated alike and nobody notices who is about to leave. Add some, or extend a policy that has them.`,
          zh: `群“${group.label ?? group.name}”没有层级，所有成员一视同仁，也看不出谁将要流失。请添加层级，或继承有层级的规范。`,
        },
      });
    }
  },
});
