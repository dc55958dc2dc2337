/** Settings and seeds of the examples' generated logs, so that anyone can reproduce them. */
import type { ColumnName, SyntheticChoices } from '@steward/synthetic';

export interface ExampleLog {
  /** Folder under `examples/`. */
  example: string;
  /** Relative to the example's folder. */
  log: string;
  /** Relative to the example's folder; null for none. */
  roster: string | null;
  columns: readonly ColumnName[];
  choices: SyntheticChoices;
}

/** Names are in the roster and each log has one group, so columns that repeat on every line are left out. */
const LEAN: readonly ColumnName[] = [
  'ts',
  'group',
  'member',
  'role',
  'kind',
  'media',
  'text',
  'target',
  'about',
  'amount',
  'id',
];
const NAMED: readonly ColumnName[] = ['ts', 'group', 'group_name', 'member', 'member_name', ...LEAN.slice(3)];

const HOUR = 60;
const DAY = 24 * HOUR;

/** The baseline's three slots. */
const SLOTS = [
  { from: 7 * HOUR, to: 9 * HOUR, category: 'insight', kept: 0.95 },
  { from: 12 * HOUR, to: 13 * HOUR, category: 'notice', kept: 0.9 },
  { from: 20 * HOUR, to: 21 * HOUR + 30, category: 'notice', kept: 0.85 },
];

/** The baseline's calendar: one large a month, two medium a week, three light a day. */
function calendar(
  large: string,
  participation: { large: number; medium: number; light: number },
): NonNullable<SyntheticChoices['campaigns']> {
  return [
    {
      name: large,
      size: 'large',
      starts: [{ kind: 'monthly', days: [16], times: [8 * HOUR] }],
      burst: { after: 2 * DAY, length: 10 * HOUR },
      participation: participation.large,
      held: 1,
    },
    {
      name: '答题闯关',
      size: 'medium',
      starts: [{ kind: 'weekly', weekdays: [2, 5], times: [20 * HOUR] }],
      burst: { after: DAY, length: 3 * HOUR },
      participation: participation.medium,
      held: 0.85,
    },
    {
      name: '红包接龙',
      size: 'light',
      starts: [{ kind: 'daily', times: [10 * HOUR, 16 * HOUR, 21 * HOUR] }],
      burst: { after: 0, length: 30 },
      participation: participation.light,
      held: 0.9,
    },
  ];
}

export const EXAMPLE_LOGS: readonly ExampleLog[] = [
  {
    example: 'service-beauty',
    log: 'logs/vip.csv',
    roster: 'roster.csv',
    columns: LEAN,
    choices: {
      seed: 14,
      kind: 'service',
      start: '2025-03-01',
      days: 40,
      members: 18,
      group: { id: 'vip-01', name: '美妆VIP一群' },
      nicknames: 'city',
      staff: [
        { name: '陈总', role: 'owner' },
        { name: '小美', role: 'staff' },
        { name: '阿强', role: 'staff' },
        { name: '群管家', role: 'bot' },
      ],
      rates: {
        messages: 3.1,
        posts: 7,
        answers: 0.75,
        reads: 0.6,
        shares: 0.06,
        joins: 0.12,
        leaves: 0.1,
        fades: 0.3,
        purchases: 0.25,
      },
      campaigns: calendar('会员日新品试用', { large: 0.5, medium: 0.28, light: 0.06 }),
      crisis: { day: 33, share: 0.5, about: '质量', resolves: ['重大风险'] },
      spam: { day: 25, posts: 6, words: ['兼职', '代开发票', '代购'], about: '广告' },
      slips: { words: ['三天美白', '医学级', '地域黑'], share: 0.003 },
      slump: { day: 16, days: 7, factor: 0.4 },
    },
  },
  {
    example: 'interest-parenting',
    log: 'logs/parenting.jsonl.gz',
    roster: null,
    columns: NAMED,
    choices: {
      seed: 20250302,
      kind: 'interest',
      start: '2025-03-01',
      days: 75,
      members: 45,
      group: { id: 'parenting-01', name: '可可妈的育儿群' },
      rates: { messages: 2, posts: 10, reads: 0.35 },
      campaigns: calendar('亲子聚会', { large: 0.5, medium: 0.2, light: 0.05 }),
      crisis: { day: 55, share: 0.3, about: '机构', resolves: ['重大风险'] },
      spam: { day: 25, posts: 7, words: ['兼职', '刷单', '日赚'], about: '广告', resolves: ['常规风险'] },
      slips: { words: ['疫苗有害', '打孩子', '彩礼'], share: 0.002 },
      slump: { day: 15, days: 8, factor: 0.4 },
    },
  },
  {
    example: 'knowledge-python',
    log: 'logs/python.parquet',
    roster: 'roster.csv',
    columns: NAMED,
    choices: {
      seed: 20250303,
      kind: 'knowledge',
      start: '2025-03-01',
      days: 75,
      members: 48,
      group: { id: 'python-2025', name: 'Python 三月班' },
      rates: { messages: 1.6, posts: 12, joins: 0.12 },
      campaigns: calendar('周年庆', { large: 0.4, medium: 0.4, light: 0.05 }),
      crisis: { day: 60, share: 0.3, about: '平台', resolves: ['重大风险'] },
      spam: { day: 33, posts: 6, words: ['代写作业', '出售答案', '网赚'], about: '广告' },
      slips: { words: ['盗版课程', '代写作业', '政治'], share: 0.002 },
      slump: { day: 16, days: 9, factor: 0.4 },
      slots: [
        ...SLOTS,
        { from: 9 * HOUR + 30, to: 11 * HOUR, category: 'insight', kept: 0.9 },
        { from: 18 * HOUR + 30, to: 20 * HOUR, category: 'insight', kept: 0.8 },
      ],
    },
  },
  {
    example: 'conversion-clearance',
    log: 'logs/清仓.jsonl',
    roster: '名册.csv',
    columns: LEAN,
    choices: {
      seed: 20250304,
      kind: 'conversion',
      start: '2025-03-01',
      days: 44,
      members: 28,
      group: { id: '清仓-1群', name: '清仓特卖一群' },
      rates: { messages: 0.6, posts: 8, reads: 0.25, clicks: 0.22, purchases: 0.45 },
      campaigns: calendar('周年庆', { large: 0.4, medium: 0.2, light: 0.04 }),
      crisis: { day: 38, share: 0.35, about: '发货', resolves: [] },
      spam: { day: 18, posts: 6, words: ['高仿', '刷单', '全网最低'], about: '广告' },
      slips: { words: ['内部价勿外传', '刷好评'], share: 0.006 },
      slump: { day: 23, days: 7, factor: 0.25 },
      slots: [...SLOTS, { from: 9 * HOUR + 30, to: 11 * HOUR, category: 'notice', kept: 0.8 }],
    },
  },
];
