/** The policy of a VIP group, small enough to be read. Ranges point into {@link SOURCE}. */
import type { Rational } from '@steward/numbers';
import {
  type ActionCall,
  type Condition,
  type Constant,
  lengthsWith,
  POLICY_FORMAT,
  type Policy,
  type Quantity,
  type SourceRange,
  type Unit,
} from '@steward/policy';

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

/** The position of `text` in the source. */
function at(text: string): SourceRange {
  const startOffset = SOURCE.indexOf(text);
  if (startOffset < 0) throw new Error(`not in the source: ${text}`);
  const startLine = SOURCE.slice(0, startOffset).split('\n').length;
  const endOffset = startOffset + text.length;
  return { file: 0, startOffset, endOffset, startLine, startColumn: 1, endLine: startLine, endColumn: 1 };
}

export const sourceText = (range: SourceRange): string => SOURCE.slice(range.startOffset, range.endOffset);

export const ratio = (numerator: number, denominator: number): Rational => ({ numerator, denominator });

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
              ...lengthsWith('response', () => null),
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
  roles: [{ name: 'moderator', label: '管理员', range: at('group'), standing: 'staff', members: ['小美'] }],
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
