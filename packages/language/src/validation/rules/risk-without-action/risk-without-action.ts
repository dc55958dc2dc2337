/** Reports risks without any action. */
import { definePolicyRule } from '../../policy/policy-rule.ts';
import { called } from '../../policy/wording.ts';

export const riskWithoutAction = definePolicyRule({
  code: 'risk-without-action',
  severity: 'warning',
  title: { en: 'A risk that does nothing', zh: '风险没有应对动作' },
  judges: 'absence',
  check(policy, report) {
    for (const { risks } of policy.groups) {
      const targets = new Set(risks.flatMap((risk) => risk.escalations.map((escalation) => escalation.to)));
      for (const risk of risks) {
        if (risk.actions.length > 0 || risk.escalations.length > 0) continue;
        const name = called(risk);
        const end = targets.has(risk.name);
        report({
          at: risk,
          message: {
            en: `${name.en} has no action${end ? ', although other risks escalate to it: at the top of the ladder, nothing happens' : ': when it opens, nothing happens and nobody is notified'}. Add one, at least \`do notify(…)\`.`,
            zh: `${name.zh}没有应对动作${end ? '，但别的风险会升级到它：升到最后什么也不会发生' : '：触发时什么也不会发生，也没有人知道'}。请至少加上 \`执行 通知(…)\`。`,
          },
        });
      }
    }
  },
});
