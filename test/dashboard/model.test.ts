/** The dashboard's model agrees with the outcome about every rule and stays small. */
import { clauseKeys } from '@steward/policy';
import { dashboardOf } from '@steward/report';
import type { GroupOutcome, Incident } from '@steward/simulator';
import { describe, expect, test } from 'vitest';
import { dashboard, NAMES, type Simulated, simulated } from './examples.ts';

const LETTERS = { healthy: '+', breach: '-', unknown: '?', kept: '+', missed: '-' } as const;

function groupOf({ outcome }: Simulated): GroupOutcome {
  const [group] = outcome.groups;
  if (group === undefined) throw new Error('no group');
  return group;
}

describe.each(NAMES)('%s', (example) => {
  const run = simulated(example);
  const group = groupOf(run);
  const shown = dashboard(example, 'en', run);
  const rules = run.policy.groups.find(({ name }) => name === group.policy);
  if (rules === undefined) throw new Error('no rules');
  const keys = clauseKeys(rules);

  test('numbers equal those of the outcome', () => {
    expect(
      shown.tiers.tiers.map(({ tier, members, byDay, entered, left }) => ({ tier, members, byDay, entered, left })),
    ).toEqual(group.tiers.map(({ tier, members, byDay, entered, left }) => ({ tier, members, byDay, entered, left })));
    expect(shown.members.byDay).toEqual(group.members.byDay);
    expect(shown.health.map(({ byDay }) => byDay)).toEqual(
      group.health.map(({ byDay }) => byDay.map((verdict) => LETTERS[verdict]).join('')),
    );
    expect(shown.content.slots.map(({ byDay }) => byDay)).toEqual(
      group.content.slots.map(({ byDay }) => byDay.map((verdict) => LETTERS[verdict]).join('')),
    );
    expect(shown.content.mixes.map(({ kept, missed, periods }) => ({ kept, missed, periods }))).toEqual(
      group.content.mixes.map(({ kept, missed, periods }) => ({ kept, missed, periods })),
    );
    expect(shown.risks.map(({ opened, openAtEnd }) => ({ opened, openAtEnd }))).toEqual(
      group.risks.map(({ incidents, openAtEnd }) => ({ opened: incidents.length, openAtEnd })),
    );
    expect(shown.risks.map(({ openedByDay }) => openedByDay.reduce((sum, count) => sum + count, 0))).toEqual(
      group.risks.map(({ incidents }) => incidents.length),
    );
    expect(shown.actions.total).toBe(group.actions.total);
    expect(shown.undecided.map(({ unknown }) => unknown).every((unknown) => unknown > 0)).toBe(true);
  });

  test('lists all staff, with the source of their role', () => {
    const { people, absent } = group.roles;
    for (const { name, member } of people.slice(0, 8)) expect(shown.members.staff).toContain(name ?? member);
    expect(shown.members.staff === null).toBe(people.length === 0);
    for (const { member } of absent) expect(shown.members.misfits.join()).toContain(member);
  });

  test('measures keep their values and their thresholds', () => {
    const values = shown.health.flatMap(({ goals }) =>
      goals.flatMap(({ measures }) => measures.map((one) => one.values)),
    );
    const exact = group.health.flatMap(({ goals }) =>
      goals.flatMap(({ measures }) => measures.map((one) => one.byDay)),
    );
    expect(values).toEqual(
      exact.map((byDay) => byDay.map((value) => (value === null ? null : value.numerator / value.denominator))),
    );
    const bounds = shown.health.flatMap(({ goals }) =>
      goals.flatMap(({ measures }) => measures.map(({ bound }) => bound)),
    );
    expect(bounds.filter((bound) => bound !== null).length).toBeGreaterThan(3);
  });

  test('every clause has its own key', () => {
    const clauses = [
      ...shown.tiers.tiers,
      ...shown.content.mixes,
      ...shown.content.caps,
      ...shown.content.bans,
      ...shown.content.slots,
      ...shown.content.categories,
      ...shown.health,
      ...shown.risks,
      ...shown.campaigns,
      ...shown.cadence,
      ...(shown.lifecycle?.stages ?? []),
    ].map(({ rule }) => rule.clause);
    expect(new Set(clauses).size).toBe(clauses.length);
    expect([...clauses].sort()).toEqual(
      [
        ...(keys.tier ?? []),
        ...(keys.mix ?? []),
        ...(keys.cap ?? []),
        ...(keys.ban ?? []),
        ...(keys.slot ?? []),
        ...(keys.category ?? []),
        ...(keys.health ?? []),
        ...(keys.risk ?? []),
        ...(keys.campaign ?? []),
        ...(keys.cadence ?? []),
        ...(keys.stage ?? []),
      ].sort(),
    );
    for (const { rule } of shown.tiers.tiers) expect(rule.place).toMatch(/\.group:\d+$/);
  });

  test('nothing prints as undefined or a broken number, in either language', () => {
    for (const locale of ['en', 'zh'] as const) {
      expect(JSON.stringify(dashboard(example, locale, run))).not.toMatch(/undefined|NaN|\[object|Infinity/);
    }
  });
});

test('rules are shown as written, with their names', () => {
  const core = dashboard('service-beauty', 'zh').tiers.tiers[0];
  expect(core?.rule).toMatchObject({
    clause: 'BeautyVIP/tier/Core',
    name: '核心用户',
    text: 'top 20% by engaged_days in 7d and offerings in 30d >= 4',
  });
  expect(core?.rule.place).toMatch(/^beauty\.group:\d+$/);
  expect(core?.rule.source?.split('\n')[1]).toBe('  when top 20% by engaged_days in 7d and offerings in 30d >= 4');
});

test('an unknown group gives nothing; without a choice, the first group is shown', () => {
  const { policy, outcome } = simulated('service-beauty');
  const common = { policy, outcome, locale: 'en', sourceText: () => null } as const;
  expect(dashboardOf({ ...common, group: 'nobody' })).toBeNull();
  expect(dashboardOf({ ...common, group: null })?.group.id).toBe('vip-01');
});

test('thousands of groups give a short list that includes the one shown', () => {
  const { policy, outcome } = simulated('service-beauty');
  const [first] = outcome.groups;
  if (first === undefined) throw new Error('no group');
  const groups = Array.from({ length: 3_000 }, (_, at) => ({ ...first, group: `vip-${at}` }));
  const many = { ...outcome, groups };
  const shown = dashboardOf({ policy, outcome: many, locale: 'en', sourceText: () => null, group: 'vip-2500' });
  expect(shown?.groups).toHaveLength(1_001);
  expect(shown?.groups.at(-1)?.group).toBe('vip-2500');
  expect(shown?.moreGroups).toBe(1_999);
});

test('two clauses with the same name are distinguished', () => {
  const { policy } = simulated('service-beauty');
  const [group] = policy.groups;
  if (group === undefined) throw new Error('no group');
  const [cap] = group.content.caps;
  if (cap === undefined) throw new Error('no cap');
  const content = { ...group.content, caps: [cap, { ...cap, period: 'week' as const }] };
  expect(clauseKeys({ ...group, content }).cap).toEqual([
    `BeautyVIP/cap/${cap.category}`,
    `BeautyVIP/cap/${cap.category}#2`,
  ]);
});

describe('a long log stays small', () => {
  const run = simulated('service-beauty');
  const group = groupOf(run);
  const DAYS = 1_000;
  const stretch = <Value>(values: readonly Value[]): Value[] =>
    Array.from({ length: DAYS }, (_, day) => values[day % values.length] as Value);
  const incident: Incident | undefined = group.risks[0]?.incidents[0];
  if (incident === undefined) throw new Error('no incident');
  const long: GroupOutcome = {
    ...group,
    days: { from: '2022-07-15', to: '2025-04-09', count: DAYS },
    members: { ...group.members, atEnd: 50_000, byDay: stretch(group.members.byDay) },
    tiers: group.tiers.map((tier) => ({ ...tier, byDay: stretch(tier.byDay) })),
    health: group.health.map((health) => ({
      ...health,
      byDay: stretch(health.byDay),
      goals: health.goals.map((goal) => ({
        ...goal,
        byDay: stretch(goal.byDay),
        measures: goal.measures.map((measure) => ({ ...measure, byDay: stretch(measure.byDay) })),
      })),
    })),
    risks: group.risks.map((risk, index) =>
      index > 0
        ? risk
        : {
            ...risk,
            incidents: Array.from({ length: 5_000 }, (_, at) => ({ ...incident, id: `${risk.risk}#${at + 1}` })),
          },
    ),
    memberHistories: Array.from({ length: 50_000 }, (_, at) => ({
      member: `m${at}`,
      name: `member ${at}`,
      role: 'member' as const,
      stretches: [{ from: '2022-07-15', days: DAYS, state: { kind: 'none' as const }, grace: false, unknown: [] }],
    })),
  };
  const shown = dashboard('service-beauty', 'en', { ...run, outcome: { ...run.outcome, groups: [long] } });

  test('a thousand days, five thousand incidents and fifty thousand members in less than a megabyte', () => {
    expect(JSON.stringify(shown).length).toBeLessThan(1_000_000);
  });

  test('omitted entries are counted, and the latest ones are kept', () => {
    const [risk] = shown.risks;
    expect(risk).toMatchObject({ opened: 5_000, earlier: 4_800 });
    expect(risk?.incidents.at(-1)?.id).toBe('Routine#5000');
  });
});
