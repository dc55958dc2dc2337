/** An Outcome as ten days of the VIP group of `beauty.ts` give it, small enough to be read. */
import type { Evidence, GroupOutcome, Outcome, Unknowns } from '@steward/simulator';
import { ratio } from './beauty.ts';

const DAYS = 10;
const byDay = <Value>(value: (day: number) => Value): Value[] => Array.from({ length: DAYS }, (_, day) => value(day));

const decided = (evaluations: number): Unknowns => ({
  evaluations,
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
});

const blind = (evaluations: number, unknown: number): Unknowns => ({
  ...decided(evaluations),
  unknown,
  missingSignals: ['read'],
  reasons: {
    missingSignal: unknown,
    unknownRole: 0,
    unknownMedia: 0,
    beforeLog: 0,
    unknownStart: 0,
    periodRunning: 0,
    noBase: 0,
  },
});

const early = (evaluations: number, unknown: number): Unknowns => ({
  ...decided(evaluations),
  unknown,
  reasons: {
    missingSignal: 0,
    unknownRole: 0,
    unknownMedia: 0,
    beforeLog: unknown,
    unknownStart: 0,
    periodRunning: 0,
    noBase: 0,
  },
});

const evidence = (...lines: number[]): Evidence => ({
  count: lines.length,
  events: lines.map((line) => ({ file: 0, line, at: '2025-03-04T13:05:00.000Z', id: `m${line}` })),
});

