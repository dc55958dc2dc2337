/** Reports scenarios without events. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const scenarioEmpty = definePolicyRule({
  code: 'scenario-empty',
  severity: 'warning',
  title: { en: 'A scenario without events', zh: '场景里没有事件' },
  judges: 'absence',
  over: 'policy',
  check(policy, report) {
    for (const scenario of policy.scenarios) {
      if (scenario.events.length > 0 || scenario.logs.length > 0) continue;
      report({
        at: scenario,
        part: 'title',
        message: {
          en: 'This scenario has no events, so there are no days and no members to evaluate. Add events or a `log` to `given`.',
          zh: '这个场景没有给定任何事件，所以没有可评估的日期和成员。请在“假设”中加上事件或 `日志`。',
        },
      });
    }
  },
});
