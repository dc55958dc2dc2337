/** Rule cards: conditions in words, what members see and what they do not. */
import { Checker, memoryFileSystem } from '@steward/language';
import type { Policy } from '@steward/policy';
import { type CardOptions, ruleCard } from '@steward/report';
import { describe, expect, test } from 'vitest';

const CHECKER = new Checker();

function policyOf(text: string): Policy {
  const { policy, diagnostics } = CHECKER.check(['g.group'], memoryFileSystem({ 'g.group': text }));
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return policy;
}

function card(text: string, locale: CardOptions['locale']): string {
  const policy = policyOf(text);
  const [group] = policy.groups;
  if (group === undefined) throw new Error('no group');
  const sourceText: CardOptions['sourceText'] = ({ startOffset, endOffset }) => text.slice(startOffset, endOffset);
  return ruleCard(policy, group, { locale, file: 'g.group', sourceText });
}

function way(condition: string, locale: CardOptions['locale']): string {
  const text = `group G : service {
  content { category ugc "晒单" when text contains "晒" }
  tier T { when ${condition}  benefit "b" }
}`;
  const row = card(text, locale)
    .split('\n')
    .find((line) => line.includes('**T**'));
  return row?.split(' | ')[1] ?? '';
}

describe('how to get into a tier, in words', () => {
  test.each([
    ['messages in 7d >= 3', 'at least 3 messages in the last 7 days', '近 7 天发言数至少 3'],
    ['active_days in 1w > 2', 'more than 2 active days in the last 1 week', '近 1 周活跃天数超过 2'],
    ['not messages in 7d < 3', 'at least 3 messages in the last 7 days', '近 7 天发言数至少 3'],
    ['3 <= messages in 7d', 'at least 3 messages in the last 7 days', '近 7 天发言数至少 3'],
    ['top 20% by messages in 7d', 'among the top 20% by messages in the last 7 days', '近 7 天发言数排前 20%'],
    ['tenure >= 90d', 'time in the group at least 90 days', '入群时长至少 90 天'],
    ['since(message) < 2d', 'time since the last message less than 2 days', '距上次发言少于 2 天'],
    [
      'count(message where category == ugc) in 7d >= 2',
      'at least 2 messages of “晒单” in the last 7 days',
      '近 7 天「晒单」发言数至少 2',
    ],
    [
      'messages in 7d >= 3 and (tenure > 9d or shares in 7d >= 1)',
      'at least 3 messages in the last 7 days, and (time in the group more than 9 days, or at least 1 share in the last 7 days)',
      '近 7 天发言数至少 3，并且（入群时长超过 9 天，或者近 7 天转发数至少 1）',
    ],
    // What cannot be put into words is shown as written.
    [
      'messages in 7d >= 3 and count(message of group) in 7d > 9',
      '`messages in 7d >= 3 and count(message of group) in 7d > 9`',
      '`messages in 7d >= 3 and count(message of group) in 7d > 9`',
    ],
    ['messages in 7d >= shares in 7d', '`messages in 7d >= shares in 7d`', '`messages in 7d >= shares in 7d`'],
    [
      'count(message where media == image) in 7d > 1',
      '`count(message where media == image) in 7d > 1`',
      '`count(message where media == image) in 7d > 1`',
    ],
  ])('%s', (condition, en, zh) => {
    expect(way(condition, 'en')).toBe(en);
    expect(way(condition, 'zh')).toBe(zh);
  });
});

const WHOLE = `role desk "客服" members "小美", "阿强"
role boss members "陈总"
tool Bot "群管家" provides kick, mute, recall
lexicon Bad "脏话" { "x" }
script Rules "群规" """一、*不*发广告。
二、<b>友好</b>。"""
script Secret "致歉" "对不起"
group G "会|员*群" : service {
  purpose "答疑"
  capacity 200
  content {
    category talk "闲聊" when text contains "聊"
    mix per day { talk 100% }
    cap talk 90% per day
    ban Bad do recall(message), warn(sender), notify(boss, "内部")
    slot "晚间" 20:00..21:00 talk
  }
  tier Core "核心" { when messages in 7d >= 5  grace 2d  badge "👑"  benefit "包邮" }
  tier Gone "流失" { when idle >= 30d  strategy "回访" }
  tier Rest { otherwise  benefit "生日礼" }
  health calm "平静" { healthy when complaints per day < 3  on breach do notify(boss, "看看") }
  risk Noise "刷屏" { when count(message where text contains Bad) in 1h >= 3  do mute(sender, 2h), announce(Rules) }
  risk Worse "恶意" { when complaints in 1d > 9  do kick(sender), publish(Secret) }
  campaign Sale "特卖" medium { preheat 1d  burst 3h  review 1d  starts every fri at 20:00 }
  campaign Rescue "补救" light { burst 1h }
  duty { 09:00..21:00 desk  21:00..09:00 Bot }
}`;

