/** Nobody is removed without having been warned. */
import type { ActionCall, GroupPolicy, Risk } from '@steward/policy';
import { callingsOf } from '../../policy/calls.ts';
import type { Report } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

const REMOVAL = 'kick';
const WARNING = 'warn';

export const kickWithoutWarn = definePolicyRule({
  code: 'kick-without-warn',
  severity: 'warning',
  title: { en: 'Removal without a warning', zh: '未经警告就移出' },
  judges: 'absence',
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { clause, calls } of callingsOf(group)) {
        if (clause !== 'risk') judge(calls, false, report);
      }
      const warned = warnedRisks(group);
      for (const risk of group.risks) judge(risk.actions, warned.has(risk.name), report);
    }
  },
});

function judge(calls: readonly ActionCall[], warned: boolean, report: Report): void {
  const at = calls.findIndex((call) => call.action === REMOVAL);
  const kick = calls[at];
  if (kick === undefined || warned) return;
  if (calls.slice(0, at).some((call) => call.action === WARNING)) return;
  report({
    at: kick,
    message: {
      en: `Members can be removed here who were never warned: nothing before this \`${REMOVAL}\` warns them. Put \`${WARNING}\` before it, or let a lower risk warn and escalate to this one.`,
      zh: `成员可能在没有被警告过的情况下被移出:这个 \`${REMOVAL}\` 之前没有警告。请在前面加上 \`${WARNING}\`(警告),或由较低等级的风险先警告、再升级到这里。`,
    },
    fixes: [
      {
        title: { en: 'Warn first', zh: '先警告' },
        edits: [{ at: kick, side: 'before', newText: { en: 'warn, ', zh: '警告, ' } }],
      },
    ],
  });
}

/** The risks that another one with a warning escalates to, over any number of steps. */
function warnedRisks(group: GroupPolicy): ReadonlySet<string> {
  const byName = new Map<string, Risk>(group.risks.map((risk) => [risk.name, risk]));
  const warned = new Set<string>();
  const open = group.risks.filter((risk) => risk.actions.some((call) => call.action === WARNING));
  for (let risk = open.pop(); risk !== undefined; risk = open.pop()) {
    for (const { to } of risk.escalations) {
      const target = byName.get(to);
      if (target === undefined || warned.has(to)) continue;
      warned.add(to);
      open.push(target);
    }
  }
  return warned;
}
