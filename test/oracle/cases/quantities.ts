import type { Quantity } from '@steward/policy';
import type { GroupOutcome } from '@steward/simulator';
import { micros } from '../log-builder.ts';
import {
  ALL,
  aggregate,
  amount,
  both,
  calculate,
  compares,
  contains,
  count,
  fieldIn,
  fieldNot,
  goal,
  intrinsic,
  matches,
  metric,
  number,
  per,
  RANGE,
  ratio,
  since,
  trend,
  within,
} from '../policy-builder.ts';
import type { HandCase } from './case.ts';

/** A health dimension whose goals show the quantities day by day. */
function shown(...quantities: Quantity[]): HandCase['group'] {
  const goals = quantities.map((quantity) => goal(compares(quantity, '>', 0)));
  return { health: [{ name: 'shown', label: null, range: RANGE, goals, responses: [] }] };
}

/** Each goal's measure by day: a whole number, `n/d`, or null if it is not exact. */
function values(outcome: GroupOutcome): unknown {
  return outcome.health[0]?.goals.map((each) =>
    each.measures[0]?.byDay.map((value) => {
      if (value === null) return null;
      return value.denominator === 1 ? value.numerator : `${value.numerator}/${value.denominator}`;
    }),
  );
}

const MARCH_3_TO_5: HandCase['log'] = {
  rows: [
    { at: '2025-03-03T00:00', kind: 'message', member: 'a', text: 'Hello V', amount: 12_500 },
    { at: '2025-03-03T23:59:59.999999', kind: 'message', member: 'b', text: 'hello v', media: 'image' },
    { at: '2025-03-05T00:00', kind: 'message', member: 'a', media: 'link', amount: 7_500 },
    { at: '2025-03-05T00:00', kind: 'purchase', member: 'a', amount: 100_000 },
  ],
};

