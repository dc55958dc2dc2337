import type { Escalation } from '@steward/policy';
import {
  aggregate,
  both,
  call,
  compares,
  count,
  duration,
  either,
  fieldIn,
  matched,
  negated,
  per,
  RANGE,
  risk,
  within,
} from '../policy-builder.ts';
import type { HandCase } from './case.ts';
import { COVERS, incidents, risks } from './risk-incidents.ts';

function complaints(...times: string[]): HandCase['log']['rows'] {
  return times.map((time) => ({ at: `2025-03-01T${time}`, kind: 'complaint', member: 'a' }));
}

const TWO_IN_AN_HOUR = compares(count('complaint', within('1h')), '>=', 2);

function afterOpen(to: string, delay: string): Escalation {
  return { to, after: { kind: 'open', delay: duration(delay) }, range: RANGE };
}

function afterTimes(to: string, times: number, window: string): Escalation {
  return { to, after: { kind: 'times', times, window: duration(window) }, range: RANGE };
}

const SERIOUS = risk('Serious', compares(count('recall', within('1h')), '>=', 1));

export const RISK_CASES: HandCase[] = [
  {
    what: 'an incident opens at the event that makes the condition true and closes when one leaves the window',
    group: risks(risk('R', TWO_IN_AN_HOUR)),
    log: { covers: COVERS, rows: complaints('10:00', '10:59:59.999999', '13:00', '14:00') },
    // The first pair: within the hour until 11:00. The second: the one of 13:00 has left at 14:00.
    read: (outcome) => [
      incidents(outcome),
      outcome.risks[0]?.incidents[0]?.evidence.count,
      outcome.risks[0]?.openAtEnd,
    ],
    expected: [['R#1 01T10:59:59.999999-01T11:00 condition'], 2, 0],
  },
  {
    what: 'a condition over the current period: counts are lower bounds until its last microsecond',
    group: risks(
      risk('Many', compares(count('complaint', per('day')), '>', 1)),
      risk('Few', compares(count('complaint', per('day')), '<', 2)),
    ),
    log: { rows: [...complaints('10:00', '11:00'), { at: '2025-03-02T10:00', kind: 'message' }] },
    // The first day closes at the start of the second, when the new day may still bring any number: unknown, so it stays open to its end.
    read: incidents,
    expected: ['Many#1 01T11:00-02T23:59:59.999999 condition', 'Few#1 02T23:59:59.999999-open null'],
  },
  {
    what: 'unknown changes nothing; a day is unknown if the condition is unknown at its end, with the reason',
    group: risks(risk('R', compares(count('complaint', within('2d')), '<', 3))),
    log: { rows: [...complaints('10:00'), { at: '2025-03-02T10:00', kind: 'message' }] },
    // Covered from the start of the second day on.
    read: (outcome) => [incidents(outcome), outcome.risks[0]?.unknowns],
    expected: [
      ['R#1 02T00:00-open null'],
      {
        evaluations: 2,
        unknown: 1,
        missingSignals: [],
        reasons: {
          missingSignal: 0,
          unknownRole: 0,
          unknownMedia: 0,
          beforeLog: 1,
          unknownStart: 0,
          periodRunning: 0,
          noBase: 0,
        },
      },
    ],
  },
  {
    what: 'a window of hours is evaluated when it is first covered',
    group: risks(risk('R', compares(count('complaint', within('3h')), '<', 1))),
    log: { covers: COVERS, rows: complaints('00:00', '20:00') },
    // Until 02:59:59.999999 it reaches before the log; there it holds the first, which leaves at 03:00.
    read: incidents,
    expected: ['R#1 01T03:00-01T20:00 condition', 'R#2 01T23:00-open null'],
  },
  {
    what: '`for`: true once the condition has been true for that long; a break restarts it',
    group: risks(risk('R', TWO_IN_AN_HOUR, { for: duration('30min') })),
    log: { covers: COVERS, rows: complaints('10:00', '10:45', '11:20', '12:00') },
    // True from 10:45 to 11:00 and from 11:20 to 11:45, then 12:00 to 12:20: never half an hour.
    read: incidents,
    expected: [],
  },
  {
    what: '`for` at its timer',
    group: risks(risk('R', TWO_IN_AN_HOUR, { for: duration('30min') })),
    log: { covers: COVERS, rows: complaints('10:00', '10:15') },
    // From 10:15; the first leaves at 11:00.
    read: incidents,
    expected: ['R#1 01T10:45-01T11:00 condition'],
  },
  {
    what: 'a reopening within the cooldown joins the last incident, and its actions do not run again',
    group: risks(risk('R', TWO_IN_AN_HOUR, { cooldown: duration('2h'), actions: [call('notify')] })),
    log: { covers: COVERS, rows: complaints('10:00', '10:30', '12:45', '13:00', '15:45', '15:45:00.000001') },
    // Closed at 11:00 and 13:45; 13:00 is two hours after the first, 15:45:00.000001 two hours and a microsecond after the second.
    read: (outcome) => [incidents(outcome), outcome.actions.total],
    expected: [['R#1 01T10:30-01T13:45 condition again 01T13:00', 'R#2 01T15:45:00.000001-01T16:45 condition'], 2],
  },
  {
    what: 'a `resolve` with the name or label of the risk closes it; the condition must become true again',
    group: risks(risk('R', TWO_IN_AN_HOUR, { label: '常规' })),
    log: {
      covers: COVERS,
      rows: [
        ...complaints('10:00', '10:10', '10:30', '12:00', '12:10'),
        { at: '2025-03-01T10:20', kind: 'resolve', about: '常规' },
        { at: '2025-03-01T12:05', kind: 'resolve', text: 'R' },
        { at: '2025-03-01T12:20', kind: 'resolve', target: 'r' },
      ],
    },
    // At 10:30 it still holds, so nothing opens until it has been false at 11:10 (10:10 leaves) and 12:10 makes it true.
    read: incidents,
    expected: ['R#1 01T10:10-01T10:20 resolve', 'R#2 01T12:10-01T13:00 condition'],
  },
  {
    what: 'escalate after D: once open without a break; the target stays open and closes with it',
    group: {
      ...risks(
        risk('Serious', compares(count('recall', within('1h')), '>=', 1), { actions: [call('recall')] }),
        risk('R', TWO_IN_AN_HOUR, { escalations: [afterOpen('Serious', '30min'), afterOpen('Serious', '2h')] }),
      ),
      duty: [
        { from: 480, to: 645, onDuty: [{ kind: 'role', name: 'mod' }], range: RANGE },
        {
          from: 645,
          to: 480,
          onDuty: [
            { kind: 'tool', name: 'bot' },
            { kind: 'role', name: 'mod' },
          ],
          range: RANGE,
        },
      ],
    },
    log: { covers: COVERS, rows: complaints('10:00', '10:15', '10:50') },
    // Open 10:15 to 11:15 (two until 11:15: 10:15 and 10:50).
    read: (outcome) => [
      incidents(outcome),
      outcome.risks.map((each) => each.incidents[0]?.onDuty),
      outcome.risks.map((each) => [each.escalated, each.incidents[0]?.evidence.count]),
      outcome.actions.records.map((record) => [record.at, record.cause]),
    ],
    expected: [
      ['Serious#1 01T10:45-01T11:15 condition from R#1', 'R#1 01T10:15-01T11:15 condition open 01T10:45 Serious#1'],
      [['bot', 'mod'], ['mod']],
      [
        [1, 2],
        [1, 2],
      ],
      [['2025-03-01T10:45:00.000Z', { kind: 'risk', risk: 'Serious', incident: 'Serious#1' }]],
    ],
  },
  {
    what: 'an escalation to an open risk is only noted; the risk stays open while its own or an escalating condition holds',
    group: risks(risk('R', TWO_IN_AN_HOUR, { escalations: [afterOpen('Serious', '10min')] }), SERIOUS),
    log: {
      covers: COVERS,
      rows: [...complaints('10:00', '10:15', '10:50'), { at: '2025-03-01T10:05', kind: 'recall' }],
    },
    // Serious on its own: 10:05 to 11:05; R holds it to 11:15.
    read: (outcome) => [incidents(outcome), outcome.risks.map((each) => each.escalated)],
    expected: [
      ['R#1 01T10:15-01T11:15 condition open 01T10:25 Serious#1', 'Serious#1 01T10:05-01T11:15 condition'],
      [1, 0],
    ],
  },
  {
    what: 'after N times in W: at the Nth opening, then counting restarts; joined reopenings do not count',
    group: risks(
      risk('R', compares(count('complaint', within('10min')), '>=', 1), {
        cooldown: duration('5min'),
        escalations: [afterTimes('Serious', 2, '3h')],
      }),
      SERIOUS,
    ),
    log: { covers: COVERS, rows: complaints('10:00', '10:12', '11:00', '12:00', '13:00', '16:00', '18:59') },
    // Openings 10:00 (10:12 joins), 11:00 fires, 12:00, 13:00 fires, 16:00, 18:59 fires.
    read: incidents,
    expected: [
      'R#1 01T10:00-01T10:22 condition again 01T10:12',
      'R#2 01T11:00-01T11:10 condition times 01T11:00 Serious#1',
      'R#3 01T12:00-01T12:10 condition',
      'R#4 01T13:00-01T13:10 condition times 01T13:00 Serious#2',
      'R#5 01T16:00-01T16:10 condition',
      'R#6 01T18:59-01T19:09 condition times 01T18:59 Serious#3',
      'Serious#1 01T11:00-01T11:10 condition from R#2',
      'Serious#2 01T13:00-01T13:10 condition from R#4',
      'Serious#3 01T18:59-01T19:09 condition from R#6',
    ],
  },
  {
    what: 'closing and opening at one instant, in declaration order: a risk held open by R closes with it unless it becomes true itself',
    group: risks(risk('R', TWO_IN_AN_HOUR, { escalations: [afterOpen('Serious', '10min')] }), SERIOUS),
    log: {
      covers: COVERS,
      rows: [...complaints('10:00', '10:15'), { at: '2025-03-01T11:00', kind: 'recall' }],
    },
    read: incidents,
    expected: [
      'R#1 01T10:15-01T11:00 condition open 01T10:25 Serious#1',
      'Serious#1 01T10:25-01T12:00 condition from R#1',
    ],
  },
  {
    what: 'evidence: both sides of `and`, the true sides of `or`, all under `not`; senders by target, except that a message has its own',
    group: risks(
      risk(
        'R',
        both(
          either(compares(count('complaint', within('1h')), '>=', 2), compares(count('recall', within('1h')), '>=', 9)),
          negated(compares(count('message', within('1h')), '>=', 9)),
        ),
        {
          actions: [
            call('notify', { who: matched('sender'), text: matched('message') }),
            call('warn', { member: matched('member') }),
          ],
        },
      ),
    ),
    log: {
      covers: COVERS,
      names: { b: 'Bo' },
      rows: [
        { at: '2025-03-01T10:00', kind: 'message', member: 'c', id: 'm1', target: 'b' },
        { at: '2025-03-01T10:01', kind: 'message', member: 'b', id: 'm2' },
        { at: '2025-03-01T10:02', kind: 'recall', member: 'd', target: 'm1' },
        { at: '2025-03-01T10:03', kind: 'complaint', member: 'a', target: 'm2' },
        { at: '2025-03-01T10:04', kind: 'complaint', member: 'a', target: 'nobody' },
      ],
    },
    read: (outcome) => [
      outcome.risks[0]?.incidents[0]?.evidence.events.map((event) => event.line),
      outcome.risks[0]?.incidents[0]?.senders,
      outcome.actions.records.map((record) => record.arguments.map((argument) => argument.value)),
    ],
    expected: [
      [1, 2, 4, 5],
      ['c', 'b', 'a'],
      [
        [
          { kind: 'members', members: ['c', 'b', 'a'] },
          {
            kind: 'messages',
            evidence: {
              count: 2,
              events: [
                { file: 0, line: 1, at: '2025-03-01T10:00:00.000Z', id: null },
                { file: 0, line: 2, at: '2025-03-01T10:01:00.000Z', id: null },
              ],
            },
          },
        ],
        [{ kind: 'members', members: [] }],
      ],
    ],
  },
  {
    what: 'distinct, current hours, and the spellings of a category in a filter on `about`',
    group: risks(
      risk(
        'R',
        compares(
          aggregate({
            function: 'distinct',
            signals: ['complaint'],
            field: 'member',
            window: per('hour'),
            where: fieldIn('about', { name: 'ad', spellings: ['ad', '广告'] }),
          }),
          '>=',
          2,
        ),
      ),
    ),
    log: {
      covers: COVERS,
      rows: [
        { at: '2025-03-01T10:10', kind: 'complaint', member: 'a', about: 'ad' },
        { at: '2025-03-01T10:20', kind: 'complaint', member: 'a', about: '广告' },
        { at: '2025-03-01T10:30', kind: 'complaint', member: 'b', about: 'other' },
        { at: '2025-03-01T10:40', kind: 'complaint', member: 'b', about: '广告' },
        { at: '2025-03-01T10:50', kind: 'complaint', member: 'c' },
      ],
    },
    // Unknown from 11:00:00, false at the end of that hour.
    read: (outcome) => [incidents(outcome), outcome.risks[0]?.incidents[0]?.senders],
    expected: [['R#1 01T10:40-01T11:59:59.999999 condition'], ['a', 'b']],
  },
];