test('a whole card, in Chinese', () => {
  expect(card(WHOLE, 'zh')).toBe(`<!-- 由 \`steward docs\` 根据 g.group 生成：要改请改规则，不要改这一页。 -->

# 会\\|员\\*群

答疑

本群最多 200 人。

## 群规

> 一、\\*不\\*发广告。  
> 二、&lt;b>友好&lt;/b>。

## 这里聊什么

- 每天的内容：闲聊约 100%
- 20:00–21:00 **晚间**（闲聊）

## 请不要

- 含「脏话」的内容
- 闲聊：每天不超过全部发言的 90%

违反的话：警告、撤回消息、禁言 2 小时、移出群聊。

## 成员等级和权益

| 等级 | 怎样达到 | 权益 |
| --- | --- | --- |
| 👑 **核心** | 近 7 天发言数至少 5<br>达不到后保留 2 天 | 包邮 |
| **Rest** | 其他所有成员 | 生日礼 |

## 活动日历

| 活动 | 时间 | 时长 |
| --- | --- | --- |
| **特卖** | 每周五 20:00 | 提前 1 天预告、活动 3 小时 |

时间为 Asia/Shanghai 时区。

## 有事找谁

- 09:00–21:00: **客服**（小美、阿强）
- 21:00–09:00: 群管家
`);
});

test('internal matters of the staff are left out, in both languages', () => {
  for (const text of [card(WHOLE, 'zh'), card(WHOLE, 'en')]) {
    for (const inside of ['流失', '平静', '陈总', '刷屏', '恶意', '对不起', '回访', '补救', '内部', '>= 3']) {
      expect(text, inside).not.toContain(inside);
    }
  }
});

test('empty sections are left out', () => {
  expect(card('group G : interest { tier T { otherwise } }', 'en')).toBe(
    '<!-- Written by `steward docs` from g.group: change the rules, not this page. -->\n\n# G\n',
  );
});

const BOTH = `/** @label zh 客服 */ role desk "Service desk" members "小美"
/** @label en rude words */ lexicon Bad "脏话" { "x" }
/** @label en Answers @zh 解答数。 */ metric answers alias 解答 : count = count(message where media == quote)
/** @label en Best customers */
group G "会员群" : service {
  content {
    /** @label en Small talk */
    category talk "闲聊" when text contains "聊"
    ban Bad do warn(sender)
    /** @label en Good morning */
    slot "早安" 07:00..08:00 talk
  }
  /** @label en Core members */
  tier Core "核心用户" { when answers in 7d >= 3  benefit "b" }
  /** @label en Members' day */
  campaign Day "会员日" light { burst 1h starts every month on 1, 2, 13, 23 at 10:00 }
  duty { 09:00..18:00 desk }
}`;

test('labels are in the language of the card if the rules have them', () => {
  const english = card(BOTH, 'en');
  for (const said of [
    '# Best customers',
    'Small talk',
    'rude words',
    '**Good morning**',
    '**Core members**',
    'at least 3 Answers',
    "**Members' day**",
    'on the 1st, 2nd, 13th, 23rd at',
    '**Service desk**',
  ]) {
    expect(english).toContain(said);
  }
  expect(english).not.toMatch(/闲聊|脏话|会员|核心|早安|客服/);
  const chinese = card(BOTH, 'zh');
  for (const said of ['# 会员群', '脏话', '**核心用户**', '**会员日**', '**客服**']) expect(chinese).toContain(said);
  expect(chinese).not.toMatch(/Small|rude|Core members|Service desk/);
});
