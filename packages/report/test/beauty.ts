/** A policy and an Outcome as a month of a VIP group gives them, small enough to be read. Ranges point into {@link SOURCE}. */
import {
  type ActionCall,
  type Condition,
  type Constant,
  POLICY_FORMAT,
  type Policy,
  type Quantity,
  type Rational,
  type SourceRange,
  type Unit,
} from '@steward/policy';
import type { Evidence, GroupOutcome, Outcome, Unknowns } from '@steward/simulator';

export const SOURCE = `group BeautyVIP "美妆品牌VIP客户群" : service {
  tier Core     "核心用户" { when top 20% by active_days in 7d }
  tier Silent   "沉默用户" { when interactions in 30d < 2 and
                              open_rate in 30d < 40% }
  tier Regular  "普通用户" { otherwise }
  risk Routine "常规风险" { when count(complaint where about == ad) per day > 3 }
  risk Serious "中级风险" { when count(message where text contains Sensitive) in 1h >= 3 }
  health activity "活跃度" {
    healthy when messages_per_member per day > 5
    healthy when not messages per week falls by 20%
  }
  health reach "触达" { healthy when reach_rate per day > 75% }
  campaign Referral "老带新裂变" medium { goal participation_rate > 30% }
  stage Startup when age < 30d
}
`;

/** Where `text` stands in the source. */
function at(text: string): SourceRange {
  const startOffset = SOURCE.indexOf(text);
  if (startOffset < 0) throw new Error(`not in the source: ${text}`);
  const startLine = SOURCE.slice(0, startOffset).split('\n').length;
  const endOffset = startOffset + text.length;
  return { file: 0, startOffset, endOffset, startLine, startColumn: 1, endLine: startLine, endColumn: 1 };
}

export const sourceText = (range: SourceRange): string => SOURCE.slice(range.startOffset, range.endOffset);

const ratio = (numerator: number, denominator: number): Rational => ({ numerator, denominator });

function counted(text: string, unit: Unit, days: number | null): Quantity {
  return {
    kind: 'aggregate',
    function: 'count',
    parts: [{ signal: 'message', where: null }],
    signal: 'message',
    field: null,
    scope: 'group',
    window:
      days === null ? { kind: 'period', period: 'day' } : { kind: 'trailing', duration: { amount: days, unit: 'd' } },
    unit,
    range: at(text),
  };
}

const constant = (value: Rational, unit: Unit, text: string): Constant => ({
  kind: 'constant',
  value,
  unit,
  text,
  range: at(text),
});

function compare(text: string, left: Quantity, operator: '<' | '>' | '>=', right: Constant): Condition {
  return { kind: 'compare', operator, left, right, range: at(text) };
}

const call = (action: string, parameter: string, to: 'script' | 'campaign' | 'role', name: string): ActionCall => ({
  action,
  arguments: [{ parameter, value: { kind: 'reference', to, name } }],
  range: at('group'),
});

const silent: Condition = {
  kind: 'and',
  left: compare(
    'interactions in 30d < 2',
    counted('interactions', 'count', 30),
    '<',
    constant(ratio(2, 1), 'count', '2'),
  ),
  right: compare(
    'open_rate in 30d < 40%',
    counted('open_rate', 'ratio', 30),
    '<',
    constant(ratio(2, 5), 'ratio', '40%'),
  ),
  range: at('interactions in 30d < 2 and\n                              open_rate in 30d < 40%'),
};

