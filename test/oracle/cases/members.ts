import { micros } from '../log-builder.ts';
import { compares, count, intrinsic, length, negated, since, stage, tier, within } from '../policy-builder.ts';
import type { HandCase } from './case.ts';

/** Which members are in the only tier, by day. */
function byDay(outcome: Parameters<HandCase['read']>[0]): unknown {
  return outcome.tiers[0]?.byDay;
}

export const MEMBER_CASES: HandCase[] = [
  {
    what: 'a join starts, a leave ends, and the instant of leaving is outside',
    group: {},
    log: {
      rows: [
        { at: '2025-03-01T10:00', kind: 'join', member: 'a' },
        { at: '2025-03-01T10:00', kind: 'join', member: 'b' },
        { at: '2025-03-02T23:59:59.999999', kind: 'leave', member: 'a' },
        { at: '2025-03-03T10:00', kind: 'message', member: 'b' },
      ],
    },
    read: ({ days, members }) => ({ days, members }),
    expected: {
      days: { from: '2025-03-01', to: '2025-03-03', count: 3 },
      members: { atEnd: 1, byDay: [2, 1, 1], joined: 2, left: 1, capacity: null, nickname: null },
    },
  },
  {
    what: 'leaving and then joining at one instant, in log order, leaves somebody in; joining and then leaving, out',
    group: {},
    log: {
      rows: [
        { at: '2025-03-01T10:00', kind: 'leave', member: 'a' },
        { at: '2025-03-01T10:00', kind: 'join', member: 'a' },
        { at: '2025-03-01T10:00', kind: 'join', member: 'b' },
        { at: '2025-03-01T10:00', kind: 'leave', member: 'b' },
      ],
    },
    read: ({ members }) => [members.atEnd, members.joined, members.left],
    expected: [1, 2, 1],
  },
  {
    what: 'other events also start a membership, but are not joins; a second join changes nothing; a leaver who speaks is back',
    group: {},
    log: {
      rows: [
        { at: '2025-03-01T10:00', kind: 'message', member: 'a' },
        { at: '2025-03-01T11:00', kind: 'join', member: 'a' },
        { at: '2025-03-02T11:00', kind: 'leave', member: 'a' },
        { at: '2025-03-03T11:00', kind: 'message', member: 'a' },
      ],
    },
    read: ({ members }) => [members.byDay, members.joined, members.left],
    expected: [[1, 0, 1], 0, 1],
  },
  {
    what: 'bots and the system are not members; their messages count for the group',
    group: { tiers: [tier('any', compares(count('message', within('1d')), '==', 3))] },
    log: {
      rows: [
        { at: '2025-03-01T10:00', kind: 'message', member: 'a' },
        { at: '2025-03-01T11:00', kind: 'message', member: 'robot' },
        { at: '2025-03-01T11:30', kind: 'message', member: null },
        { at: '2025-03-01T12:00', kind: 'reaction', member: 'robot', role: 'bot' },
      ],
    },
    read: (outcome) => [outcome.members.byDay, byDay(outcome), outcome.messages],
    expected: [[1], [1], 3],
  },
  {
    what: 'a roster adds people who never spoke: from the beginning, or from their date if that is later',
    group: {},
    log: {
      covers: { from: micros('2025-03-01T12:00'), to: micros('2025-03-05T12:00') },
      rows: [{ at: '2025-03-04T10:00', kind: 'message', member: 'a' }],
    },
    roster: [
      { member: 'b', name: null, role: null, joined: null },
      { member: 'c', name: null, role: null, joined: micros('2025-03-03T00:00') },
      { member: 'd', name: null, role: 'bot', joined: null },
      { member: 'e', name: null, role: null, joined: micros('2025-02-01T00:00') },
    ],
    read: ({ days, members }) => [days.from, members.byDay, members.joined],
    expected: ['2025-03-01', [2, 2, 3, 4, 4], 1],
  },
  {
    what: 'a join as the first event replaces the roster; then nobody is in before it',
    group: {},
    log: {
      covers: { from: micros('2025-03-01T12:00'), to: micros('2025-03-05T12:00') },
      rows: [{ at: '2025-03-04T10:00', kind: 'join', member: 'a' }],
    },
    roster: [{ member: 'a', name: null, role: null, joined: micros('2025-03-02T00:00') }],
    read: ({ days, members }) => [days.from, members.byDay, members.joined],
    expected: ['2025-03-04', [1, 1], 1],
  },
  {
    what: "tenure is exact from a join, a lower bound from a first message, exact from a roster's date however early",
    group: {
      tiers: [
        tier('old', compares(intrinsic('tenure'), '>=', length('2d'))),
        tier('new', compares(intrinsic('tenure'), '<', length('2d'))),
      ],
    },
    log: {
      rows: [
        { at: '2025-03-01T00:00', kind: 'join', member: 'joined' },
        { at: '2025-03-01T00:00', kind: 'message', member: 'spoke' },
      ],
    },
    roster: [{ member: 'listed', name: null, role: null, joined: micros('2025-02-01T00:00') }],
    // At the end of the day tenure is 1d − 1µs for the first, at least that for the second, a month for the third.
    read: ({ tiers, untiered }) => [
      tiers.map((each) => [each.members, each.unknownAtEnd, each.unknowns.reasons.unknownStart]),
      untiered.members,
    ],
    expected: [
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
      1,
    ],
  },
  {
    what: "since: exact after a match; else exact from a join, and a lower bound for people there before, with or without a roster's date",
    group: {
      tiers: [
        tier('idle', compares(since('message', 'member'), '>=', length('36h'))),
        tier('fresh', negated(compares(since('message', 'member'), '>=', length('36h')))),
      ],
    },
    log: {
      rows: [
        { at: '2025-03-01T00:00', kind: 'join', member: 'joined' },
        { at: '2025-03-01T13:00', kind: 'reaction', member: 'seen' },
        { at: '2025-03-01T13:00', kind: 'message', member: 'seen' },
        { at: '2025-03-01T13:00', kind: 'reaction', member: 'reacted' },
      ],
    },
    roster: [{ member: 'listed', name: null, role: null, joined: micros('2025-02-01T00:00') }],
    // After one day: joined 1d − 1µs exactly (fresh), seen 11h − 1µs (fresh), reacted and listed at least 11h and 1d (unknown).
    read: ({ tiers }) => tiers.map((each) => [each.members, each.unknownAtEnd]),
    expected: [
      [0, 2],
      [2, 2],
    ],
  },
  {
    what: 'since looks no further back than the current membership',
    group: { tiers: [tier('idle', compares(since('message', 'member'), '<', length('12h')))] },
    log: {
      rows: [
        { at: '2025-03-01T01:00', kind: 'join', member: 'a' },
        { at: '2025-03-01T20:00', kind: 'message', member: 'a' },
        { at: '2025-03-01T21:00', kind: 'leave', member: 'a' },
        { at: '2025-03-01T22:00', kind: 'join', member: 'a' },
        { at: '2025-03-02T09:00', kind: 'message', member: 'b' },
      ],
    },
    // Day 1 ends 2h after the new join; day 2 ends 26h after it, and 15h after b's message.
    read: byDay,
    expected: [1, 0],
  },
  {
    what: 'capacity is checked at the ends of days, nicknames for members at the end with a known name',
    group: { capacity: 1, nickname: { pattern: '^.+-.+$', ignoreCase: false } },
    log: {
      names: { b: 'Bo-Beijing', c: 'Cy', d: 'Dan' },
      rows: [
        { at: '2025-03-01T10:00', kind: 'join', member: 'a' },
        { at: '2025-03-01T11:00', kind: 'join', member: 'd' },
        { at: '2025-03-01T12:00', kind: 'leave', member: 'd' },
        { at: '2025-03-02T10:00', kind: 'join', member: 'b' },
        { at: '2025-03-02T10:00', kind: 'join', member: 'c' },
      ],
    },
    read: ({ members }) => [members.capacity, members.nickname],
    expected: [
      { limit: 1, peak: 3, daysOver: 1 },
      { checked: 2, mismatched: 1, examples: ['Cy'] },
    ],
  },
  {
    what: 'age: exact from `founded`, else a lower bound from the first event, exact in a complete log',
    group: {
      timezone: 'America/New_York',
      founded: '2025-03-08T00:00',
      lifecycle: {
        range: { file: 0, startOffset: 0, endOffset: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
        moves: [],
        stages: [stage('old', compares(intrinsic('age'), '>', length('47h'))), stage('young', null)],
      },
    },
    // Clocks go forward on 9 March: the second day ends 47h − 1µs after the founding.
    log: {
      rows: [
        { at: '2025-03-08T12:00', kind: 'message', member: 'a' },
        { at: '2025-03-10T12:00', kind: 'message', member: 'a' },
      ],
    },
    read: ({ lifecycle }) => lifecycle?.stretches,
    expected: [
      { stage: 'young', from: '2025-03-08', to: '2025-03-09' },
      { stage: 'old', from: '2025-03-10', to: '2025-03-10' },
    ],
  },
];
