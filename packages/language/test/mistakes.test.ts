/**
 * What newcomers write: each mistake is one finding that says what is written here, in both languages, and whose fix makes it go
 * and brings no other. A row is a text, its codes, what the message says, and the text that the fix leaves.
 */
import { describe, expect, test } from 'vitest';
import { Checker } from '../src/check.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';

interface Mistake {
  written: string;
  /** Of the errors; the whole list. */
  codes: readonly string[];
  /** What stands at the first finding. */
  at?: string;
  en: string;
  zh?: string;
  /** With the first fix of the first finding; null where none is offered. */
  fixed: string | null;
  files?: Readonly<Record<string, string>>;
}

const checker = new Checker();

function errorsOf(text: string, files: Mistake['files'] = {}): Diagnostic[] {
  const { diagnostics } = checker.check(['main.group'], memoryFileSystem({ ...files, 'main.group': text }), {
    rules: [],
  });
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function apply(text: string, { fixes }: Diagnostic, index = 0): string {
  const edits = [...(fixes[index]?.edits ?? [])].sort((left, right) => right.startOffset - left.startOffset);
  return edits.reduce(
    (result, { startOffset, endOffset, newText }) => result.slice(0, startOffset) + newText + result.slice(endOffset),
    text,
  );
}

const group = (body: string): string => `role m members "A" group G : service { ${body} }`;
const tier = (condition: string): string => group(`tier A { when ${condition} }`);
const risk = (rest: string): string => group(`risk R { when complaints in 1d >= 3 ${rest} }`);
const campaign = (starts: string): string => group(`campaign C light { burst 1h starts ${starts} }`);
const content = (body: string): string => group(`content { category a when text contains "x" ${body} }`);
const scenario = (body: string): string => `group G : service { tier A { otherwise } } scenario "s" for G { ${body} }`;

/** A notation of elsewhere for one of ours, in a frame: the finding is about what is written, and the fix writes the other. */
type Notation = readonly [
  frame: (text: string) => string,
  before: string,
  written: string,
  instead: string,
  after?: string,
];

const NOTATIONS: readonly Notation[] = [
  // Conditions.
  [group, 'tier A { ', 'if', 'when', ' messages in 7d > 3 }'],
  [tier, 'messages in 7d ', 'is', '==', ' 3'],
  [tier, 'messages in 7d ', "isn't", '!=', ' 3'],
  [tier, 'messages in 7d ', 'equals', '==', ' 3'],
  [tier, 'messages in 7d ', 'is more than', '>', ' 3'],
  [tier, 'messages in 7d ', 'more than', '>', ' 3'],
  [tier, 'messages in 7d ', 'less than', '<', ' 3'],
  [tier, 'messages in 7d ', 'greater than', '>', ' 3'],
  [tier, 'messages in 7d ', 'at least', '>=', ' 3'],
  [tier, 'messages in 7d ', 'no more than', '<=', ' 3'],
  [tier, 'messages in 7d ', 'between 3 and 5', '>= 3 and messages in 7d <= 5'],
  [tier, 'messages in 7d > 3 ', '|', 'or', ' shares in 7d > 1'],
  [tier, 'messages in 7d > 3 ', '&', 'and', ' shares in 7d > 1'],
  [tier, 'count(message where ', 'media not in [', 'not media in [', 'image]) in 7d > 3'],
  [
    tier,
    'count(message where ',
    'text contains any ["a", "b"]',
    '(text contains "a" or text contains "b")',
    ') in 7d > 3',
  ],
  [tier, '', 'avg(', 'average (', 'purchase.amount) in 7d > 3'],
  [tier, '', 'unique(', 'distinct (', 'message.member) in 7d > 3'],
  [group, '层级 A { ', '如果', '当', ' 发言数 近7天 > 3 }'],
  [group, '层级 A { ', '否则', '其余', ' }'],
  [tier, '发言数 近7天 ', '大于等于', '>=', ' 3'],
  [tier, '发言数 近7天 ', '大于', '>', '3'],
  [tier, '发言数 近7天 ', '超过', '>', ' 3'],
  [tier, '发言数 近7天 ', '不低于', '>=', ' 3'],
  [tier, '发言数 近7天 ', '最多', '<=', ' 3'],
  [tier, '发言数 近7天 ', '不是', '!=', ' 3'],
  [tier, '发言数 近7天 > 3 ', '并且', '且', ' 互动数 近7天 > 3'],
  [tier, '发言数 近7天 > 3 ', '或者', '或', ' 互动数 近7天 > 3'],
  [tier, '', '发言数大于3', '发言数 > 3'],
  [tier, 'messages in 7d ', 'between 3, 5', '>= 3 and messages in 7d <= 5'],
  [tier, '', 'shares between 3 and 5 in 7d', 'shares in 7d >= 3 and shares in 7d <= 5'],
  [tier, 'messages in 7d ', '> =', '>=', ' 3'],
  [tier, 'messages in 7d ', '＝', '==', ' 3'],
  [tier, 'messages in 7d ', '≥', '>=', ' 3'],
  [tier, 'count(message where media ', '=', '==', ' image) in 7d > 3'],
  [tier, '', 'count(unique', 'distinct (', ' message.member) in 7d > 3'],
  [tier, '发言数 近7天 ', '在 3 到 5 之间', '>= 3 且 发言数 近7天 <= 5'],
  [tier, '', '3 < shares in 7d < 10', 'shares in 7d > 3 and shares in 7d < 10'],
  [tier, 'messages in 7d > 30 or ', '<', 'messages in 7d <', ' 3'],
  [tier, 'messages in 7d > 3', ',', 'and', ' shares in 7d > 1'],
  [tier, '', 'messages(7d)', 'messages in 7d', ' > 3'],
  [tier, 'messages ', 'in [7d]', 'in 7d', ' > 3'],
  [tier, 'top 20% ', 'of', 'by', ' messages in 7d'],
  // Of one event.
  [content, 'category c ', '=', 'when', ' text contains "y"'],
  [content, 'category c ', ':', 'when', ' text contains "y"'],
  [content, 'category c when text ', 'starts with "y"', 'matches /^y/'],
  [content, 'category c when text ', 'ends with "a/b"', 'matches /a\\/b$/'],
  [content, 'category c when text ', '=~', 'matches', ' /y/'],
  [content, 'category c when text ', 'matches "y"', 'matches /y/'],
  [content, 'category c when ', '"y" in text', 'text contains "y"'],
  [content, 'category c ', 'when contains "y"', 'when text contains "y"'],
  [content, 'category c when media in ', '(image, video)', '[image, video]'],
  [content, 'category c when media in ', '{image, video}', '[image, video]'],
  [content, 'category c when media in ', 'image, video', '[image, video]'],
  [content, '类别 丙 当 媒介 属于 ', '图片、视频', '[图片, 视频]'],
  [content, '类别 丙 当 ', '文字内容包含', '文字内容 包含', ' "y"'],
  // What is done.
  [risk, '', 'then', 'do', ' warn(sender)'],
  [risk, 'do warn(sender) ', 'then', ',', ' kick(sender)'],
  [group, '风险 R { 当 投诉数 近1天 > 3 ', '那么', '执行', ' 警告 }'],
  [risk, '', '->', 'do', ' warn(sender)'],
  [group, 'risk R { when complaints in 1d >= 3', ':', 'do', ' warn(sender) }'],
  [risk, '', 'after 10min', 'for 10min', ' do warn(sender)'],
  [
    group,
    'risk R { when complaints in 1d > 3 escalate to S ',
    'in 2h',
    'after 2h',
    ' } risk S { when complaints in 1d > 9 }',
  ],
  [group, 'health H { ', 'when', 'healthy when', ' messages per day > 3 }'],
  [group, 'health H { healthy when messages per week ', 'drops', 'falls', ' by 20% }'],
  [group, 'health H { healthy when messages per day > 3 on ', 'breach 3d', 'breach for 3d', ' do announce }'],
  [group, 'lifecycle { stage A when age < 30d stage B when age > 30d allow A', ',', '->', ' B }'],
  [group, 'timezone ', 'Asia/Shanghai', '"Asia/Shanghai"'],
  [group, 'match ', 'vip-*', '"vip-*"'],
  // What is expected.
  [scenario, 'given { 2025-03-01T10:00 "A" message } expect tier A ', 'for "A"', 'of "A"', ' on 2025-03-01'],
  [scenario, 'given { 2025-03-01T10:00 "A" message } expect tier A of "A" ', 'at 2025-03-01', 'on 2025-03-01'],
  [
    scenario,
    'given { 2025-03-01T10:00 "A" message } expect no tier A of "B" ',
    'from 2025-03-01 to 2025-03-02',
    'between 2025-03-01 and 2025-03-02',
  ],
  // Windows and lengths of time.
  [tier, '发言数 ', '近七天', '近7天', ' > 3'],
  [tier, '发言数 ', '最近7天', '近7天', ' > 3'],
  [tier, '发言数 ', '7天内', '近7天', ' > 3'],
  [tier, '发言数 ', '近一周', '近1周', ' > 3'],
  [tier, '沉默时长 > ', '半小时', '30分钟'],
  [tier, '沉默时长 > ', '一个月', '30天'],
  [tier, 'messages ', 'within 7d', 'in 7d', ' > 3'],
  [tier, 'messages ', '7d', 'in 7d', ' > 3'],
  [tier, '', 'in 7d messages', 'messages in 7d', ' > 3'],
  [tier, '', '近7天 发言数', '发言数 近7天', ' > 3'],
  [tier, '', '近七天 发言数', '发言数 近7天', ' > 3'],
  [tier, '', '近7天发言数', '发言数 近7天', ' > 3'],
  [tier, '', '每天 发言数', '发言数 每天', ' > 3'],
  [tier, '发言数 ', '7天', '近7天', ' > 3'],
  [tier, 'messages ', 'over the last 7 days', 'in 7d', ' > 3'],
  [tier, 'idle > ', 'half an hour', '30min'],
  // Numbers.
  [tier, 'messages in 7d >= ', '1,000', '1000'],
  [tier, 'messages in 7d >= ', '1 000', '1000'],
  [tier, 'messages in 7d >= ', '1k', '1000'],
  [tier, 'messages in 7d >= ', '1e3', '1000'],
  [tier, '发言数 近7天 >= ', '1万', '10000'],
  [tier, '发言数 近7天 >= ', '3千', '3000'],
  [tier, '发言数 近7天 >= ', '三', '3'],
  [tier, 'messages_per_member in 7d > ', '.5', '0.5'],
  [tier, 'active_rate in 7d > ', '50 %', '50%'],
  [tier, 'active_rate in 7d > ', '50 percent', '50%'],
  [tier, '活跃率 近7天 > ', '五成', '50%'],
  [tier, '活跃率 近7天 > ', '七成半', '75%'],
  [tier, '活跃率 近7天 > ', '3成', '30%'],
  [tier, '活跃率 近7天 > ', '百分之五十', '50%'],
  [tier, 'active_rate in 7d > ', '12,5%', '12.5%'],
  [tier, 'messages_per_member in 7d > ', '0,5', '0.5'],
  [tier, 'messages in 7d > ', "1'000", '1000'],
  [tier, 'messages in 7d > ', '1’000’000', '1000000'],
  [group, 'capacity ', '"500"', '500'],
  // Days and times.
  [campaign, '', 'friday', 'every fri', ' at 20:00'],
  [campaign, 'every ', 'friday', 'fri', ' at 20:00'],
  [campaign, 'every ', 'Fridays', 'fri', ' at 20:00'],
  [campaign, '', 'on friday', 'every fri', ' at 20:00'],
  [campaign, '', 'daily', 'every day', ' at 20:00'],
  [group, '活动 C 轻量 { 爆发 1小时 开始 每 ', '星期五', '周五', ' 在 20:00 }'],
  [group, '活动 C 轻量 { 爆发 1小时 开始 每 ', '礼拜五', '周五', ' 在 20:00 }'],
  [group, '活动 C 轻量 { 爆发 1小时 开始 ', '周五', '每周五', ' 在 20:00 }'],
  [campaign, 'every day at ', '8am', '08:00'],
  [campaign, 'every day at ', '8:30 pm', '20:30'],
  [group, '活动 C 轻量 { 爆发 1小时 开始 每天 在 ', '晚上8点半', '20:30', ' }'],
  [campaign, '', '2025/02/03 20:00', '2025-02-03T20:00'],
  [group, 'founded ', '2025/02/03', '2025-02-03'],
  [group, 'founded ', '03.02.2025', '2025-02-03'],
  [group, 'founded ', '20250203', '2025-02-03'],
  [group, 'founded ', '"2025-02-03"', '2025-02-03'],
  [campaign, '', '2025-02-03 at 20:00', '2025-02-03T20:00'],
  [campaign, 'every month on ', '18th', '18', ' at 20:00'],
  [group, 'founded ', '2025年2月3日', '2025-02-03'],
  [group, 'founded ', 'Feb 3 2025', '2025-02-03'],
  [group, 'duty { 08:00', '—', '..', '22:00 m }'],
  [group, 'duty { 08:00', '–', '..', '22:00 m }'],
  [group, 'duty { 08:00', '～', '..', '22:00 m }'],
  [group, 'duty { 08:00 ', '-', '..', ' 22:00 m }'],
  [group, 'duty { 08:00', '至', '..', '22:00 m }'],
  [group, 'duty { ', '8点到22点', '08:00..22:00', ' m }'],
  // Order, quotes, comments, blocks.
  [group, 'content { category a when text contains "x" cap a ', 'per day 50%', '50% per day', ' }'],
  [group, '内容 { 类别 闲聊 当 文字内容 包含 "x" 上限 闲聊 ', '每天 50%', '50% 每天', ' }'],
  [group, 'cadence { ', '1 large', 'large 1', ' per month }'],
  [group, '内容 { 类别 闲聊 当 文字内容 包含 "x" 上限 闲聊 ', '每天 ≤ 50%', '50% 每天', ' }'],
  [group, 'content { category c ', '{ when text contains "y" }', 'when text contains "y"', ' }'],
  [scenario, 'given { 2025-03-01T10:00 "A" message ', 'x19', 'x 19', ' }'],
  [scenario, 'given { 2025-03-01T10:00 "A" message ', '×', 'x', ' 19 }'],
  [scenario, 'given { ', '2025-03-01T10:00 message "A"', '2025-03-01T10:00 "A" message', ' }'],
  [group, '', 'level', 'tier', ' A { otherwise }'],
  [scenario, 'given { 2025-03-01T10:00 "A" message ', '"hello"', 'text = "hello"', ' }'],
  [scenario, 'given { 2025-03-01T10:00 ', '小李', '"小李"', ' message }'],
];

describe('another notation', () => {
  const ROWS = NOTATIONS.map(([frame, before, written, instead, after = '']) => ({
    frame,
    before,
    written,
    instead,
    after,
  }));

  test.each(ROWS)('$before<$written> → $instead', ({ frame, before, written, instead, after }) => {
    const text = frame(`${before}${written}${after}`);
    const found = errorsOf(text);
    expect(found.map(({ message }) => message.en)).toEqual([expect.stringContaining(`\`${instead}\``)]);
    const [only] = found as [Diagnostic];
    expect(text.slice(only.range.startOffset, only.range.endOffset)).toBe(written);
    expect(only.message.zh).toContain(`\`${instead}\``);
    const fixed = apply(text, only);
    expect(fixed.replace(/\s+/g, '')).toBe(frame(`${before}${instead}${after}`).replace(/\s+/g, ''));
    expect(errorsOf(fixed).map(({ message }) => message.en)).toEqual([]);
  });
});

const MISTAKES: readonly Mistake[] = [
  {
    written: risk('warn(sender)'),
    codes: ['syntax-error'],
    at: 'warn',
    en: 'Write `do` before an action',
    zh: '动作前面要写 `执行`',
    fixed: risk('do warn(sender)'),
  },
  {
    written: risk('do ban(sender)'),
    codes: ['unknown-name'],
    at: 'ban',
    en: 'Did you mean `kick` or `mute`?',
    zh: '是不是想写 `kick`或`mute`',
    fixed: risk('do kick(sender)'),
  },
  {
    written: risk('do frobnicate(sender)'),
    codes: ['unknown-name'],
    en: '`kick`, `mute`',
    zh: '`移出`、`禁言`',
    fixed: null,
  },
  {
    written: group('campaign C huge { burst 1h }'),
    codes: ['syntax-error'],
    at: 'huge',
    en: 'One of `large`, `medium`, `light`',
    zh: '`大型`、`中型`、`轻量`',
    fixed: null,
  },
  {
    written: group('capacity lots'),
    codes: ['syntax-error'],
    at: 'lots',
    en: 'a number is wanted here',
    zh: '一个数',
    fixed: null,
  },
  {
    written: tier('messages in 30 minutes > 3'),
    codes: ['unknown-unit'],
    at: '30 minutes',
    en: '`30min`',
    fixed: tier('messages in 30min > 3'),
  },
  {
    written: tier('messages in 1 week > 3'),
    codes: ['unknown-unit'],
    at: '1 week',
    en: '`1w`',
    fixed: tier('messages in 1w > 3'),
  },
  {
    written: tier('messages in 7 d > 3'),
    codes: ['unknown-unit'],
    at: '7 d',
    en: '`7d`',
    fixed: tier('messages in 7d > 3'),
  },
  { written: tier('idle > 1h30m'), codes: ['unknown-unit'], en: '`90min`', fixed: tier('idle > 90min') },
  {
    written: tier('messages in week > 3'),
    codes: ['foreign-notation'],
    at: 'in week',
    en: 'Write `per week` / `in 7d`',
    fixed: tier('messages per week > 3'),
  },
  {
    written: tier('messages in 7d >= -3'),
    codes: ['syntax-error'],
    at: '-3',
    en: 'no negative numbers',
    zh: '没有负数',
    fixed: null,
  },
  {
    written: group('tier A { when messages in 7d >=\n grace 2d }'),
    codes: ['syntax-error'],
    at: '>=',
    en: 'After `>=` a number is missing',
    zh: '`>=` 后面缺少数值',
    fixed: null,
  },
  {
    written: group('tier A { when messages in 7d >=\n otherwise }'),
    codes: ['syntax-error'],
    at: '>=',
    en: 'After `>=` a number is missing',
    zh: '`>=` 后面缺少数值',
    fixed: null,
  },
  {
    written: group('tier A { when messages in 7d > 3 and\n otherwise }'),
    codes: ['syntax-error'],
    at: 'and',
    en: 'After `and` a condition is missing',
    zh: '`and` 后面缺少条件',
    fixed: null,
  },
  {
    written: group('tier A { when not\n grace 2d }'),
    codes: ['syntax-error'],
    at: 'not',
    en: 'After `not` a condition is missing',
    fixed: null,
  },
  {
    written: group('tier A { when messages in\n grace 2d }'),
    codes: ['syntax-error'],
    at: 'in',
    en: 'After `in` a length of time',
    zh: '后面缺少时长',
    fixed: null,
  },
  {
    written: tier('max(purchase.amount) in 7d > 3'),
    codes: ['syntax-error'],
    at: 'max',
    en: 'There is no function `max`',
    zh: '没有函数 `max`',
    fixed: null,
  },
  {
    written: scenario('given { 2025-03-01T10:00 "A" message } expect A'),
    codes: ['syntax-error'],
    at: 'expect',
    en: 'Say what is expected',
    zh: '请写明期望什么',
    fixed: null,
  },
  {
    written: group('campaign C large { burst 1d goal participation_rate 30% }'),
    codes: ['syntax-error'],
    at: '30%',
    en: 'A comparison is missing before `30%`',
    zh: '缺少比较符号',
    fixed: null,
  },
  {
    written: risk('for 10 minutes do warn(sender)'),
    codes: ['unknown-unit'],
    at: '10 minutes',
    en: '`10min`',
    fixed: risk('for 10min do warn(sender)'),
  },
  {
    written: content('cap a 50%'),
    codes: ['syntax-error'],
    at: '50%',
    en: '`per day`',
    zh: '`每天`',
    fixed: null,
  },
  {
    written: campaign('every day 20:00'),
    codes: ['syntax-error'],
    at: '20:00',
    en: '`at` is missing before `20:00`',
    zh: '`20:00` 前面缺少`在`',
    fixed: campaign('every day at 20:00'),
  },
  {
    written: campaign('at 20:00'),
    codes: ['syntax-error'],
    at: 'starts at',
    en: 'Say on which days',
    zh: '请写明哪些天',
    fixed: null,
  },
  {
    written: campaign('weekly at 20:00'),
    codes: ['syntax-error'],
    at: 'weekly at',
    en: 'Say on which day of the week',
    zh: '请写明星期几',
    fixed: null,
  },
  {
    written: content('category c when message contains "y"'),
    codes: ['unknown-name'],
    at: 'message',
    en: 'Did you mean `text`?',
    zh: '`text`',
    fixed: content('category c when text contains "y"'),
  },
  {
    written: 'import ./shared/base.group\ngroup G : service extends Base { }',
    files: { 'shared/base.group': 'policy Base { }' },
    codes: ['foreign-notation'],
    at: './shared/base.group',
    en: 'Write `"./shared/base.group"`',
    fixed: 'import "./shared/base.group"\ngroup G : service extends Base { }',
  },
  {
    written: 'import Base from "./shared/base.group"\ngroup G : service extends Base { }',
    files: { 'shared/base.group': 'policy Base { }' },
    codes: ['foreign-notation'],
    en: 'Write `import`',
    fixed: 'import "./shared/base.group"\ngroup G : service extends Base { }',
  },
  {
    written: group('tier A { unless messages in 7d > 3 }'),
    codes: ['syntax-error'],
    at: 'unless',
    en: 'when not',
    zh: '当 非',
    fixed: null,
  },
  {
    written: scenario('given { 2025-03-01 "A" message }'),
    codes: ['syntax-error'],
    at: '2025-03-01',
    en: 'A time of day is missing: write `2025-03-01T10:00`',
    zh: '缺少时刻',
    fixed: null,
  },
  {
    written: group('founded 02/03/2025'),
    codes: ['syntax-error'],
    en: 'Day or month?',
    zh: '分不清月和日',
    fixed: null,
  },
  {
    written: 'group F { }',
    codes: ['syntax-error'],
    at: 'group F',
    en: '`service`, `interest`, `knowledge` and `conversion`',
    zh: '`服务型`',
    fixed: null,
  },
  {
    written: 'group 1F : service { }',
    codes: ['malformed-name'],
    at: '1F',
    en: 'names are letters, digits and `_`',
    zh: '名称由文字',
    fixed: 'group _1F : service { }',
  },
  {
    written: 'group My-Group : service { }',
    codes: ['malformed-name'],
    at: 'My-Group',
    en: '`My_Group`',
    fixed: 'group My_Group : service { }',
  },
  {
    written: group('teir A { otherwise }'),
    codes: ['misspelt-keyword'],
    at: 'teir',
    en: '`tier`',
    fixed: group('tier A { otherwise }'),
  },
  {
    written: '# comment\ngroup G : service { }',
    codes: ['foreign-notation'],
    at: '#',
    en: '`//`',
    fixed: '// comment\ngroup G : service { }',
  },
  {
    written: '-- comment\ngroup G : service { }',
    codes: ['foreign-notation'],
    at: '--',
    en: '`//`',
    fixed: '// comment\ngroup G : service { }',
  },
  {
    written: '<!-- x -->\ngroup G : service { }',
    codes: ['foreign-notation'],
    en: '`/* */`',
    fixed: '/* x */\ngroup G : service { }',
  },
  {
    written: group('tier A { otherwise; }'),
    codes: ['unexpected-character'],
    at: ';',
    en: 'remove it',
    zh: '请删除',
    fixed: group('tier A { otherwise }'),
  },
  {
    written: group('purpose «x»'),
    codes: ['foreign-notation'],
    at: '«x»',
    en: 'Write `""`',
    fixed: group('purpose "x"'),
  },
  {
    written: tier('mes\u200Bsages in 7d > 3'),
    codes: ['invisible-character'],
    at: '\u200B',
    en: 'a zero-width space (U+200B)',
    zh: '零宽空格(U+200B)',
    fixed: tier('messages in 7d > 3'),
  },
  {
    written: tier('messages\u00AD in 7d > 3'),
    codes: ['invisible-character'],
    en: 'a soft hyphen (U+00AD)',
    zh: '软连字符',
    fixed: tier('messages in 7d > 3'),
  },
  {
    written: '\u202Egroup G : service { }',
    codes: ['invisible-character'],
    en: 'a mark of writing direction (U+202E)',
    fixed: 'group G : service { }',
  },
  {
    written: tier('count(message where role == moderator) in 7d > 3'),
    codes: ['unknown-name'],
    at: 'moderator',
    en: '`member`, `staff`, `owner`, `bot`',
    zh: '`普通成员`',
    fixed: null,
  },
  {
    written: tier('count(message where role == m) in 7d > 3'),
    codes: ['unknown-name'],
    at: 'm',
    en: '`m` is a role of your own',
    zh: '`m` 是你声明的角色',
    fixed: null,
  },
  {
    written: 'import "./shared/bsae.group"\ngroup G : service extends Base { }',
    files: { 'shared/base.group': 'policy Base { }' },
    codes: ['file-missing'],
    en: 'Did you mean `./shared/base.group`?',
    zh: '是不是想写 `./shared/base.group`',
    fixed: 'import "./shared/base.group"\ngroup G : service extends Base { }',
  },
  {
    written: 'import "./shared/base"\ngroup G : service extends Base { }',
    files: { 'shared/base.group': 'policy Base { }' },
    codes: ['file-missing'],
    en: '`./shared/base.group`',
    fixed: 'import "./shared/base.group"\ngroup G : service extends Base { }',
  },
  {
    written: 'import ".\\shared\\base.group"\ngroup G : service extends Base { }',
    files: { 'shared/base.group': 'policy Base { }' },
    codes: ['file-missing'],
    en: '`./shared/base.group`',
    fixed: 'import "./shared/base.group"\ngroup G : service extends Base { }',
  },
  {
    written: 'import "./nowhere.group"\ngroup G : service extends Base { }',
    codes: ['file-missing'],
    en: 'Check the path',
    fixed: null,
  },
  {
    written: scenario('given { 2025-03-01T10:00 "A" message } expect no tier A between 2025-03-02 and 2025-03-01'),
    codes: ['span-reversed'],
    en: 'ends before it begins',
    zh: '早于开始',
    fixed: scenario('given { 2025-03-01T10:00 "A" message } expect no tier A between 2025-03-01 and 2025-03-02'),
  },
];

test.each(MISTAKES)('$written', ({ written, codes, at, en, zh, fixed, files }) => {
  const found = errorsOf(written, files);
  expect(found.map(({ code }) => code)).toEqual(codes);
  const [first] = found as [Diagnostic];
  expect(first.message.en).toContain(en);
  expect(first.message.zh).toContain(zh ?? '');
  if (at !== undefined) expect(written.slice(first.range.startOffset, first.range.endOffset)).toBe(at);
  if (fixed === null) {
    expect(first.fixes).toEqual([]);
    return;
  }
  const result = apply(written, first);
  expect(result.replace(/\s+/g, ' ')).toBe(fixed.replace(/\s+/g, ' '));
  expect(errorsOf(result, files).map(({ message }) => message.en)).toEqual([]);
});

test.each(['messages per day / members > 5', 'messages per day / members > 5%', 'shares in 7d / messages in 7d > 2'])(
  'a quotient of counts is a plain number as well: %s',
  (condition) => {
    expect(errorsOf(group(`health H { healthy when ${condition} }`))).toEqual([]);
  },
);

test.each([
  'active_rate in 7d > 5',
  'distinct(message.member) in 7d / members > 5',
  'count(message where media == image) in 7d / count(message) in 7d > 5',
  'count(message where media == image) in 7d / messages in 7d > 5',
])('a part in its whole wants its unit: %s', (condition) => {
  const [found] = errorsOf(group(`health H { healthy when ${condition} }`));
  expect([found?.code, found?.fixes[0]?.edits[0]?.newText]).toEqual(['missing-percent', '5%']);
});

test.each([
  'foo A { bar 3 } tier B { otherwise }',
  'tier A { when messages in 7d > 3 foo bar }',
  'tier A { otherwise } }',
])('what nothing can be made of is one finding: %s', (body) => {
  expect(errorsOf(`group G : service { ${body} }`)).toHaveLength(1);
});

test('a name that stands in what could not be read is no second finding', () => {
  const text =
    'group G : service { foo A { bar 3 } }\nscenario "s" for G { given { 2025-03-01T10:00 "A" message } expect tier A }';
  expect(errorsOf(text)).toHaveLength(1);
});

test.each([
  'tier A { when messages in 7d ≥3 && shares in 7d ＞ 1 || idle => 2 days }',
  'tier A { if messages within 7d is more than 1,000 & shares in 7d <> 2 }',
  '层级 A { 如果 发言数 近七天 ≥ ３ 并且 互动数 近7天 大于等于 2，宽限 2 天 }',
  'content { category c when media in (image, video) cap c = 50% daily mix per day { c: 60, a: 40 } }',
])('each of several slips in one line is told once, and all their fixes together mend it: %s', (body) => {
  const text = group(body);
  const found = errorsOf(text);
  const edits = found.flatMap(({ fixes: [fix] }) => fix?.edits ?? []);
  const sorted = edits.toSorted((left, right) => left.startOffset - right.startOffset);
  expect(sorted.every(({ endOffset }, index) => endOffset <= (sorted[index + 1]?.startOffset ?? text.length))).toBe(
    true,
  );
  const mended = sorted
    .toReversed()
    .reduce((now, edit) => now.slice(0, edit.startOffset) + edit.newText + now.slice(edit.endOffset), text);
  expect(errorsOf(mended).map(({ message }) => message.en)).toEqual([]);
});
