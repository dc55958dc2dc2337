/** What a scenario says does not happen could happen on the days that it is said of. */
import type { Expectation, Scenario } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const scenarioOutsideDays = definePolicyRule({
  code: 'scenario-outside-days',
  severity: 'warning',
  title: { en: 'A scenario that rules out what could not be', zh: '场景排除了本来就不可能的事' },
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
            en: `This passes whatever the rules say: the scenario begins on ${first}, with its first event, and has no ${last.slice(0, 10)}. Name a day from then on, or give an event before it.`,
            zh: `无论规则怎么写，这一条都会通过：场景从第一个事件的 ${first} 开始，没有 ${last.slice(0, 10)} 这一天。请改写为那天或之后的日期，或补上更早的事件。`,
          },
        });
      }
    }
  },
});

/** Days behind the events are part of a scenario that asks about them; days before are not. A log may begin at any time. */
function firstDayOf({ events, logs }: Scenario): string | null {
  if (logs.length > 0) return null;
  const days = events.map(({ at }) => at.slice(0, 10)).sort();
  return days[0] ?? null;
}

function isNegative({ negated, count }: Expectation): boolean {
  return negated || count?.bound === 'most';
}
