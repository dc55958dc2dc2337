/** Reports actions that need a tool when no tool can perform them. */

import type { ToolDefinition } from '@steward/policy';
import { actionsByName, callsOf } from '../../policy/calls.ts';
import type { PolicyFix } from '../../policy/finding.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const capabilityMissing = definePolicyRule({
  code: 'capability-missing',
  severity: 'warning',
  title: { en: 'No tool for an action', zh: '没有工具能执行动作' },
  judges: 'group',
  over: 'policy',
  check(policy, report) {
    const provided = new Set(policy.tools.flatMap((tool) => tool.provides));
    const actions = actionsByName(policy);
    const reported = new Set<string>();
    for (const group of policy.groups) {
      for (const call of callsOf(group)) {
        const missing = (actions.get(call.action)?.needs ?? []).filter(
          (need) => !provided.has(need) && !reported.has(need),
        );
        for (const need of missing) {
          reported.add(need);
          report({
            at: call,
            message: {
              en: `\`${call.action}\` needs a tool that provides \`${need}\`, but none does, so nothing would carry it out. Add \`${need}\` to a tool, or declare one: \`tool Helper provides ${need}\`.`,
              zh: `\`${call.action}\` 需要提供 \`${need}\` 的工具，但现在没有，这个动作无法执行。请给某个工具加上 \`${need}\`，或声明一个：\`工具 助手 提供 ${need}\`。`,
            },
            fixes: fixesOf(policy.tools, need),
          });
        }
      }
    }
  },
});

function fixesOf(tools: readonly ToolDefinition[], need: string): PolicyFix[] {
  return tools.map((tool) => ({
    title: { en: `Let \`${tool.name}\` provide \`${need}\``, zh: `让“${tool.label ?? tool.name}”提供 \`${need}\`` },
    edits: [{ at: tool, part: 'whole', side: 'after', newText: `, ${need}` }],
  }));
}
