import type { Condition, Lifecycle, Response, Stage } from '@steward/policy';
import { call, compares, count, duration, goal, RANGE, response, stage, within } from '../policy-builder.ts';
import type { HandCase } from './case.ts';

function health(goals: ReturnType<typeof goal>[], responses: Response[] = []): HandCase['group'] {
  return { health: [{ name: 'activity', label: null, range: RANGE, goals, responses }] };
}

function lifecycle(stages: Stage[], ...moves: [from: string, to: string][]): HandCase['group'] {
  const allowed: Lifecycle['moves'] = moves.map(([from, to]) => ({ from, to, range: RANGE }));
  return { lifecycle: { stages, moves: allowed, range: RANGE } };
}

/** One digit per day from 1 March: the number of messages. */
function daily(digits: string): HandCase['log'] {
  const days = [...digits].map(Number);
  return {
    rows: days.flatMap((messages, index) => [
      { at: `2025-03-${String(index + 1).padStart(2, '0')}T00:00`, kind: 'reaction' as const, member: 'a' },
      ...Array.from({ length: messages }, () => ({
        at: `2025-03-${String(index + 1).padStart(2, '0')}T12:00`,
        kind: 'message' as const,
        member: 'a',
      })),
    ]),
  };
}

function today(operator: '>=' | '==' | '<', limit: number): Condition {
  return compares(count('message', within('1d')), operator, limit);
}

const LIVELY = today('>=', 1);

export const HEALTH_CASES: HandCase[] = [
  {
    what: 'an episode runs from the first day in breach to the day before the first healthy one',
    group: health([goal(LIVELY)]),
    log: daily('1001100'),
    read: ({ health: [dimension] }) => [dimension?.byDay.map((verdict) => verdict[0]).join(''), dimension?.breaches],
    expected: [
      'hbbhhbb',
      [
        { from: '2025-03-02', to: '2025-03-03', breachDays: 2, responses: [] },
        { from: '2025-03-06', to: null, breachDays: 2, responses: [] },
      ],
    ],
  },
  {
    what: 'unknown days neither begin nor end an episode; `for` over a breach needs breach on each of its days',
    // With at least 2 in two days: unknown on the first day, then 2, 1, 0, 1, 2.
    group: health(
      [goal(compares(count('message', within('2d')), '>=', 2)), goal(today('>=', 0))],
      [response([call('notify')], { for: duration('2d') }), response([])],
    ),
    log: daily('111001'),
    // Days: 1 unknown ([1, ∞) >= 2), 2 → 2, 3 → 2, 4 → 1 breach, 5 → 0 breach, 6 → 1 breach.
    read: ({ health: [dimension], actions }) => [
      dimension?.byDay.map((verdict) => verdict[0]).join(''),
      dimension?.breaches,
      actions.records.map((record) => [record.at, record.cause]),
    ],
    expected: [
      'uhhbbb',
      [
        {
          from: '2025-03-04',
          to: null,
          breachDays: 3,
          responses: [
            { response: 1, on: '2025-03-04' },
            { response: 0, on: '2025-03-05' },
          ],
        },
      ],
      [['2025-03-05T23:59:59.999999Z', { kind: 'health', dimension: 'activity', response: 0 }]],
    ],
  },
  {
    what: "a goal's `for`: false if one of its days is false, unknown while it needs days before the first",
    group: health([goal(LIVELY, duration('60h'))]),
    log: daily('11101111'),
    // 60h are three days.
    read: ({ health: [dimension] }) => [
      dimension?.goals[0]?.byDay.map((verdict) => verdict[0]).join(''),
      dimension?.unknowns.reasons.noBase,
    ],
    expected: ['uuhbbbhh', 2],
  },
  {
    what: 'a dimension is in breach if one goal is false, healthy if all are true',
    group: health([goal(LIVELY), goal(today('<', 3)), goal(compares(count('message', within('3d')), '<', 4))]),
    log: daily('103'),
    // The third goal: unknown twice, then 4 < 4 is false.
    read: ({ health: [dimension] }) => dimension?.byDay,
    expected: ['unknown', 'breach', 'breach'],
  },
  {
    what: 'stages: the first true one begins; then only allowed moves, in the order written; the rest is blocked',
    group: lifecycle(
      [stage('full', today('>=', 3)), stage('some', today('>=', 1)), stage('empty', today('==', 0))],
      ['some', 'empty'],
      ['empty', 'full'],
    ),
    log: daily('1301302'),
    // some; full true but not allowed, some still true; empty; some blocked; full; full → nothing: empty blocked; some blocked.
    read: ({ lifecycle: result }) => [result?.stretches, result?.blocked, result?.current],
    expected: [
      [
        { stage: 'some', from: '2025-03-01', to: '2025-03-02' },
        { stage: 'empty', from: '2025-03-03', to: '2025-03-04' },
        { stage: 'full', from: '2025-03-05', to: '2025-03-07' },
      ],
      [
        { on: '2025-03-04', from: 'empty', to: 'some' },
        { on: '2025-03-06', from: 'full', to: 'empty' },
        { on: '2025-03-07', from: 'full', to: 'some' },
      ],
      'full',
    ],
  },
  {
    what: 'without moves, every move is allowed; no stage until one is true; the current one stays if none is true',
    group: lifecycle([stage('busy', today('>=', 2), duration('2d')), stage('quiet', today('==', 0))]),
    log: daily('1221022'),
    read: ({ lifecycle: result }) => [result?.stretches, result?.stages.map((each) => each.days), result?.blocked],
    expected: [
      [
        { stage: null, from: '2025-03-01', to: '2025-03-02' },
        { stage: 'busy', from: '2025-03-03', to: '2025-03-04' },
        { stage: 'quiet', from: '2025-03-05', to: '2025-03-06' },
        { stage: 'busy', from: '2025-03-07', to: '2025-03-07' },
      ],
      [3, 2],
      [],
    ],
  },
];
