/** Mistakes about the values of conditions, words of bans, slots, blocks and paths: tables as in `mistakes.test.ts`. */
import { expect, test } from 'vitest';
import { checkFiles } from '../src/testing/marked.ts';
import { errorsOf, expectMistake, type Mistake } from './mistakes.ts';

const where = (filter: string): string =>
  `lexicon Ads { "x" } role 客服 "小客" members "小美" role desk group G : service { risk R { when count(message where ${filter}) in 1h > 3 } }`;
const content = (body: string): string => `group G : service { content { category a when text contains "x" ${body} } }`;
const group = (body: string): string => `group G : service {\n  ${body}\n}`;

/** A filter, what is right, and what the message says in both languages. */
const FILTERS: readonly (readonly [written: string, right: string | null, en: string, zh: string])[] = [
  ['media == image or video', 'media in [image, video]', '`video` is only a value', '`video` 只是一个值'],
  ['media == image or video or link', 'media in [image, video, link]', '`media in [image, video, link]`', '值'],
  ['media = image or video', 'media in [image, video]', 'only a value', '值'],
  ['role is staff or owner', 'role in [staff, owner]', 'only a value', '值'],
  ['media != image and video', 'not media in [image, video]', 'only a value', '值'],
  ['媒介 == 图片 或 视频', '媒介 属于 [图片, 视频]', 'only a value', '`视频` 只是一个值'],
  ['image == media or video', 'media in [image, video]', 'only a value', '值'],
  ['role == staff or 客服', 'role in [staff, 客服]', 'only a value', '值'],
  ['member == "小美" or "阿强"', 'member in ["小美", "阿强"]', 'only a value', '值'],
  ['not media == image or video', 'not media in [image, video]', 'only a value', '值'],
  ['text contains "a" or "b"', 'text contains "a" or text contains "b"', 'only a value', '值'],
  ['text contains "a" and "b"', 'text contains "a" and text contains "b"', 'only a value', '值'],
  ['not text contains "a" or "b"', 'not (text contains "a" or text contains "b")', 'only a value', '值'],
  ['text contains Ads or "b"', 'text contains Ads or text contains "b"', 'only a value', '值'],
  ['text contains "a", "b"', 'text contains "a" or text contains "b"', 'only a value', '值'],
  ['text == "a" or "b"', 'text contains "a" or text contains "b"', 'only a value', '值'],
  ['amount > 100 or 200', 'amount > 100 or amount > 200', 'only a value', '值'],
  ['(media == image) or video', 'media in [image, video]', 'Write `media in [image, video]`', '请写成'],
  ['text = "y"', 'text contains "y"', 'Text cannot be compared directly', '文字不能直接比较'],
  ['text is "y"', 'text contains "y"', 'Write `text contains "y"`', '请写'],
  ['text != "y"', 'not text contains "y"', 'Text cannot be compared directly', '文字不能直接比较'],
  ['文字内容 == "y"', '文字内容 包含 "y"', 'Text cannot be compared directly', '文字不能直接比较'],
  ['text in ["a", "b"]', '(text contains "a" or text contains "b")', 'no set of values', '没有固定的取值'],
  ['text == Ads', 'text contains Ads', 'Text cannot be compared directly', '文字不能直接比较'],
  ['media == "image"', 'media == image', 'without quotes', '不要加引号'],
  ['role == "客服"', 'role == 客服', 'without quotes', '不要加引号'],
  ['role in ["staff", 客服]', 'role in [staff, 客服]', 'without quotes', '不要加引号'],
  ['role == 小客', 'role == 客服', 'Did you mean `客服`', '是不是想写 `客服`'],
  ['role == 客副', 'role == 客服', 'Did you mean `客服`', '是不是想写 `客服`'],
  ['role == desk', null, '`desk` lists nobody', '`desk` 没有列出任何人'],
  ['media == 客服', null, '`media` is compared with one of', '取值之一'],
  ['video', 'media == video', 'A value alone is no condition', '单独一个值不是条件'],
  ['图片', '媒介 == 图片', 'A value alone', '单独一个值'],
  ['客服', '身份 == 客服', 'A value alone', '单独一个值'],
  ['Ads', 'text contains Ads', 'A value alone', '单独一个值'],
];

