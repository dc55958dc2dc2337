/** Reports roles on duty that have no members. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const dutyRoleEmpty = definePolicyRule({
  code: 'duty-role-empty',
  severity: 'warning',
  title: { en: 'A role on duty without members', zh: '值班角色没有成员' },
  check(policy, report) {
    const empty = new Map(policy.roles.filter((role) => role.members.length === 0).map((role) => [role.name, role]));
    for (const shift of policy.groups.flatMap((group) => group.duty)) {
      const nobody = shift.onDuty.filter(({ kind, name }) => kind === 'role' && empty.has(name));
      for (const { name } of nobody) {
        const role = empty.get(name);
        report({
          at: shift,
          part: 'onDuty',
          message: {
            en: `The role \`${name}\` has no members, so nobody is on duty in this shift. Say who they are: \`role ${name} members "…"\`.`,
            zh: `角色“${role?.label ?? name}”没有成员，这个班次实际无人值班。请写明是谁：\`角色 ${name} 成员 "…"\`。`,
          },
        });
      }
    }
  },
});
