/** Reports actions without their main argument. */
import type { ActionCall, ActionDefinition } from '@steward/policy';
import { actionsByName, callsOf } from '../../policy/calls.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const actionArgumentMissing = definePolicyRule({
  code: 'action-argument-missing',
  severity: 'warning',
  title: { en: 'An action without its main argument', zh: '动作缺少主要参数' },
  check(policy, report) {
    const actions = actionsByName(policy);
    for (const group of policy.groups) {
      for (const call of callsOf(group)) {
        const missing = missingParameter(call, actions.get(call.action));
        if (missing === null) continue;
        report({
          at: call,
          message: {
            en: `\`${call.action}\` needs \`${missing}\` and has none, so it would do nothing. Write it in parentheses: \`${call.action}(…)\`.`,
            zh: `\`${call.action}\` 缺少 \`${missing}\`，执行了也不起作用。请写在括号里：\`${call.action}(…)\`。`,
          },
        });
      }
    }
  },
});

/** The first parameter if it has no default and the call omits it. The other parameters are details. */
function missingParameter(call: ActionCall, action: ActionDefinition | undefined): string | null {
  const first = action?.parameters[0];
  if (first === undefined || first.default !== null) return null;
  return call.arguments.some(({ parameter }) => parameter === first.name) ? null : first.name;
}