test.each(FILTERS)('where %s', (written, right, en, zh) => {
  const found = errorsOf(where(written));
  expect(found).toHaveLength(1);
  expectMistake({
    written: where(written),
    codes: found.map(({ code }) => code),
    fixed: right === null ? null : where(right),
    en,
    zh,
  });
});

const MISTAKES: readonly Mistake[] = [
  {
    written: content('ban "x"'),
    codes: ['syntax-error'],
    at: '"x"',
    en: 'Declare one outside of the group, `lexicon Banned { "x" }`, and write `ban Banned`',
    zh: '请在群的外面声明 `lexicon Banned { "x" }`，再写 `ban Banned`',
    fixed: `${content('ban Banned')} lexicon Banned { "x" }`,
  },
  {
    written: content('禁用 "x", "y" 执行 撤回消息'),
    codes: ['syntax-error'],
    en: '`禁用 禁用词`',
    fixed: `${content('禁用 禁用词 执行 撤回消息')} 词库 禁用词 { "x", "y" }`,
  },
  {
    written: `lexicon Ads "广告词" { "x" } ${content('ban "广告词"')}`,
    codes: ['syntax-error'],
    en: 'A ban names its lexicon: `ban Ads`',
    zh: '`ban Ads`',
    fixed: `lexicon Ads "广告词" { "x" } ${content('ban Ads')}`,
  },
  {
    written: `lexicon Banned { "z" } ${content('ban "x"')}`,
    codes: ['syntax-error'],
    en: '`ban Banned2`',
    fixed: `lexicon Banned { "z" } ${content('ban Banned2')} lexicon Banned2 { "x" }`,
  },
  {
    written: content('slot a 07:00..09:00'),
    codes: ['foreign-notation'],
    en: '`"a" 07:00..09:00 a`',
    fixed: content('slot "a" 07:00..09:00 a'),
  },
  {
    written: content('slot 07:00..09:00 a'),
    codes: ['foreign-notation'],
    en: '`"a" 07:00..09:00 a`',
    fixed: content('slot "a" 07:00..09:00 a'),
  },
  {
    written: group('tier A: when messages in 7d > 3'),
    codes: ['syntax-error'],
    en: 'stand in braces',
    zh: '写在花括号里',
    fixed: group('tier A { when messages in 7d > 3 }'),
  },
  {
    written: group('tier A:\n    when messages in 7d > 3\n    badge "x"\n  tier B { otherwise }'),
    codes: ['syntax-error'],
    en: 'stand in braces',
    fixed: group('tier A { when messages in 7d > 3 badge "x" } tier B { otherwise }'),
  },
  {
    written: group('风险 R：当 投诉数 近1天 > 3 执行 警告'),
    codes: ['syntax-error'],
    en: 'stand in braces',
    fixed: group('风险 R { 当 投诉数 近1天 > 3 执行 警告 }'),
  },
  {
    written: group('tier A\n    when messages in 7d > 3'),
    codes: ['syntax-error'],
    en: 'stand in braces',
    fixed: group('tier A { when messages in 7d > 3 }'),
  },
  {
    written: 'import "./sharde/bsae.group"\ngroup G : service extends Base { }',
    files: { 'shared/base.group': 'policy Base { }' },
    codes: ['file-missing'],
    en: 'Did you mean `./shared/base.group`?',
    zh: '是不是想写 `./shared/base.group`',
    fixed: 'import "./shared/base.group"\ngroup G : service extends Base { }',
  },
  {
    written: 'lexicon Ads { from "./wrods.txt" }',
    files: { 'words.txt': 'x' },
    codes: ['file-missing'],
    en: 'Did you mean `./words.txt`?',
    fixed: 'lexicon Ads { from "./words.txt" }',
  },
  {
    written: 'role desk "管理员" members "A" group G : service { duty { 08:00..20:00 管理员 } }',
    codes: ['unknown-name'],
    at: '管理员',
    en: 'Did you mean `desk`?',
    zh: '是不是想写 `desk`',
    fixed: 'role desk "管理员" members "A" group G : service { duty { 08:00..20:00 desk } }',
  },
];

