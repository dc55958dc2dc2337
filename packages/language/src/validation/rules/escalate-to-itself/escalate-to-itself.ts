/** A risk escalates to another one. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called } from '../../policy/wording.ts';

export const escalateToItself = definePolicyRule({
  code: 'escalate-to-itself',
  severity: 'error',
  title: { en: 'A risk that escalates to itself', zh: '风险升级到自己' },
  check(policy, report) {
    for (const risk of policy.groups.flatMap((group) => group.risks)) {
      for (const escalation of risk.escalations) {
        if (escalation.to !== risk.name) continue;
        report({
          at: escalation,
          message: {
            en: `${called(risk).en} escalates to itself, and it is open already then, so nothing happens. Name the next higher risk, or remove the line.`,
            zh: `${called(risk).zh}升级到自己，而那时它已经处于打开状态，什么也不会发生。请改成更高一级的风险，或删除这一行。`,
          },
          fixes: [
            { title: { en: 'Remove this escalation', zh: '删除这条升级' }, edits: [{ at: escalation, newText: '' }] },
          ],
        });
      }
    }
  },
});