export const QUANTITY_CASES: HandCase[] = [
  {
    what: 'a trailing window of days covers whole local days; its count is a lower bound while it reaches before the log',
    group: shown(count('message', within('1d')), count('message', within('2d')), count('message', within('3d'))),
    log: MARCH_3_TO_5,
    read: values,
    expected: [
      [2, 0, 1],
      [null, 2, 1],
      [null, null, 3],
    ],
  },
  {
    what: 'a trailing window of hours includes the instant of evaluation and excludes its start',
    // At the end of the 5th: (00:00 − 1µs, end] holds the event at 00:00; one microsecond less does not.
    group: shown(
      count('message', within('24h')),
      count('message', { kind: 'trailing', duration: { amount: 86_399, unit: 's' } }),
    ),
    log: MARCH_3_TO_5,
    read: values,
    expected: [
      [2, 0, 1],
      [1, 0, 0],
    ],
  },
  {
    what: 'in a complete log every window is covered',
    group: shown(count('message', within('30d')), count('message', ALL), count('message', per('month'))),
    log: MARCH_3_TO_5,
    complete: true,
    read: values,
    expected: [
      [2, 2, 3],
      [2, 2, 3],
      [0, 0, 0],
    ],
  },
  {
    what: 'if the group was founded in view of the log, nothing came before',
    group: shown(
      count('message', within('30d')),
      count('message', ALL),
      count('message', per('month')),
      since('recall'),
      intrinsic('opening_members', within('2d')),
    ),
    log: { ...MARCH_3_TO_5, founded: micros('2025-03-03T00:00') },
    read: values,
    expected: [
      [2, 2, 3],
      [2, 2, 3],
      [0, 0, 0],
      [86_399_999_999, 172_799_999_999, 259_199_999_999],
      // On the second day the window begins before the founding, on the third a day after it: both had been there.
      [0, 0, 2],
    ],
  },
  {
    what: 'if the group was founded before the view of the log, what came before is unknown',
    group: shown(count('message', within('30d')), since('recall')),
    log: { ...MARCH_3_TO_5, founded: micros('2025-03-02T23:59:59.999999') },
    read: values,
    expected: [
      [null, null, null],
      [null, null, null],
    ],
  },
  {
    what: 'a founding after the first event of the log is ignored',
    group: shown(count('message', within('30d'))),
    log: { ...MARCH_3_TO_5, founded: micros('2025-03-03T00:01') },
    read: values,
    expected: [[null, null, null]],
  },
  {
    what: '`per` outside a risk is the last period completed: the week of Monday 3 March only at the end of the 9th',
    group: shown(count('message', per('week')), count('message', per('day')), count('message', per('hour'))),
    log: { ...MARCH_3_TO_5, covers: { from: micros('2025-03-03T00:00'), to: micros('2025-03-10T09:00') } },
    read: values,
    expected: [
      [null, null, null, null, null, null, 3, 3],
      [2, 0, 1, 0, 0, 0, 0, 0],
      [1, 0, 0, 0, 0, 0, 0, 0],
    ],
  },
  {
    what: 'distinct, days, sum and average; amounts are exact, missing ones do not count',
    group: shown(
      aggregate({ function: 'distinct', signals: ['message'], field: 'member', window: within('1d') }),
      aggregate({ function: 'days', signals: ['message'], window: ALL }),
      aggregate({ function: 'sum', signals: ['message', 'purchase'], field: 'amount', window: within('1d') }),
      aggregate({ function: 'average', signals: ['message', 'purchase'], field: 'amount', window: within('1d') }),
    ),
    log: MARCH_3_TO_5,
    complete: true,
    read: values,
    expected: [
      [2, 0, 1],
      [1, 1, 2],
      ['5/4', 0, '43/4'],
      ['5/4', null, '43/8'],
    ],
  },
  {
    what: 'a signal that the log cannot show makes a count a lower bound, and is the first reason for unknown',
    group: shown(count('message', within('1d')), count('read', within('30d'))),
    log: MARCH_3_TO_5,
    shows: ['message'],
    read: (outcome) => [values(outcome), outcome.health[0]?.goals[1]?.unknowns, outcome.health[0]?.unknowns],
    expected: [
      [
        [2, 0, 1],
        [null, null, null],
      ],
      {
        evaluations: 3,
        unknown: 3,
        missingSignals: ['read'],
        reasons: {
          missingSignal: 3,
          unknownRole: 0,
          unknownMedia: 0,
          beforeLog: 0,
          unknownStart: 0,
          periodRunning: 0,
          noBase: 0,
        },
      },
      // On the second day the first goal is false, which decides the dimension.
      {
        evaluations: 3,
        unknown: 2,
        missingSignals: ['read'],
        reasons: {
          missingSignal: 2,
          unknownRole: 0,
          unknownMedia: 0,
          beforeLog: 0,
          unknownStart: 0,
          periodRunning: 0,
          noBase: 0,
        },
      },
    ],
  },
  {
    what: 'filters: a missing field is unknown, so neither the filter nor its negation counts the event',
    group: shown(
      aggregate({ signals: ['message'], where: fieldIn('media', 'image'), window: ALL }),
      aggregate({ signals: ['message'], where: fieldNot(fieldIn('media', 'image')), window: ALL }),
      aggregate({ signals: ['message'], where: contains('HELLO V'), window: ALL }),
      aggregate({ signals: ['message'], where: fieldNot(contains('bye')), window: ALL }),
      aggregate({ signals: ['message'], where: matches('^hello'), window: ALL }),
      aggregate({ signals: ['message'], where: matches('^hello', true), window: ALL }),
      aggregate({ signals: ['message'], where: amount('>=', ratio(5, 4)), window: ALL }),
      aggregate({ signals: ['message'], where: amount('<', ratio(5, 4)), window: ALL }),
      aggregate({ signals: ['message'], where: fieldIn('role', 'member'), window: ALL }),
    ),
    log: MARCH_3_TO_5,
    complete: true,
    read: (outcome) => (values(outcome) as unknown[][]).map((days) => days.at(-1)),
    expected: [1, 1, 2, 2, 1, 2, 1, 1, 3],
  },
  {
    what: '`member` matches an id or the last known name; `contains` folds ASCII letters only',
    group: shown(
      aggregate({ signals: ['message'], where: fieldIn('member', '小美'), window: ALL }),
      aggregate({ signals: ['message'], where: fieldIn('member', 'b'), window: ALL }),
      aggregate({ signals: ['message'], where: contains('straße', 'É'), window: ALL }),
    ),
    log: {
      names: { a: '小美' },
      rows: [
        { at: '2025-03-03T00:00', kind: 'message', member: 'a', text: 'STRASSE' },
        { at: '2025-03-03T00:00', kind: 'message', member: 'a', text: 'Straße' },
        { at: '2025-03-03T00:00', kind: 'message', member: 'b', text: 'é' },
      ],
    },
    complete: true,
    read: values,
    expected: [[2], [1], [1]],
  },
  {
    what: 'interval arithmetic: a lower bound over a head count, a difference of bounds, a zero divisor',
    group: shown(
      calculate(count('message', within('1d')), '/', intrinsic('members', within('1d'))),
      calculate(number(6), '-', count('message', within('30d'))),
      calculate(count('message', within('1d')), '/', count('read', within('1d'))),
      calculate(count('message', within('1d')), '*', number(0)),
    ),
    log: MARCH_3_TO_5,
    read: (outcome) => [values(outcome), outcome.health[0]?.goals.map((each) => each.byDay)],
    // At most 4, 4 and 3 remain of 6: not exact, and whether more than 0 remain is open.
    expected: [
      [
        [1, 0, '1/2'],
        [null, null, null],
        [null, null, null],
        [0, 0, 0],
      ],
      [
        ['healthy', 'breach', 'healthy'],
        ['unknown', 'unknown', 'unknown'],
        ['unknown', 'unknown', 'unknown'],
        ['breach', 'breach', 'breach'],
      ],
    ],
  },
  {
    what: 'zero times a lower bound is zero',
    group: shown(calculate(count('message', within('30d')), '*', number(0))),
    log: MARCH_3_TO_5,
    read: values,
    expected: [[0, 0, 0]],
  },
  {
    what: 'a metric shows its own value under its name and window',
    group: shown(
      metric(
        'activity',
        within('1d'),
        calculate(count('message', within('1d')), '/', calculate(number(1), '+', number(1))),
      ),
      calculate(count('message', within('1d')), '/', calculate(number(1), '+', number(1))),
    ),
    log: MARCH_3_TO_5,
    read: (outcome) => [values(outcome), outcome.health[0]?.goals.map((each) => each.measures[0]?.text)],
    expected: [
      [
        [1, 0, '1/2'],
        [1, 0, '1/2'],
      ],
      ['activity in 1d', 'count(message) in 1d / (1 + 1)'],
    ],
  },
  {
    what: 'a trend needs a covered base above zero; it falls if it loses at least the share',
    group: {
      health: [
        {
          name: 'steady',
          label: null,
          range: RANGE,
          goals: [goal(trend(count('message', per('day')), 'falls', 50, per('day')))],
          responses: [],
        },
      ],
    },
    log: MARCH_3_TO_5,
    // 3rd: nothing before. 4th: 2 → 0. 5th: from 0.
    read: ({ health }) => [health[0]?.byDay, health[0]?.goals[0]?.measures, health[0]?.unknowns.reasons],
    expected: [
      ['unknown', 'healthy', 'unknown'],
      [
        {
          text: 'count(message) per day',
          byDay: [
            { numerator: 2, denominator: 1 },
            { numerator: 0, denominator: 1 },
            { numerator: 1, denominator: 1 },
          ],
        },
      ],
      { missingSignal: 0, unknownRole: 0, unknownMedia: 0, beforeLog: 1, unknownStart: 0, periodRunning: 0, noBase: 1 },
    ],
  },
  {
    what: 'a trend shifts windows equal to its own, and reads members at the end of the earlier one',
    group: {
      health: [
        {
          name: 'steady',
          label: null,
          range: RANGE,
          goals: [
            goal(trend(intrinsic('members', within('1d')), 'rises', 100, within('1d'))),
            goal(trend(count('message', within('2d')), 'rises', 1, within('1d'))),
          ],
          responses: [],
        },
      ],
    },
    log: MARCH_3_TO_5,
    complete: true,
    // Heads at the ends of days: 2, 2, 2, and 0 before the first; the window of 2d is fixed, so nothing ever rises.
    read: ({ health }) => health[0]?.goals.map((each) => each.byDay),
    expected: [
      ['unknown', 'breach', 'breach'],
      ['breach', 'breach', 'breach'],
    ],
  },
  {
    what: 'the first reason that applies: not shown, before the log, an unknown start',
    group: shown(
      since('complaint'),
      calculate(count('message', within('3d')), '-', since('message')),
      calculate(count('message', within('1d')), '/', number(0)),
    ),
    log: MARCH_3_TO_5,
    read: ({ health }) => health[0]?.goals.map((each) => each.unknowns.reasons),
    // `since(complaint) > 0` holds by its lower bound. On the first day nothing is taken from the count, on the third it is known.
    expected: [
      { missingSignal: 0, unknownRole: 0, unknownMedia: 0, beforeLog: 0, unknownStart: 0, periodRunning: 0, noBase: 0 },
      { missingSignal: 0, unknownRole: 0, unknownMedia: 0, beforeLog: 1, unknownStart: 0, periodRunning: 0, noBase: 0 },
      { missingSignal: 0, unknownRole: 0, unknownMedia: 0, beforeLog: 0, unknownStart: 0, periodRunning: 0, noBase: 3 },
    ],
  },
  {
    what: "`and` is Kleene's: false beats unknown, unknown beats true",
    group: {
      health: [
        {
          name: 'both',
          label: null,
          range: RANGE,
          goals: [
            goal(
              both(compares(count('message', within('1d')), '>', 1), compares(count('message', within('30d')), '<', 9)),
            ),
          ],
          responses: [],
        },
      ],
    },
    log: MARCH_3_TO_5,
    read: ({ health }) => health[0]?.byDay,
    expected: ['unknown', 'breach', 'breach'],
  },
];
