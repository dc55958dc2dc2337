/** Reports negative expectations about days outside the scenario, which always pass. */
import type { Expectation, Scenario } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const scenarioOutsideDays = definePolicyRule({
  code: 'scenario-outside-days',
  severity: 'warning',
  title: { en: 'An expectation that always passes', zh: '总会通过的期望' },
  judges: 'absence',
  over: 'policy',
  check(policy, report) {
    for (const scenario of policy.scenarios) {
      const first = firstDayOf(scenario);
      if (first === null) continue;
      for (const expectation of scenario.expectations) {
        const last = expectation.until ?? expectation.on;
        if (!isNegative(expectation) || last === null || last.slice(0, 10) >= first) continue;
        report({
          at: expectation,
          message: {
            en: `This passes whatever the rules say: the scenario starts with its first event on ${first}, so ${last.slice(0, 10)} is not part of it. Name that day or a later one, or add an earlier event.`,
            zh: `无论规则怎么写，这一条都会通过：场景从第一个事件的 ${first} 开始，不包括 ${last.slice(0, 10)}。请改写为那天或之后的日期，或补上更早的事件。`,
          },
        });
      }
    }
  },
});

/** Days after the events are part of the scenario if it asks about them; days before the events are not. A log may start at any time. */
function firstDayOf({ events, logs }: Scenario): string | null {
  if (logs.length > 0) return null;
  const days = events.map(({ at }) => at.slice(0, 10)).sort();
  return days[0] ?? null;
}

function isNegative({ negated, count }: Expectation): boolean {
  return negated || count?.bound === 'most';
}
