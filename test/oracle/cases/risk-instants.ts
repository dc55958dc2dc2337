/** At which instants the condition of a risk is evaluated. */
import { micros } from '../log-builder.ts';
import { ALL, compares, count, intrinsic, length, risk, since, trend, within } from '../policy-builder.ts';
import type { HandCase } from './case.ts';
import { COVERS, incidents, risks } from './risk-incidents.ts';

export const RISK_INSTANT_CASES: HandCase[] = [
  {
    what: 'since and age reach a constant at an instant of their own',
    group: risks(
      risk('Silence', compares(since('message'), '>=', length('2h'))),
      risk('Long silence', compares(length('3h'), '<', since('message'))),
      risk('Old', compares(intrinsic('age'), '==', length('5h'))),
    ),
    log: {
      covers: COVERS,
      rows: [
        { at: '2025-03-01T10:00', kind: 'message', member: 'a' },
        { at: '2025-03-01T12:00:00.000001', kind: 'message', member: 'a' },
        { at: '2025-03-01T13:00', kind: 'message', member: 'a' },
        { at: '2025-03-01T20:00', kind: 'message', member: 'a' },
      ],
    },
    complete: true,
    // Old is true at 15:00 alone: it closes one microsecond later.
    read: incidents,
    expected: [
      'Silence#1 01T12:00-01T12:00:00.000001 condition',
      'Silence#2 01T15:00-01T20:00 condition',
      'Silence#3 01T22:00-open null',
      'Long silence#1 01T16:00:00.000001-01T20:00 condition',
      'Long silence#2 01T23:00:00.000001-open null',
      'Old#1 01T15:00-01T15:00:00.000001 condition',
    ],
  },
  {
    what: 'a since without a match counts from the founding, and reaches a constant',
    group: risks(risk('Silence', compares(since('recall'), '>=', length('3h')))),
    log: {
      covers: COVERS,
      founded: micros('2025-03-01T08:00'),
      rows: [
        { at: '2025-03-01T10:00', kind: 'message', member: 'a' },
        { at: '2025-03-01T20:00', kind: 'message', member: 'a' },
      ],
    },
    read: incidents,
    expected: ['Silence#1 01T11:00-open null'],
  },
  {
    what: 'a trend over hours is also evaluated when events leave the preceding window',
    group: risks(risk('Fall', trend(count('message', within('1h')), 'falls', 50, within('1h')))),
    log: {
      covers: COVERS,
      rows: [
        { at: '2025-03-01T10:00', kind: 'message' },
        { at: '2025-03-01T10:30', kind: 'message' },
      ],
    },
    // At 11:00 the base is 1 and so is the hour; at 11:30 the base is 2 against 0; at 12:00 it is 1 against 0; at 12:30 nothing to fall from.
    read: incidents,
    expected: ['Fall#1 01T11:30-open null'],
  },
  {
    what: 'the first evaluation is at the start of the first evaluated day, before any event',
    group: risks(risk('Empty', compares(count('message', ALL), '==', 0))),
    log: { rows: [{ at: '2025-03-01T10:00', kind: 'message' }] },
    complete: true,
    read: incidents,
    expected: ['Empty#1 01T00:00-01T10:00 condition'],
  },
];
