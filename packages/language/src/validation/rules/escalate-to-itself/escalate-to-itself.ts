/** Reports risks that escalate to themselves. */
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
            en: `${called(risk).en} escalates to itself, but by then it is already open, so nothing happens. Name the next higher risk, or remove this line.`,
            zh: `${called(risk).zh}升级到自己，但那时它早已打开，什么也不会发生。请改成更高一级的风险，或删除这一行。`,
          },
          fixes: [
            { title: { en: 'Remove this escalation', zh: '删除这条升级' }, edits: [{ at: escalation, newText: '' }] },
          ],
        });
      }
    }
  },
});
