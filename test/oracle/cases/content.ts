import type { Category, Content } from '@steward/policy';
import { micros } from '../log-builder.ts';
import { call, contains, duration, fieldIn, matched, RANGE, ratio } from '../policy-builder.ts';
import type { HandCase } from './case.ts';

const CATEGORIES: Category[] = [
  { name: 'ad', label: '广告', range: RANGE, when: fieldIn('media', 'link', 'miniapp') },
  { name: 'insight', label: '干货', range: RANGE, when: contains('how to') },
];

function content(more: Partial<Content>): HandCase['group'] {
  return { content: { categories: CATEGORIES, mixes: [], caps: [], bans: [], slots: [], ...more } };
}

const MIXED: HandCase['log'] = {
  rows: [
    { at: '2025-03-01T08:00', kind: 'message', member: 'a', media: 'link', text: 'how to' },
    { at: '2025-03-01T09:00', kind: 'message', member: 'b', text: 'How to win' },
    { at: '2025-03-01T10:00', kind: 'message', member: 'b', media: 'link', category: '干货' },
    { at: '2025-03-01T11:00', kind: 'message', member: 'b', text: 'hello', category: 'insights' },
    { at: '2025-03-01T12:00', kind: 'share', member: 'b', media: 'link' },
    { at: '2025-03-02T09:00', kind: 'message', member: 'a', media: 'link' },
    { at: '2025-03-02T09:00', kind: 'message', member: 'a' },
    { at: '2025-03-02T23:00', kind: 'message', member: null, media: 'link' },
    { at: '2025-03-03T00:30', kind: 'message', member: 'a', text: 'how to sleep' },
    { at: '2025-03-05T00:30', kind: 'reaction', member: 'a' },
  ],
};