export const group: GroupOutcome = {
  policy: 'BeautyVIP',
  kind: 'service',
  group: 'vip-001',
  groupName: 'VIP 一群',
  timezone: 'Asia/Shanghai',
  days: { from: '2025-03-01', to: '2025-03-10', count: DAYS },
  events: 12_345,
  messages: 8_210,
  members: {
    atEnd: 186,
    byDay: byDay((day) => 150 + day * 4),
    joined: 42,
    left: 11,
    capacity: { limit: 500, peak: 187, daysOver: 0 },
    nickname: { checked: 180, mismatched: 9, examples: ['小李', '阿强', '路人'] },
  },
  tiers: [
    {
      tier: 'Core',
      members: 37,
      byDay: byDay((day) => 20 + day * 2),
      inGrace: 2,
      unknownAtEnd: 0,
      entered: 60,
      left: 23,
      tasks: [{ title: '每周一篇', done: 20, open: 15, unknown: 2 }],
      unknowns: early(1_860, 900),
    },
    {
      tier: 'Silent',
      members: 0,
      byDay: byDay(() => 0),
      inGrace: 0,
      unknownAtEnd: 149,
      entered: 0,
      left: 0,
      tasks: [],
      unknowns: blind(1_500, 1_500),
    },
    {
      tier: 'Regular',
      members: 149,
      byDay: byDay((day) => 130 + day * 2),
      inGrace: 0,
      unknownAtEnd: 0,
      entered: 220,
      left: 71,
      tasks: [],
      unknowns: decided(1_500),
    },
  ],
  untiered: { members: 0, byDay: byDay(() => 0) },
  transitions: [
    { from: { kind: 'tier', tier: 'Core' }, to: { kind: 'tier', tier: 'Regular' }, count: 21 },
    { from: { kind: 'tier', tier: 'Regular' }, to: { kind: 'tier', tier: 'Core' }, count: 38 },
    { from: { kind: 'outside' }, to: { kind: 'tier', tier: 'Regular' }, count: 190 },
  ],
  names: [],
  roles: { people: [], unknown: 0, absent: [], roster: null },
  memberHistories: null,
  content: {
    categories: [
      { category: 'insight', messages: 3_000 },
      { category: 'ad', messages: 500 },
    ],
    uncategorised: 710,
    undecided: 0,
    mixes: [
      {
        period: 'day',
        tolerance: ratio(1, 10),
        shares: [
          { category: 'insight', target: ratio(2, 5), messages: 3_000, actual: ratio(2, 5) },
          { category: 'notice', target: ratio(3, 10), messages: 4_000, actual: ratio(8, 15) },
          { category: 'light', target: ratio(3, 10), messages: 500, actual: ratio(1, 15) },
        ],
        messages: 7_500,
        periods: byDay((day) => ({
          start: `2025-03-${String(day + 1).padStart(2, '0')}`,
          messages: [300, 400, 50],
          verdict: day < 7 ? ('missed' as const) : ('kept' as const),
        })),
        kept: 3,
        missed: 7,
        empty: 0,
        unknowns: decided(10),
      },
    ],
    caps: [
      {
        category: 'ad',
        period: 'day',
        limit: ratio(3, 20),
        periods: byDay((day) => ({
          start: `2025-03-${String(day + 1).padStart(2, '0')}`,
          messages: day === 3 ? 14 : 2,
          of: 61,
          verdict: day === 3 ? ('exceeded' as const) : ('kept' as const),
        })),
        kept: 9,
        exceeded: 1,
        evidence: evidence(120, 131, 140),
        unknowns: decided(10),
      },
    ],
    bans: [{ lexicon: 'Sensitive', evidence: evidence(131), members: 1 }],
    slots: [
      {
        slot: '早报攻略',
        category: 'insight',
        byDay: byDay((day) => (day === 8 ? ('missed' as const) : ('kept' as const))),
        kept: 9,
        missed: 1,
      },
    ],
  },
  health: [
    {
      dimension: 'activity',
      byDay: byDay((day) => (day >= 3 && day < 8 ? ('breach' as const) : ('healthy' as const))),
      goals: [
        {
          byDay: byDay((day) => (day >= 3 && day < 8 ? ('breach' as const) : ('healthy' as const))),
          measures: [{ text: 'messages_per_member per day', byDay: byDay((day) => ratio(40 + day * 2, 10)) }],
          unknowns: decided(DAYS),
        },
        {
          byDay: byDay((day) => (day < 8 ? ('unknown' as const) : ('healthy' as const))),
          measures: [{ text: 'messages per week', byDay: byDay((day) => (day < 1 ? null : ratio(5_000, 1))) }],
          unknowns: early(DAYS, 8),
        },
      ],
      breaches: [
        { from: '2025-03-04', to: '2025-03-08', breachDays: 5, responses: [{ response: 0, on: '2025-03-06' }] },
      ],
      unknowns: decided(DAYS),
    },
    {
      dimension: 'reach',
      byDay: byDay(() => 'unknown' as const),
      goals: [
        {
          byDay: byDay(() => 'unknown' as const),
          measures: [{ text: 'reach_rate per day', byDay: byDay(() => null) }],
          unknowns: blind(DAYS, DAYS),
        },
      ],
      breaches: [],
      unknowns: blind(DAYS, DAYS),
    },
  ],
  risks: [
    {
      risk: 'Routine',
      incidents: [
        {
          id: 'Routine#1',
          opened: '2025-03-04T13:13:00.000Z',
          closed: '2025-03-04T16:00:00.000Z',
          closedBy: 'condition',
          reopened: ['2025-03-04T14:20:00.000Z'],
          escalatedFrom: null,
          escalations: [{ at: '2025-03-04T15:13:00.000Z', to: 'Serious', rule: 'open' }],
          onDuty: ['moderator'],
          evidence: evidence(120, 122, 125, 131),
          senders: ['小李'],
        },
      ],
      escalated: 1,
      openAtEnd: 0,
      unknowns: decided(DAYS),
    },
    {
      risk: 'Serious',
      incidents: [
        {
          id: 'Serious#1',
          opened: '2025-03-04T15:13:00.000Z',
          closed: null,
          closedBy: null,
          reopened: [],
          escalatedFrom: 'Routine#1',
          escalations: [],
          onDuty: [],
          evidence: evidence(120, 122, 125, 131),
          senders: ['小李'],
        },
      ],
      escalated: 0,
      openAtEnd: 1,
      unknowns: decided(DAYS),
    },
  ],
  campaigns: [
    {
      campaign: 'Referral',
      runs: [
        {
          start: '2025-03-01T12:00:00.000Z',
          end: '2025-03-08T12:00:00.000Z',
          cause: 'planned',
          held: null,
          phases: [
            { phase: 'preheat', from: '2025-03-01T12:00:00.000Z', to: '2025-03-03T12:00:00.000Z', state: 'done' },
            { phase: 'burst', from: '2025-03-03T12:00:00.000Z', to: '2025-03-04T12:00:00.000Z', state: 'paused' },
          ],
          goals: [{ verdict: 'missed', value: ratio(2_999, 10_000) }],
          pausedAt: '2025-03-03T20:00:00.000Z',
        },
      ],
      planned: 1,
      held: null,
    },
  ],
  cadence: [
    {
      size: 'medium',
      period: 'week',
      target: 2,
      periods: [{ start: '2025-03-03', planned: 1, held: null, verdict: 'under' }],
      under: 1,
      met: 0,
      over: 0,
    },
  ],
  lifecycle: {
    current: 'Startup',
    stretches: [
      { stage: null, from: '2025-03-01', to: '2025-03-02' },
      { stage: 'Startup', from: '2025-03-03', to: '2025-03-10' },
    ],
    blocked: [{ on: '2025-03-09', from: 'Startup', to: 'Growth' }],
    stages: [
      { stage: 'Startup', days: 8, unknowns: decided(DAYS) },
      { stage: 'Growth', days: 0, unknowns: decided(DAYS) },
    ],
  },
  actions: {
    total: 3,
    byAction: [
      { action: 'warn', count: 1, prevented: 0 },
      { action: 'mute', count: 1, prevented: 17 },
      { action: 'start', count: 1, prevented: 0 },
    ],
    records: [
      {
        at: '2025-03-04T13:13:00.000Z',
        action: 'warn',
        cause: { kind: 'risk', risk: 'Routine', incident: 'Routine#1' },
        arguments: [{ parameter: 'who', value: { kind: 'members', members: ['小李'] } }],
        prevented: null,
      },
      {
        at: '2025-03-04T15:13:00.000Z',
        action: 'mute',
        cause: { kind: 'risk', risk: 'Serious', incident: 'Serious#1' },
        arguments: [{ parameter: 'who', value: { kind: 'members', members: ['小李'] } }],
        prevented: 17,
      },
      {
        at: '2025-03-06T15:59:59.999999Z',
        action: 'start',
        cause: { kind: 'health', dimension: 'activity', response: 0 },
        arguments: [{ parameter: 'what', value: { kind: 'reference', to: 'campaign', name: 'Referral' } }],
        prevented: null,
      },
    ],
  },
};

