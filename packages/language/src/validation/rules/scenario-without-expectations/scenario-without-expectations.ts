/** Reports scenarios without expectations. */
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const scenarioWithoutExpectations = definePolicyRule({
  code: 'scenario-without-expectations',
  severity: 'warning',
  title: { en: 'A scenario without expectations', zh: '场景没有期望' },
  judges: 'absence',
  over: 'policy',
  check(policy, report) {
    for (const scenario of policy.scenarios) {
      if (scenario.expectations.length > 0 || scenario.snapshots.length > 0) continue;
      report({
        at: scenario,
        part: 'title',
        message: {
          en: 'This scenario has no expectations, so it passes whatever the rules do. Add the expected result, like `expect risk …`.',
          zh: '这个场景没有期望，无论规则怎样都会通过。请写出应有的结果，例如 `期望 风险 …`。',
        },
      });
    }
  },
});
