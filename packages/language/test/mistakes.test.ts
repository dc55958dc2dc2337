/**
 * What newcomers write: each mistake is one finding that says what is written here, in both languages, and whose fix makes it go
 * and brings no other. A row is a text, its codes, what the message says, and the text that the fix leaves.
 */
import { expect, test } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { apply, campaign, content, errorsOf, group, risk, scenario, tier } from './mistakes.ts';

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
    en: '`large`, `medium` or `light`',
    zh: '`大型`、`中型` 或 `轻量`',
    fixed: null,
  },
  {
    written: group('capacity lots'),
    codes: ['syntax-error'],
    at: 'lots',
    en: 'a number is expected here',
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
    en: 'Numbers cannot be negative',
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
    en: 'After `in` a duration',
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
    en: 'names consist of letters, digits and `_`',
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
    zh: '零宽空格（U+200B）',
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
    en: '`member`, `staff`, `owner` and `bot`',
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