export const policy: Policy = {
  format: POLICY_FORMAT,
  files: [{ path: 'beauty.group' }],
  groups: [
    {
      name: 'BeautyVIP',
      label: '美妆品牌VIP客户群',
      range: at('group BeautyVIP'),
      kind: 'service',
      match: ['vip-*'],
      platform: 'wecom',
      timezone: 'Asia/Shanghai',
      capacity: 500,
      purpose: null,
      nickname: { pattern: '^.+-.+$', ignoreCase: false },
      founded: null,
      roster: null,
      sample: null,
      tiers: [
        tier('Core', '核心用户', {
          kind: 'rank',
          direction: 'top',
          limit: { kind: 'share', share: ratio(1, 5) },
          measure: counted('active_days in 7d', 'count', 7),
          range: at('top 20% by active_days in 7d'),
        }),
        tier('Silent', '沉默用户', silent),
        tier('Regular', '普通用户', null),
      ],
      content: {
        categories: [],
        mixes: [],
        caps: [],
        bans: [],
        slots: [{ label: '早报攻略', from: 420, to: 540, category: 'insight', range: at('group') }],
      },
      health: [
        {
          name: 'activity',
          label: '活跃度',
          range: at('health activity'),
          goals: [
            {
              when: compare(
                'messages_per_member per day > 5',
                counted('messages_per_member', 'number', null),
                '>',
                constant(ratio(5, 1), 'number', '5'),
              ),
              for: null,
              range: at('healthy when messages_per_member per day > 5'),
            },
            {
              when: {
                kind: 'not',
                operand: {
                  kind: 'trend',
                  direction: 'falls',
                  measure: counted('messages per week', 'count', null),
                  window: { kind: 'period', period: 'week' },
                  by: ratio(1, 5),
                  range: at('messages per week falls by 20%'),
                },
                range: at('not messages per week falls by 20%'),
              },
              for: null,
              range: at('healthy when not messages per week falls by 20%'),
            },
          ],
          responses: [
            {
              for: { amount: 3, unit: 'd' },
              actions: [call('start', 'what', 'campaign', 'Referral')],
              range: at('group'),
            },
          ],
        },
        {
          name: 'reach',
          label: '触达',
          range: at('health reach'),
          goals: [
            {
              when: compare(
                'reach_rate per day > 75%',
                counted('reach_rate', 'ratio', null),
                '>',
                constant(ratio(3, 4), 'ratio', '75%'),
              ),
              for: null,
              range: at('healthy when reach_rate per day > 75%'),
            },
          ],
          responses: [],
        },
      ],
      risks: [
        risk('Routine', '常规风险', 'count(complaint where about == ad) per day > 3'),
        risk('Serious', '中级风险', 'count(message where text contains Sensitive) in 1h >= 3'),
      ],
      campaigns: [
        {
          name: 'Referral',
          label: '老带新裂变',
          range: at('campaign Referral'),
          size: 'medium',
          phases: [],
          goals: [
            {
              when: compare(
                'participation_rate > 30%',
                counted('participation_rate', 'ratio', null),
                '>',
                constant(ratio(3, 10), 'ratio', '30%'),
              ),
              range: at('goal participation_rate > 30%'),
            },
          ],
          starts: [],
        },
      ],
      cadence: [],
      lifecycle: {
        stages: [
          {
            name: 'Startup',
            label: '初创期',
            range: at('stage Startup'),
            when: null,
            for: null,
            focus: ['建立基础规则'],
          },
          { name: 'Growth', label: '成长期', range: at('stage Startup'), when: null, for: null, focus: [] },
        ],
        moves: [],
        range: at('stage'),
      },
      duty: [],
    },
  ],
  signals: [
    { name: 'message', label: null, alias: '发言', range: at('group'), parts: [] },
    { name: 'read', label: null, alias: '阅读', range: at('group'), parts: [] },
  ],
  metrics: [],
  actions: [
    { name: 'warn', label: null, alias: '警告', range: at('group'), parameters: [], needs: [], prevents: [] },
    { name: 'mute', label: null, alias: '禁言', range: at('group'), parameters: [], needs: [], prevents: ['message'] },
    { name: 'start', label: null, alias: '启动', range: at('group'), parameters: [], needs: [], prevents: [] },
  ],
  lexicons: [{ name: 'Sensitive', label: '敏感词库', range: at('Sensitive'), words: ['代购'] }],
  roles: [{ name: 'moderator', label: '管理员', range: at('group'), members: ['小美'] }],
  tools: [],
  scripts: [],
  scenarios: [],
};

function tier(name: string, label: string, when: Condition | null): Policy['groups'][number]['tiers'][number] {
  return {
    name,
    label,
    range: at(`tier ${name}`),
    color: null,
    when,
    grace: null,
    badge: name === 'Core' ? '👑' : null,
    benefits: [],
    tasks: [],
    strategies: [],
    actions: [],
  };
}

function risk(name: string, label: string, text: string): Policy['groups'][number]['risks'][number] {
  const when = compare(text, counted(text, 'count', null), '>', constant(ratio(3, 1), 'count', '3'));
  return { name, label, range: at(`risk ${name}`), when, for: null, cooldown: null, actions: [], escalations: [] };
}

const DAYS = 10;
const byDay = <Value>(value: (day: number) => Value): Value[] => Array.from({ length: DAYS }, (_, day) => value(day));

const decided = (evaluations: number): Unknowns => ({
  evaluations,
  unknown: 0,
  missingSignals: [],
  reasons: { missingSignal: 0, beforeLog: 0, unknownStart: 0, periodRunning: 0, noBase: 0 },
});

const blind = (evaluations: number, unknown: number): Unknowns => ({
  ...decided(evaluations),
  unknown,
  missingSignals: ['read'],
  reasons: { missingSignal: unknown, beforeLog: 0, unknownStart: 0, periodRunning: 0, noBase: 0 },
});

const early = (evaluations: number, unknown: number): Unknowns => ({
  ...decided(evaluations),
  unknown,
  reasons: { missingSignal: 0, beforeLog: unknown, unknownStart: 0, periodRunning: 0, noBase: 0 },
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
  memberHistories: null,
  content: {
    categories: [
      { category: 'insight', messages: 3_000 },
      { category: 'ad', messages: 500 },
    ],
    uncategorised: 710,
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
