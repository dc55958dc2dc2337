/** An action is told what it is about. */
import type { ActionCall, ActionDefinition } from '@steward/policy';
import { actionsByName, callsOf } from '../../policy/calls.ts';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const actionArgumentMissing = definePolicyRule({
  code: 'action-argument-missing',
  severity: 'warning',
  title: { en: 'An action without what it is about', zh: '动作缺少参数' },
  check(policy, report) {
    const actions = actionsByName(policy);
    for (const group of policy.groups) {
      for (const call of callsOf(group)) {
        const missing = missingParameter(call, actions.get(call.action));
        if (missing === null) continue;
        report({
          at: call,
          message: {
            en: `\`${call.action}\` is not told its \`${missing}\`, so it has nothing to act with. Write it in parentheses: \`${call.action}(…)\`.`,
            zh: `\`${call.action}\` 没有写明 \`${missing}\`，不知道要处理什么。请写在括号里：\`${call.action}(…)\`。`,
          },
        });
      }
    }
  },
});

/** The first parameter, where it has no default and the call leaves it out; what comes after it is detail. */
function missingParameter(call: ActionCall, action: ActionDefinition | undefined): string | null {
  const first = action?.parameters[0];
  if (first === undefined || first.default !== null) return null;
  return call.arguments.some(({ parameter }) => parameter === first.name) ? null : first.name;
}
