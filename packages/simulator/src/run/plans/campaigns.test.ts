import { expect, test } from 'vitest';
import { action, call, campaign, count, group, is, RANGE, risk, row, run } from '../../../test/build.ts';

const REFERRAL = { kind: 'reference' as const, to: 'campaign' as const, name: 'Referral' };
const actions = [action('start', ['what']), action('pause', ['what']), action('publish')];

test('a planned run is held if the log says so; its goals are evaluated at its end', () => {
  const goals = [{ when: is(count('participation', 'run'), '>=', 2), range: RANGE }];
  const starts = [{ kind: 'daily' as const, times: [600], range: RANGE }];
  const policy = group({
    campaigns: [
      campaign(
        'Referral',
        [
          ['preheat', '1h'],
          ['burst', '2h'],
        ],
        { goals, starts },
      ),
    ],
  });
  const outcome = run(policy, [
    row('2025-03-01T10:30 - campaign', { about: 'Referral' }),
    row('2025-03-01T11:00 ann participation'),
    row('2025-03-01T12:59 bob participation'),
    row('2025-03-01T13:00 cy participation'),
    row('2025-03-02T09:00 - message'),
  ]);
  expect(outcome.campaigns[0]?.runs.map(({ held, goals: [goal] }) => [held, goal?.verdict, goal?.value])).toEqual([
    [true, 'met', { numerator: 2, denominator: 1 }],
    [false, 'not-held', null],
  ]);
});

test('an action starts a run, and a pause ends it before its later phases', () => {
  const phases = campaign('Referral', [
    ['preheat', '1h'],
    ['burst', '2h'],
  ]).phases;
  const acting = phases.map((phase) => ({ ...phase, actions: [call('publish')] }));
  const policy = group({
    risks: [
      risk('Quiet', is(count('complaint', 'in 1h'), '>=', 1), { actions: [call('start', { what: REFERRAL })] }),
      risk('Loud', is(count('complaint', 'in 1h'), '>=', 2), { actions: [call('pause', { what: REFERRAL })] }),
    ],
    campaigns: [campaign('Referral', [], { phases: acting })],
  });
  const outcome = run(policy, [row('2025-03-01T10:00 a complaint'), row('2025-03-01T10:30 b complaint')], {
    complete: true,
    actions,
  });
  expect(outcome.campaigns[0]?.runs).toMatchObject([
    {
      cause: 'action',
      end: '2025-03-01T10:30:00.000Z',
      pausedAt: '2025-03-01T10:30:00.000Z',
      phases: [{ state: 'paused' }, { state: 'paused' }],
    },
  ]);
  expect(outcome.actions.records.map((record) => record.action)).toEqual(['start', 'publish', 'pause']);
});

test('a phase that starts and pauses its own campaign comes to an end', () => {
  const [phase] = campaign('Referral', [['preheat', '1h']]).phases;
  if (phase === undefined) throw new Error('no phase');
  const own = { ...phase, actions: [call('pause', { what: REFERRAL }), call('start', { what: REFERRAL })] };
  const starts = [{ kind: 'once' as const, at: '2025-03-01T10:00', range: RANGE }];
  const policy = group({ campaigns: [campaign('Referral', [], { phases: [own], starts })] });
  const outcome = run(policy, [row('2025-03-01T09:00 a message')], { actions });
  expect(outcome.campaigns[0]?.runs).toHaveLength(1);
});
