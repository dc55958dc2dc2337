/** Reports risks that escalate in a cycle. */
import type { Escalation, GroupPolicy } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const escalateCycle = definePolicyRule({
  code: 'escalate-cycle',
  severity: 'error',
  title: { en: 'Risks that escalate in a cycle', zh: '风险循环升级' },
  check(policy, report) {
    for (const group of policy.groups) {
      for (const { closing, chain } of cyclesOf(group)) {
        const names = [...chain, chain[0]].map((name) => `\`${name}\``).join(' → ');
        report({
          at: closing,
          message: {
            en: `These risks escalate in a cycle: ${names}. Each keeps the next one open, so none of them ever closes by itself. Remove one of the escalations.`,
            zh: `这些风险循环升级：${names}。它们互相让对方保持打开，永远不会自行关闭。请删除其中一条升级。`,
          },
          // Don't offer the fix if it would leave a risk that does nothing.
          fixes: doesMore(group, closing) ? [{ title: TITLE, edits: [{ at: closing, newText: '' }] }] : [],
        });
      }
    }
  },
});

const TITLE = { en: 'Remove this escalation', zh: '删除这条升级' } as const;

function doesMore({ risks }: GroupPolicy, closing: Escalation): boolean {
  const owner = risks.find(({ escalations }) => escalations.includes(closing));
  return owner !== undefined && (owner.actions.length > 0 || owner.escalations.length > 1);
}

interface Cycle {
  /** The escalation that closes the cycle. */
  closing: Escalation;
  chain: string[];
}

/** One cycle per escalation that closes one, in source order. Ignores risks that escalate to themselves. */
function cyclesOf({ risks }: GroupPolicy): Cycle[] {
  const escalations = new Map(risks.map((risk) => [risk.name, risk.escalations]));
  const done = new Set<string>();
  const cycles: Cycle[] = [];
  for (const { name } of risks) {
    if (done.has(name)) continue;
    const path: { name: string; next: number }[] = [{ name, next: 0 }];
    const onPath = new Map([[name, 0]]);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const escalation = escalations.get(top.name)?.[top.next++];
      if (escalation === undefined) {
        done.add(top.name);
        onPath.delete(top.name);
        path.pop();
        continue;
      }
      const start = onPath.get(escalation.to);
      if (start !== undefined && escalation.to !== top.name) {
        cycles.push({ closing: escalation, chain: path.slice(start).map((step) => step.name) });
      }
      if (start !== undefined || done.has(escalation.to)) continue;
      onPath.set(escalation.to, path.length);
      path.push({ name: escalation.to, next: 0 });
    }
  }
  return cycles;
}
