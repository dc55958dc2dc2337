/** Reports service groups without a person on duty during the day. */

import { common, gaps } from '../../policy/day.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { list, span } from '../../policy/wording.ts';

const OFFICE_HOURS = { from: 9 * 60, to: 18 * 60 };

export const kindService = definePolicyRule({
  code: 'kind-service',
  severity: 'warning',
  title: { en: 'A service group without daytime staff', zh: '服务型群白天无专人' },
  judges: 'group',
  check(policy, report) {
    const staffed = new Set(policy.roles.filter((role) => role.members.length > 0).map((role) => role.name));
    for (const group of policy.groups) {
      if (group.kind !== 'service') continue;
      const byPeople = group.duty.filter((shift) =>
        shift.onDuty.some(({ kind, name }) => kind === 'role' && staffed.has(name)),
      );
      const alone = gaps(byPeople).flatMap((gap) => common(gap, OFFICE_HOURS));
      if (alone.length === 0) continue;
      const when = list(alone.map(({ from, to }) => span(from, to)));
      report({
        at: group,
        message: {
          en: `Customers ask questions in a service group, but at ${when.en} no role with members is on duty to answer. Add a shift to \`duty\`: \`09:00..18:00 moderator\`.`,
          zh: `服务型群是客户提问的地方，但 ${when.zh} 没有真人值班。请在 \`值班\` 中加上班次：\`09:00..18:00 管理员\`。`,
        },
      });
    }
  },
});