export function outcomeOf(groups: GroupOutcome[]): Outcome {
  return {
    format: 'steward-outcome/1',
    log: { files: ['logs/vip.jsonl'], shows: ['message'], complete: false, events: 12_345, messages: 8_210 },
    groups,
    unbound: [{ group: 'other', groupName: null, events: 12 }],
    rollups: [
      {
        policy: 'BeautyVIP',
        groups: groups.length,
        events: 12_345 * groups.length,
        messages: 8_210 * groups.length,
        members: 186 * groups.length,
        tiers: [
          { tier: 'Core', members: 37 * groups.length },
          { tier: 'Silent', members: 0 },
          { tier: 'Regular', members: 149 * groups.length },
        ],
        untiered: 0,
        mixes: [
          {
            period: 'day',
            shares: [{ category: 'insight', target: ratio(2, 5), messages: 3_000 * groups.length }],
            messages: 7_500 * groups.length,
            kept: 3 * groups.length,
            missed: 7 * groups.length,
          },
        ],
        caps: [{ category: 'ad', period: 'day', exceeded: groups.length }],
        bans: [{ lexicon: 'Sensitive', messages: groups.length }],
        health: [
          { dimension: 'activity', breaches: groups.length, groupsInBreachAtEnd: 0 },
          { dimension: 'reach', breaches: 0, groupsInBreachAtEnd: 0 },
        ],
        risks: [{ risk: 'Routine', incidents: groups.length, escalated: groups.length, openAtEnd: 0 }],
        actions: [{ action: 'mute', count: groups.length, prevented: 17 * groups.length }],
        stages: [{ stage: 'Startup', groups: groups.length }],
      },
    ],
  };
}
