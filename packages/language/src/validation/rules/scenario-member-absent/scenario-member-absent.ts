/** Reports expectations about members who do not occur in the scenario. */
import type { Scenario } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const scenarioMemberAbsent = definePolicyRule({
  code: 'scenario-member-absent',
  severity: 'warning',
  title: { en: 'An expectation about an absent member', zh: '期望针对的成员不在场景里' },
  judges: 'absence',
  over: 'policy',
  check(policy, report) {
    for (const scenario of policy.scenarios) {
      // A log may bring in anyone. A roster does not: a scenario has only its own events.
      if (scenario.logs.length > 0) continue;
      const present = peopleIn(scenario);
      for (const expectation of scenario.expectations) {
        const member = 'member' in expectation ? expectation.member : null;
        if (member === null || present.has(member)) continue;
        report({
          at: expectation,
          message: {
            en: `"${member}" has no events in this scenario, and so is not a member. Give them an event, like \`join\`, or correct the name.`,
            zh: `“${member}”在这个场景里没有任何事件，因此不算群成员。请给他一个事件（例如 \`入群\`），或改正名字。`,
          },
        });
      }
    }
  },
});

function peopleIn({ events }: Scenario): ReadonlySet<string> {
  const targets = events.flatMap(({ fields }) =>
    fields.filter(({ field }) => field === 'target').map(({ value }) => value),
  );
  return new Set([...events.map(({ member }) => member), ...targets]);
}
