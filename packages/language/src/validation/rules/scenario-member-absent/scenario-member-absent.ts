/** Whom a scenario asks about is somebody in it. */
import type { Scenario } from '@steward/policy';
import { definePolicyRule } from '../../policy/policy-rule.ts';

export const scenarioMemberAbsent = definePolicyRule({
  code: 'scenario-member-absent',
  severity: 'warning',
  title: { en: 'A scenario that asks about somebody who is not in it', zh: '场景里没有被期望的成员' },
  judges: 'absence',
  over: 'policy',
  check(policy, report) {
    for (const scenario of policy.scenarios) {
      // A log may bring in anybody. A roster does not: the events of a scenario are all there is.
      if (scenario.logs.length > 0) continue;
      const present = peopleIn(scenario);
      for (const expectation of scenario.expectations) {
        const member = 'member' in expectation ? expectation.member : null;
        if (member === null || present.has(member)) continue;
        report({
          at: expectation,
          message: {
            en: `"${member}" does nothing in this scenario, and so is no member of the group in it. Give them an event, like a \`join\`, or correct the name.`,
            zh: `“${member}”在这个场景里没有任何事件，因此不是群成员。请给他一个事件（例如 \`入群\`），或改正名字。`,
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
