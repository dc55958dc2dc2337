import type { GroupOutcome } from '@steward/simulator';
import {
  ALL,
  call,
  compares,
  count,
  duration,
  matched,
  negated,
  RANGE,
  rank,
  tier,
  within,
} from '../policy-builder.ts';
import type { HandCase } from './case.ts';

function byDay(outcome: GroupOutcome): unknown {
  return outcome.tiers.map((each) => each.byDay);
}

function posts(member: string, ...days: number[]): HandCase['log']['rows'] {
  return days.map((day) => ({ at: `2025-03-${String(day).padStart(2, '0')}T12:00`, kind: 'message', member }));
}

const ACTIVE = compares(count('message', within('1d'), 'member'), '>=', 1);
const ENDING = { at: '2025-03-07T12:00', kind: 'reaction', member: 'z' } as const;

export const TIER_CASES: HandCase[] = [
  {
    what: 'the first true tier takes the member; later tiers are not tried; a member who fits none is in none',
    group: {
      tiers: [tier('busy', compares(count('message', within('1d'), 'member'), '>=', 2)), tier('active', ACTIVE)],
    },
    log: { rows: [...posts('a', 1, 1), ...posts('b', 1), ...posts('c', 2)] },
    read: (outcome) => [
      byDay(outcome),
      outcome.untiered,
      outcome.tiers.map((each) => each.unknowns.evaluations),
      outcome.transitions.map(({ from, to, count: moves }) =>
        [from, to, moves].map((part) => describe(part)).join(' '),
      ),
      outcome.tiers.map((each) => [each.entered, each.left]),
    ],
    // a is busy and b active on the first day, c active on the second; five member-days, one of them taken by `busy`.
    expected: [
      [
        [1, 0],
        [1, 1],
      ],
      { members: 2, byDay: [0, 2] },
      [5, 4],
      ['busy none 1', 'active none 1', 'outside busy 1', 'outside active 2'],
      [
        [1, 1],
        [2, 1],
      ],
    ],
  },
  {
    what: 'grace in days: the three days after the last one on which the condition was true',
    group: { tiers: [tier('active', ACTIVE, { grace: duration('3d') })] },
    log: { rows: [...posts('a', 1, 2), ENDING] },
    read: (outcome) => [byDay(outcome), outcome.tiers[0]?.inGrace],
    expected: [[[1, 1, 1, 1, 1, 0, 0]], 0],
  },
  {
    what: 'grace in hours is elapsed time between the ends of days',
    group: { tiers: [tier('active', ACTIVE, { grace: duration('47h') })] },
    log: { rows: [...posts('a', 1), { at: '2025-03-02T12:00', kind: 'reaction', member: 'z' }] },
    read: (outcome) => [byDay(outcome), outcome.tiers[0]?.inGrace],
    expected: [[[1, 1]], 1],
  },
  {
    what: 'a tier written earlier takes the member out of grace',
    group: {
      tiers: [
        tier('silent', negated(compares(count('message', within('2d'), 'member'), '>=', 1))),
        tier('active', ACTIVE, { grace: duration('5d') }),
      ],
    },
    log: { rows: [...posts('a', 1), ...posts('b', 1), ENDING] },
    // On the first day `in 2d` is a lower bound of 1: not silent for sure. On the third nothing is in the window. z comes on the last.
    read: byDay,
    expected: [
      [0, 0, 2, 2, 2, 2, 3],
      [2, 2, 0, 0, 0, 0, 0],
    ],
  },
  {
    what: 'an unknown tier is noted and does not win',
    group: {
      tiers: [tier('quiet', compares(count('message', within('3d'), 'member'), '<', 2)), tier('rest', null)],
    },
    log: { rows: posts('a', 1, 4) },
    read: (outcome) => [byDay(outcome), outcome.tiers[0]?.unknowns, outcome.tiers[1]?.unknowns.evaluations],
    expected: [
      [
        [0, 0, 1, 1],
        [1, 1, 0, 0],
      ],
      {
        evaluations: 4,
        unknown: 2,
        missingSignals: [],
        reasons: {
          missingSignal: 0,
          unknownRole: 0,
          unknownMedia: 0,
          beforeLog: 2,
          unknownStart: 0,
          periodRunning: 0,
          noBase: 0,
        },
      },
      2,
    ],
  },
  {
    what: 'top 20% of six is the ceiling of 1.2; ties share; the bottom may be zero, the top may not',
    group: {
      tiers: [
        tier('top', rank('top', '20%', count('message', within('1d'), 'member'))),
        tier('last', rank('bottom', 1, count('message', within('1d'), 'member'))),
      ],
    },
    log: {
      rows: [
        ...posts('a', 1, 1, 1),
        ...posts('b', 1, 1),
        ...posts('c', 1, 1),
        ...posts('d', 1),
        { at: '2025-03-01T12:00', kind: 'join', member: 'e' },
        { at: '2025-03-01T12:00', kind: 'join', member: 'f' },
      ],
    },
    // Two places: a first, b and c both second. Least are e and f with none.
    read: byDay,
    expected: [[3], [2]],
  },
  {
    what: "rank is unknown while anybody's measure is not exact, but an exact zero is never top",
    group: { tiers: [tier('top', rank('top', 1, count('message', within('2d'), 'member'))), tier('rest', null)] },
    log: { rows: [...posts('a', 1), ...posts('b', 2), ...posts('c', 4)] },
    read: (outcome) => [byDay(outcome), outcome.tiers[0]?.unknowns.unknown],
    // Day 1 is not covered. Day 2: a and b tie. Day 3: b. Day 4: c.
    expected: [
      [
        [0, 2, 1, 1],
        [1, 0, 1, 2],
      ],
      1,
    ],
  },
  {
    what: "tasks are of the tier's members at the end; actions run when a member enters, in order of id",
    group: {
      tiers: [
        tier('active', ACTIVE, {
          tasks: [
            { title: 'two', when: compares(count('message', within('1d'), 'member'), '>=', 2), range: RANGE },
            { title: 'ever', when: compares(count('message', ALL, 'member'), '>=', 3), range: RANGE },
          ],
          actions: [call('warn', { member: matched('member') })],
        }),
      ],
    },
    log: { rows: [...posts('b', 1, 3, 3), ...posts('a', 1, 1, 2, 3)] },
    read: (outcome) => [
      outcome.tiers[0]?.tasks,
      outcome.actions.records.map((record) => [record.at, JSON.stringify(record.arguments[0]?.value)]),
    ],
    expected: [
      [
        { title: 'two', done: 1, open: 1, unknown: 0 },
        { title: 'ever', done: 2, open: 0, unknown: 0 },
      ],
      [
        ['2025-03-01T23:59:59.999999Z', '{"kind":"members","members":["a"]}'],
        ['2025-03-01T23:59:59.999999Z', '{"kind":"members","members":["b"]}'],
        ['2025-03-03T23:59:59.999999Z', '{"kind":"members","members":["b"]}'],
      ],
    ],
  },
  {
    what: 'histories are stretches of days with equal state, grace and unknown tiers',
    group: { tiers: [tier('active', ACTIVE, { grace: duration('1d') })] },
    log: {
      names: { a: 'Ann' },
      rows: [...posts('a', 1), { at: '2025-03-04T01:00', kind: 'leave', member: 'a', role: 'staff' }],
    },
    read: (outcome) => outcome.memberHistories,
    expected: [
      {
        member: 'a',
        name: 'Ann',
        role: 'staff',
        stretches: [
          { from: '2025-03-01', days: 1, state: { kind: 'tier', tier: 'active' }, grace: false, unknown: [] },
          { from: '2025-03-02', days: 1, state: { kind: 'tier', tier: 'active' }, grace: true, unknown: [] },
          { from: '2025-03-03', days: 1, state: { kind: 'none' }, grace: false, unknown: [] },
          { from: '2025-03-04', days: 1, state: { kind: 'outside' }, grace: false, unknown: [] },
        ],
      },
    ],
  },
];

function describe(part: unknown): string {
  if (typeof part !== 'object' || part === null || !('kind' in part)) return String(part);
  return 'tier' in part ? String(part.tier) : String(part.kind);
}
