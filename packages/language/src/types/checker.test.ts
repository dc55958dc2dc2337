import { expect, test } from 'vitest';
import { diagnose, findIn } from '../testing/marked.ts';

const tier = (condition: string): string => `group G : service { tier T { when ${condition} } }`;
const risk = (condition: string): string => `group G : service { risk R { when ${condition} } }`;

test.each([
  tier('open_rate in 30d < 40%'),
  tier('idle >= 30d and tenure > 2w'),
  tier('interactions in 7d / messages in 7d >= 50%'),
  tier('messages in 30d / 30 > 2.5'),
  tier('messages in 7d + shares in 7d * 2 >= 10'),
  tier('messages in 7d > members / 10'),
  tier('idle / tenure > 50%'),
  risk('messages_per_member per day > 5'),
  risk('revenue per day > 1000 and revenue / members > 10'),
  risk('growth in 30d > 150%'),
  risk('members > 100 and age > 30d'),
  risk('count(message where role != staff and not media in [image, "视频"]) in 1h > 3').replace('"视频"', 'video'),
  risk('distinct(complaint.target where about == "服务态度" or about == "物流") per day > 3'),
  risk('sum(purchase.amount where amount >= 100) per day > 1000'),
  risk('members per week falls by 20%'),
])('fits: %s', (text) => {
  expect(diagnose(text).map(({ message }) => message.en)).toEqual([]);
});

test.each<[string, string]>([
  [tier('<|idle > 3|>'), 'unit-mismatch: A duration cannot be compared with a plain number. Write `3d`.'],
  [tier('open_rate < <|40|>'), 'missing-percent: A share needs its unit: write `40%`.'],
  [tier('<|messages in 7d > 40%|>'), 'unit-mismatch: A count cannot be compared with a ratio.'],
  [tier('<|messages + idle|> > 3'), 'unit-mismatch: A count cannot be added to a duration.'],
  [tier('<|idle * tenure|> > 3d'), 'unit-mismatch: A duration cannot be multiplied by a duration.'],
  [
    tier('<|messages|>'),
    'not-a-condition: A condition is expected here, but this is a count. Compare it with something, like `> 3`.',
  ],
  [tier('messages > <|"3"|>'), 'not-a-quantity: A quantity is expected here, but this is a text.'],
  [
    tier('<|(messages in 7d) in 30d|> > 3'),
    'window-misplaced: This measure already has its own window. Remove one of the two.',
  ],
  [
    tier('<|idle in 7d|> > 3d'),
    'window-misplaced: Nothing here is counted over time, so a window has no effect. Remove it.',
  ],
  [
    risk('<|messages|> falls by 20%'),
    'window-misplaced: A trend compares a period with the one before. Say which: `… per week` or `… in 7d`.',
  ],
  [risk('<|tenure|> > 3d'), 'wrong-scope: `tenure` belongs to a member. Use it in a tier, not for the whole group.'],
  [risk('<|top 3 by messages|>'), 'wrong-scope: A rank compares members. Use it in a tier.'],
  [
    tier('<|media|> == image'),
    'wrong-scope: `media` belongs to one event. Use it after `where`: `count(message where …)`.',
  ],
  [
    tier('<|text contains "a"|>'),
    'wrong-scope: This is a condition over one event. Put it into an aggregate: `count(message where …)`.',
  ],
  [
    risk('count(message where <|messages > 3|>) > 1'),
    'wrong-scope: A condition over one event is expected here, like `media == image` or `text contains "…"`.',
  ],
  [
    risk('count(message where <|text == "a"|>) > 1'),
    'field-misused: Text cannot be compared directly: use `contains "…"` or `matches /…/`.',
  ],
  [
    risk('count(message where <|role > staff|>) > 1'),
    'field-misused: `role` has no order: use `==`, `!=` or `in […]`.',
  ],
  [
    risk('count(message where media == <|"image"|>) > 1'),
    'field-misused: `media` is one of: text, image, voice, video, sticker, link, file, miniapp, redpacket, transfer, card, location, forward, quote, poke, announcement, call, vote, note, other. Write it without quotes.',
  ],
  [risk('<|sum|>(purchase) > 1'), 'field-misused: `sum` needs a field, like `sum(purchase.amount)`.'],
  [risk('average(message.<|member|>) > 1'), 'field-misused: `average` needs a field that is a number, like `amount`.'],
  [
    risk('distinct(message.<|text|>) > 1'),
    'field-misused: `distinct` counts different members, targets or words, not `text`.',
  ],
  [
    risk('count(message where text matches <|/(?=a)/|>) > 1'),
    'invalid-pattern: This pattern is not supported: it uses look-around. Patterns use RE2 syntax, without look-around or backreferences.',
  ],
  [
    `metric m : <|ratio|> = count(message)`,
    'unit-declared: The metric `m` is declared as a ratio, but its definition gives a count.',
  ],
  [
    `metric stay = tenure + 1d ${risk('<|stay|> > 3d')}`,
    'wrong-scope: `stay` belongs to a member. Use it in a tier, not for the whole group.',
  ],
  [
    `metric weekly = count(message) in 7d ${risk('<|weekly in 30d|> > 3')}`,
    'window-misplaced: This measure already has its own window. Remove one of the two.',
  ],
])('rejected: %s', (marked, message) => {
  expect(findIn(marked)).toEqual({ marked, messages: [message] });
});

test('an error in a definition is reported once, in the definition', () => {
  const marked = `metric m = <|messages + idle|> ${tier('m > 3')} ${risk('m > 40%').replace('group G', 'group H')}`;
  expect(findIn(marked).messages).toEqual(['unit-mismatch: A count cannot be added to a duration.']);
});