test.each(MISTAKES)('$written', expectMistake);

test.each([
  ['tier A { when messages in', 'After `in` a duration, like 7d, is missing.'],
  ['tier A { when messages in 7d >=', 'After `>=` a number is missing.'],
  ['risk R { when count(message where', 'The file ends in the middle of a clause.'],
  ['risk R { when count(message where media in', 'The file ends before `[`.'],
  ['risk R { when messages in 7d', 'The file ends before `}`.'],
])('a half-written file has one finding: %s', (body, message) => {
  expect(errorsOf(`group G : service {\n  tier B { otherwise }\n  ${body}\n`).map(({ message: { en } }) => en)).toEqual(
    [message],
  );
});

test.each([
  ['发言数 近7天 3 以上', '发言数 近7天 >= 3'],
  ['发言数 近7天 3次以上', '发言数 近7天 >= 3'],
  ['messages in 7d 以上 3', 'messages in 7d >= 3'],
  ['发言数 近7天 > 3 人', '发言数 近7天 > 3'],
])('a bound of a Chinese manual: %s', (written, right) => {
  const tier = (condition: string): string => group(`tier A { when ${condition} }`);
  const found = errorsOf(tier(written));
  expect(found).toHaveLength(1);
  expectMistake({ written: tier(written), codes: found.map(({ code }) => code), en: '', fixed: tier(right) });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('any name is allowed: %s', (name) => {
  const text = `lexicon ${name} { "${name}" } role ${name} members "${name}" script ${name} "x" policy P_${name} { }
metric ${name} : count = count(message)
group ${name} : service extends P_${name} {
  tier ${name} { when ${name} in 7d > 3 and count(message where role == ${name}) in 7d > 1 } tier B { otherwise }
  content { category ${name} when text contains ${name} cap ${name} 30% per day ban ${name} do kick }
  health ${name} { healthy when messages per day > 1 }
  risk ${name} { when complaints in 1d > 3 do publish(${name}) }
  campaign ${name} light { burst 1h starts every day at 10:00 }
  lifecycle { stage ${name} when age > 3d stage B allow ${name} -> B }
  duty { 00:00..24:00 ${name} }
}
scenario "${name}" for ${name} { given { 2025-03-01T10:00 "${name}" message } expect no tier ${name} of "${name}" on 2025-03-01 }`;
  expect(errorsOf(text).map(({ message }) => message.en)).toEqual([]);
});

test('a declared role in a filter means the people on its list', () => {
  const filterOf = (filter: string): unknown => {
    const { policy } = checkFiles({ 'main.group': where(filter) });
    const when = policy?.groups[0]?.risks[0]?.when;
    const left = when?.kind === 'compare' ? when.left : null;
    return left?.kind === 'aggregate' ? left.parts[0]?.where : null;
  };
  const listed = { kind: 'field-in', field: 'member', values: [{ name: '小美', spellings: ['小美'] }] };
  expect(filterOf('role == 客服')).toMatchObject(listed);
  expect(filterOf('role != 客服')).toMatchObject({ kind: 'not', operand: listed });
  expect(filterOf('role in [staff, 客服]')).toMatchObject({
    kind: 'or',
    left: { kind: 'field-in', field: 'role', values: [{ name: 'staff' }] },
    right: listed,
  });
});

test('half-written conditions with values are errors, never faults of our own', () => {
  const filters = [
    'media == image or',
    'media == or video',
    'or video',
    'media == image or ＋media == video',
    'not or video',
    '== image or video',
  ];
  for (const filter of filters) {
    const texts = [where(filter), content(`category b when ${filter}`), where(filter).slice(0, -20)];
    for (const text of texts) {
      const { diagnostics } = checkFiles({ 'main.group': text });
      expect(diagnostics.map(({ code }) => code)).not.toContain('internal-fault');
      expect(diagnostics.length, text).toBeGreaterThan(0);
    }
  }
});
