import { expect, test } from 'vitest';
import { both, duration, group, is, own, row, run, since, tier, top } from '../../../test/build.ts';

const days = (dates: string[], who: string) => dates.map((date) => row(`${date}T10:00 ${who} message`));

test('grace keeps a member for the days after the last on which the condition was true', () => {
  const policy = group({
    tiers: [tier('Active', is(own('message', 'in 1d'), '>=', 1), { grace: duration('2d') }), tier('Regular', null)],
  });
  const outcome = run(policy, [...days(['2025-03-01', '2025-03-02'], 'ann'), row('2025-03-07T10:00 - message')], {
    options: { memberHistories: true },
  });
  expect(outcome.tiers[0]?.byDay).toEqual([1, 1, 1, 1, 0, 0, 0]);
  expect(outcome.memberHistories?.[0]?.stretches).toEqual([
    { from: '2025-03-01', days: 2, state: { kind: 'tier', tier: 'Active' }, grace: false, unknown: [] },
    { from: '2025-03-03', days: 2, state: { kind: 'tier', tier: 'Active' }, grace: true, unknown: [] },
    { from: '2025-03-05', days: 3, state: { kind: 'tier', tier: 'Regular' }, grace: false, unknown: [] },
  ]);
});

test('a rank counts ties as one place, and excludes members without a value', () => {
  const rows = [
    ...days(['2025-03-01', '2025-03-01', '2025-03-01'], 'ann'),
    ...days(['2025-03-01', '2025-03-01', '2025-03-01'], 'bob'),
    ...days(['2025-03-01', '2025-03-01'], 'cy'),
    row('2025-03-01T10:00 dan join'),
  ];
  const tiered = (limit: number | string) =>
    run(group({ tiers: [tier('Top', top(limit, own('message', 'in 1d')))] }), rows);
  expect(tiered(1).tiers[0]?.members).toBe(2);
  expect(tiered(2).tiers[0]?.members).toBe(2);
  expect(tiered(3).tiers[0]?.members).toBe(3);
  expect(tiered(4).tiers[0]?.members).toBe(3);
  expect(tiered('1/4').tiers[0]?.members).toBe(2);
});

test('a period that the log does not cover is unknown, with the reason', () => {
  const policy = group({ tiers: [tier('Silent', is(own('message', 'in 3d'), '<', 1)), tier('Regular', null)] });
  const outcome = run(policy, [row('2025-03-01T10:00 ann join'), row('2025-03-05T10:00 - message')]);
  expect(outcome.tiers[0]?.byDay).toEqual([0, 0, 1, 1, 1]);
  expect(outcome.tiers[0]?.unknowns).toMatchObject({ evaluations: 5, unknown: 2, reasons: { beforeLog: 2 } });
});

test('a signal that the log cannot show is unknown, never zero', () => {
  const policy = group({ tiers: [tier('Silent', is(own('read', 'in 1d'), '<', 1)), tier('Regular', null)] });
  const outcome = run(policy, [row('2025-03-01T10:00 ann message')], { shows: ['message'] });
  expect(outcome.tiers[0]).toMatchObject({
    members: 0,
    unknownAtEnd: 1,
    unknowns: { missingSignals: ['read'], reasons: { missingSignal: 1 } },
  });
});

test('since starts with the current membership, and is a lower bound for members from before the log', () => {
  const policy = group({
    tiers: [tier('Churned', is(since('message'), '>=', '2d')), tier('Fresh', is(since('message'), '<', '2d'))],
  });
  const rows = [
    row('2025-03-01T00:00 ann join'),
    row('2025-03-01T00:00 bob reaction'),
    row('2025-03-04T12:00 - message'),
  ];
  const outcome = run(policy, rows, { options: { memberHistories: true } });
  const names = outcome.memberHistories?.map(({ stretches }) =>
    stretches.map(({ state, days: length }) => `${state.kind === 'tier' ? state.tier : state.kind} ${length}`),
  );
  // End of day 2 is one microsecond short of two days.
  expect(names).toEqual([
    ['Fresh 2', 'Churned 2'],
    ['none 2', 'Churned 2'],
  ]);
});

test('moves, and the tasks of members in the tier at the end', () => {
  const when = is(own('message', 'in 1d'), '>=', 2);
  const task = { title: 'share', when: is(own('share', 'in 1d'), '>=', 1), range: tier('x', null).range };
  const policy = group({ tiers: [tier('Busy', both(when, when), { tasks: [task] })] });
  const outcome = run(policy, [
    ...days(['2025-03-01', '2025-03-01', '2025-03-02'], 'ann'),
    ...days(['2025-03-02', '2025-03-02'], 'bob'),
    row('2025-03-02T11:00 bob share'),
  ]);
  expect(outcome.transitions).toEqual([
    { from: { kind: 'tier', tier: 'Busy' }, to: { kind: 'none' }, count: 1 },
    { from: { kind: 'outside' }, to: { kind: 'tier', tier: 'Busy' }, count: 2 },
  ]);
  expect(outcome.tiers[0]?.tasks).toEqual([{ title: 'share', done: 1, open: 0, unknown: 0 }]);
});
