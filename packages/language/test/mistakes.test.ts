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
  // What is done.
  [risk, '', 'then', 'do', ' warn(sender)'],
  [risk, 'do warn(sender) ', 'then', ',', ' kick(sender)'],
  [group, '风险 R { 当 投诉数 近1天 > 3 ', '那么', '执行', ' 警告 }'],
  // Windows and lengths of time.
  [tier, '发言数 ', '近七天', '近7天', ' > 3'],
  [tier, '发言数 ', '最近7天', '近7天', ' > 3'],
  [tier, '发言数 ', '7天内', '近7天', ' > 3'],
  [tier, '发言数 ', '近一周', '近1周', ' > 3'],
  [tier, '沉默时长 > ', '半小时', '30分钟'],
  [tier, '沉默时长 > ', '一个月', '30天'],
  [tier, 'messages ', 'within 7d', 'in 7d', ' > 3'],
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