export const CONTENT_CASES: HandCase[] = [
  {
    what: "the log's own category, by name or label, else the first true category, else none; only messages",
    group: content({}),
    log: MIXED,
    read: ({ content: result }) => [result.categories, result.uncategorised],
    expected: [
      [
        { category: 'ad', messages: 3 },
        { category: 'insight', messages: 3 },
      ],
      2,
    ],
  },
  {
    what: 'a mix: shares among messages in its categories, kept if within the tolerance, empty without such messages',
    group: content({
      mixes: [
        {
          period: 'day',
          tolerance: ratio(1, 6),
          shares: [
            { category: 'insight', share: ratio(1, 2), range: RANGE },
            { category: 'ad', share: ratio(1, 2), range: RANGE },
          ],
          range: RANGE,
        },
      ],
    }),
    log: MIXED,
    // Two of three insights on the 1st are off by exactly 1/6.
    read: ({ content: { mixes } }) => mixes[0],
    expected: {
      period: 'day',
      tolerance: { numerator: 1, denominator: 6 },
      shares: [
        {
          category: 'insight',
          target: { numerator: 1, denominator: 2 },
          messages: 3,
          actual: { numerator: 1, denominator: 2 },
        },
        {
          category: 'ad',
          target: { numerator: 1, denominator: 2 },
          messages: 3,
          actual: { numerator: 1, denominator: 2 },
        },
      ],
      messages: 6,
      periods: [
        { start: '2025-03-01', messages: [2, 1], verdict: 'kept' },
        { start: '2025-03-02', messages: [0, 2], verdict: 'missed' },
        { start: '2025-03-03', messages: [1, 0], verdict: 'missed' },
        { start: '2025-03-04', messages: [0, 0], verdict: 'empty' },
        { start: '2025-03-05', messages: [0, 0], verdict: 'empty' },
      ],
      kept: 1,
      missed: 2,
      empty: 2,
      unknowns: {
        evaluations: 5,
        unknown: 0,
        missingSignals: [],
        reasons: {
          missingSignal: 0,
          unknownRole: 0,
          unknownMedia: 0,
          beforeLog: 0,
          unknownStart: 0,
          periodRunning: 0,
          noBase: 0,
        },
      },
    },
  },
  {
    what: 'a cap: share of all messages, exceeded only above the limit; a week that began before the log is unknown',
    group: content({
      caps: [
        { category: 'ad', share: ratio(1, 4), period: 'day', range: RANGE },
        { category: 'ad', share: ratio(1, 4), period: 'week', range: RANGE },
      ],
    }),
    log: MIXED,
    // 1 March 2025 is a Saturday.
    read: ({ content: { caps } }) =>
      caps.map((cap) => [cap.periods, cap.kept, cap.exceeded, cap.evidence, cap.unknowns.reasons.beforeLog]),
    expected: [
      [
        [
          { start: '2025-03-01', messages: 1, of: 4, verdict: 'kept' },
          { start: '2025-03-02', messages: 2, of: 3, verdict: 'exceeded' },
          { start: '2025-03-03', messages: 0, of: 1, verdict: 'kept' },
          { start: '2025-03-04', messages: 0, of: 0, verdict: 'empty' },
          { start: '2025-03-05', messages: 0, of: 0, verdict: 'empty' },
        ],
        2,
        1,
        {
          count: 2,
          events: [
            { file: 0, line: 6, at: '2025-03-02T09:00:00.000Z', id: null },
            { file: 0, line: 8, at: '2025-03-02T23:00:00.000Z', id: null },
          ],
        },
        0,
      ],
      [[{ start: '2025-02-24', messages: 3, of: 7, verdict: 'unknown' }], 0, 0, { count: 0, events: [] }, 1],
    ],
  },
  {
    what: 'mixes and caps are unknown if the log cannot show messages; slots only if no message is seen to keep them',
    group: content({
      caps: [{ category: 'ad', share: ratio(1, 4), period: 'day', range: RANGE }],
      slots: [{ label: 'morning', from: 480, to: 540, category: 'ad', range: RANGE }],
    }),
    log: { rows: MIXED.rows.slice(0, 6) },
    shows: ['share'],
    read: ({ content: { caps, slots } }) => [
      caps[0]?.periods.map((period) => period.verdict),
      caps[0]?.unknowns,
      slots[0],
    ],
    expected: [
      ['unknown', 'unknown'],
      {
        evaluations: 2,
        unknown: 2,
        missingSignals: ['message'],
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
      // 08:00 is in [08:00, 09:00); 09:00 is not.
      { slot: 'morning', category: 'ad', byDay: ['kept', 'unknown'], kept: 1, missed: 0 },
    ],
  },
  {
    what: 'a slot over midnight belongs to the day on which it starts, and is open on the last day',
    group: content({
      slots: [
        { label: 'night', from: 1_380, to: 60, category: 'insight', range: RANGE },
        { label: 'night ads', from: 1_380, to: 60, category: 'ad', range: RANGE },
      ],
    }),
    log: MIXED,
    read: ({ content: { slots } }) => slots.map((slot) => slot.byDay),
    expected: [
      ['missed', 'kept', 'missed', 'missed', 'unknown'],
      ['missed', 'kept', 'missed', 'missed', 'unknown'],
    ],
  },
  {
    what: 'a ban: every message with a banned word, each sender once; its actions run at the event',
    group: content({
      bans: [
        {
          lexicon: 'words',
          words: ['HOW', 'hello'],
          actions: [
            call('recall'),
            call('mute', { member: matched('sender'), length: { kind: 'duration', value: duration('22h') } }),
          ],
          range: RANGE,
        },
      ],
    }),
    log: MIXED,
    // Muted at 08:00 (a: nothing until 06:00), 09:00 (b: the messages at 10:00 and 11:00 and the share), 11:00 (b: the share is taken).
    read: ({ content: { bans }, actions }) => [
      bans[0]?.evidence.events.map((event) => event.line),
      bans[0]?.members,
      actions.byAction,
      actions.records.filter((record) => record.action === 'mute').map((record) => [record.at, record.prevented]),
      actions.records[1]?.arguments,
    ],
    expected: [
      [1, 2, 4, 9],
      2,
      [
        { action: 'mute', count: 4, prevented: 3 },
        { action: 'recall', count: 4, prevented: 0 },
      ],
      [
        ['2025-03-01T08:00:00.000Z', 0],
        ['2025-03-01T09:00:00.000Z', 3],
        ['2025-03-01T11:00:00.000Z', 0],
        ['2025-03-03T00:30:00.000Z', 0],
      ],
      [
        { parameter: 'member', value: { kind: 'members', members: ['a'] } },
        { parameter: 'length', value: { kind: 'text', text: '22h' } },
      ],
    ],
  },
  {
    what: 'lists the first thousand actions and the last twenty events of evidence; counts all',
    group: content({ bans: [{ lexicon: 'words', words: ['spam'], actions: [call('recall')], range: RANGE }] }),
    log: {
      rows: Array.from({ length: 1_005 }, (_, index) => ({
        at: micros('2025-03-01T00:00') + index,
        kind: 'message' as const,
        member: 'a',
        text: 'spam',
      })),
    },
    read: ({ content: { bans }, actions }) => [
      actions.total,
      actions.byAction,
      actions.records.length,
      actions.records.at(-1)?.at,
      bans[0]?.evidence.count,
      bans[0]?.evidence.events.map((event) => event.line),
    ],
    expected: [
      1_005,
      [{ action: 'recall', count: 1_005, prevented: 0 }],
      1_000,
      '2025-03-01T00:00:00.000999Z',
      1_005,
      Array.from({ length: 20 }, (_, index) => 986 + index),
    ],
  },
  {
    what: 'hours of a day on which the clock goes back: the repeated hour is one period',
    group: {
      ...content({ caps: [{ category: 'ad', share: ratio(1, 2), period: 'hour', range: RANGE }] }),
      timezone: 'America/New_York',
    },
    log: {
      covers: { from: micros('2025-11-02T05:30'), to: micros('2025-11-02T07:30') },
      rows: [
        { at: '2025-11-02T05:30', kind: 'message', member: 'a', media: 'link' },
        { at: '2025-11-02T06:30', kind: 'message', member: 'a' },
        { at: '2025-11-02T07:00', kind: 'message', member: 'a', media: 'link' },
      ],
    },
    // 05:30Z and 06:30Z are both 01:30 local, 07:00Z is 02:00. Hour 0 ends before the first event.
    read: ({ content: { caps } }) => caps[0]?.periods.slice(0, 3),
    expected: [
      { start: '2025-11-02T01:00', messages: 1, of: 2, verdict: 'kept' },
      { start: '2025-11-02T02:00', messages: 1, of: 1, verdict: 'exceeded' },
      { start: '2025-11-02T03:00', messages: 0, of: 0, verdict: 'empty' },
    ],
  },
];
