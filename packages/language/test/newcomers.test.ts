/** Notations from spreadsheets, programming languages, SQL and traditional Chinese: one finding each, and its fix leaves none. */
import { expect, test } from 'vitest';
import { apply, campaign, content, errorsOf, group, risk, tier } from './mistakes.ts';

const where = (filter: string): string => tier(`count(message where ${filter}) in 7d > 3`);

const NOTATIONS: readonly (readonly [frame: (text: string) => string, written: string, right: string])[] = [
  // Traditional Chinese.
  [group, '層級 A { 其余 }', '层级 A { 其余 }'],
  [group, '层级 A { 其餘 }', '层级 A { 其余 }'],
  [group, '层级 A { 當 发言数 近7天 > 3 }', '层级 A { 当 发言数 近7天 > 3 }'],
  [group, '风险 風險 { 當 投诉数 近1天 > 3 }', '风险 風險 { 当 投诉数 近1天 > 3 }'],
  [group, '風險 R { 当 投诉数 近1天 > 3 }', '风险 R { 当 投诉数 近1天 > 3 }'],
  [tier, '發言數 近7天 > 3', '发言数 近7天 > 3'],
  [tier, '互動數 近7天 > 3', '互动数 近7天 > 3'],
  [tier, '活躍率 近7天 >= 5%', '活跃率 近7天 >= 5%'],
  [tier, '发言数 近24小時 > 3', '发言数 近24小时 > 3'],
  [tier, '发言数 近7天 大於 3', '发言数 近7天 > 3'],
  [tier, '发言数 近7天 > 3 並且 互动数 近7天 > 1', '发言数 近7天 > 3 且 互动数 近7天 > 1'],
  [where, '媒介 == 圖片', '媒介 == 图片'],
  [(kind) => `群 G : ${kind} { }`, '服務型', '服务型'],
  [(word) => `${word} G : 服务型 { }`, '群組', '群'],
  // Numbers, capitals and places of windows, filters and ranks.
  [tier, 'messages in 7d > 1.5w', 'messages in 7d > 15000'],
  [tier, 'messages in 7d > 1.5万', 'messages in 7d > 15000'],
  [tier, 'messages in 7d > 2k', 'messages in 7d > 2000'],
  [tier, 'messages in 7d BETWEEN 3 AND 5', 'messages in 7d >= 3 and messages in 7d <= 5'],
  [tier, 'messages in 7d > 3 AND shares in 7d > 1', 'messages in 7d > 3 and shares in 7d > 1'],
  [tier, 'messages in 7d > 3 OR shares in 7d > 1', 'messages in 7d > 3 or shares in 7d > 1'],
  [tier, 'NOT messages in 7d > 3', 'not messages in 7d > 3'],
  [tier, 'messages In 7d > 3', 'messages in 7d > 3'],
  [tier, 'count(*) in 7d > 3', 'count(message) in 7d > 3'],
  [tier, 'count(message) where media == image in 7d > 3', 'count(message where media == image) in 7d > 3'],
  [tier, 'count(message) in 7d where media == image > 3', 'count(message where media == image) in 7d > 3'],
  [tier, 'messages > 3 per week', 'messages per week > 3'],
  [tier, 'messages > 3 in 7d', 'messages in 7d > 3'],
  [tier, '发言数 > 3 近7天', '发言数 近7天 > 3'],
  [tier, 'top20% by messages in 7d', 'top 20% by messages in 7d'],
  [tier, '排名前20% 按 发言数 近7天', '前20% 按 发言数 近7天'],
  [tier, '排名前 20% 按 发言数 近7天', '前20% 按 发言数 近7天'],
  [tier, '发言数 近7天 前20%', '前20% 按 发言数 近7天'],
  // Actions, times and brackets.
  [risk, 'do warn sender', 'do warn(sender)'],
  [risk, 'do mute(sender 24h)', 'do mute(sender, 24h)'],
  [risk, 'do mute sender 24h', 'do mute(sender, 24h)'],
  [risk, 'do [warn, kick]', 'do warn, kick'],
  [group, 'duty { 早9点到晚6点 m }', 'duty { 09:00..18:00 m }'],
  [content, 'slot "早" 早9点到晚6点 a', 'slot "早" 09:00..18:00 a'],
  [group, 'tier A 【 when messages in 7d > 3 】', 'tier A { when messages in 7d > 3 }'],
  [group, 'tier A （ when messages in 7d > 3 ）', 'tier A { when messages in 7d > 3 }'],
  [group, 'tier A ( when messages in 7d > 3 )', 'tier A { when messages in 7d > 3 }'],
  [group, 'tier A when messages in 7d > 3', 'tier A { when messages in 7d > 3 }'],
  [
    group,
    'tier A when messages in 7d > 3 tier B { otherwise }',
    'tier A { when messages in 7d > 3 } tier B { otherwise }',
  ],
  [(body) => `group G : service ${body}`, '【 tier A { otherwise } 】', '{ tier A { otherwise } }'],
  // Methods, alternatives and quotes.
  [where, 'text.contains("x")', 'text contains "x"'],
  [where, '文字内容.包含("x")', '文字内容 包含 "x"'],
  [where, 'text.startsWith("x")', 'text matches /^x/'],
  [where, 'text.matches(/x/)', 'text matches /x/'],
  [where, 'text matches /a/ or /b/', 'text matches /a/ or text matches /b/'],
  [where, 'media = "image"', 'media == image'],
  [where, "role = 'staff'", 'role == staff'],
];

test.each(NOTATIONS.map(([frame, written, right]) => ({ frame, written, right })))(
  '$written → $right',
  ({ frame, written, right }) => {
    const text = frame(written);
    const found = errorsOf(text);
    expect(found.map(({ message }) => message.en)).toHaveLength(1);
    const fixed = found.map((one) => apply(text, one)).join('');
    expect(fixed.replace(/\s+/g, '')).toBe(frame(right).replace(/\s+/g, ''));
    expect(errorsOf(fixed).map(({ message }) => message.en)).toEqual([]);
  },
);

test.each(['3月1日', '3月1日 20:00'])('a date without its year is one finding: %s', (date) => {
  const [found, ...others] = errorsOf(campaign(date));
  expect(others).toEqual([]);
  expect(found?.message).toMatchObject({
    en: expect.stringContaining('The year is missing'),
    zh: expect.stringContaining('缺少年份'),
  });
});

test('a declared name in traditional characters stays as it is', () => {
  const body = '层级 層級 { 当 發言數 近7天 > 3 } 风险 核心風險 { 当 投诉数 近1天 > 3 }';
  expect(errorsOf(`指标 發言數 : 计数 = 计数(发言)\n${group(body)}`)).toEqual([]);
});
