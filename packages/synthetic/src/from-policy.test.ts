import { expect, test } from 'vitest';
import { type PolicyGroup, syntheticOptionsFor } from './from-policy.ts';
import { generateEvents } from './generate.ts';
import type { EventRow } from './row.ts';

const GROUP: PolicyGroup = {
  name: 'BeautyVIP',
  label: '美妆品牌VIP客户群',
  kind: 'service',
  match: ['vip-*'],
  timezone: 'Asia/Tokyo',
  nickname: { pattern: '^.+-.+$', ignoreCase: false },
  founded: '2024-05-01T00:00',
  capacity: 500,
  content: {
    categories: [
      { name: 'ad', label: '广告' },
      { name: 'tips', label: '干货' },
      { name: 'other', label: null },
    ],
    mixes: [{ shares: [{ category: 'tips', share: { numerator: 3, denominator: 5 } }] }],
    caps: [{ category: 'ad', share: { numerator: 3, denominator: 20 } }],
    bans: [{ words: ['加微信', '代购'] }],
    slots: [{ from: 420, to: 540, category: 'tips' }],
  },
  risks: [{ name: 'Routine' }],
  campaigns: [
    {
      name: 'Referral',
      size: 'medium',
      phases: [
        { name: 'preheat', duration: { amount: 2, unit: 'd' } },
        { name: 'burst', duration: { amount: 24, unit: 'h' } },
      ],
      starts: [{ kind: 'once', at: '2025-04-10T20:00' }],
    },
    { name: 'Rescue', size: 'light', phases: [], starts: [] },
  ],
};

const OPTIONS = syntheticOptionsFor(GROUP, [{ members: ['小美', '阿强'] }], { members: 60 });
const ROWS: EventRow[] = [...generateEvents(OPTIONS)];

test('the log matches the group, in its zone, under its name, with its staff', () => {
  expect(OPTIONS.group).toEqual({ id: 'vip-01', name: '美妆品牌VIP客户群' });
  expect(OPTIONS.timezone).toBe('Asia/Tokyo');
  expect(OPTIONS.staff.filter((person) => person.role === 'staff').map((person) => person.name)).toEqual([
    '小美',
    '阿强',
  ]);
  expect(OPTIONS.nicknames).toBe('city');
});

test('the log starts five weeks before the first planned campaign, which is held', () => {
  expect(OPTIONS.start).toBe('2025-03-06');
  expect(OPTIONS.campaigns.map((campaign) => [campaign.name, campaign.burst])).toEqual([
    ['Referral', { after: 2_880, length: 1_440 }],
  ]);
  const held = syntheticOptionsFor(GROUP, [], { seed: 4 });
  const event = [...generateEvents(held)].find((row) => row.kind === 'campaign');
  expect(event).toMatchObject({ about: 'Referral', ts: Date.parse('2025-04-10T20:00:00+09:00') });
});

test('messages carry the labels of the categories, banned words occur, complaints name the ads', () => {
  const labels = new Set(ROWS.map((row) => row.category).filter((label) => label !== null));
  expect([...labels].sort()).toEqual(['ad', 'other', 'tips']);
  expect(ROWS.some((row) => row.text?.includes('代购'))).toBe(true);
  expect(ROWS.some((row) => row.kind === 'complaint' && row.about === 'ad')).toBe(true);
  expect(ROWS.some((row) => row.kind === 'resolve' && row.about === 'Routine')).toBe(true);
});

test('a group without details gets the default log', () => {
  const bare = syntheticOptionsFor({
    ...GROUP,
    label: null,
    match: [],
    founded: null,
    nickname: { pattern: '(?P<x>a)', ignoreCase: false },
    content: { categories: [], mixes: [], caps: [], bans: [], slots: [] },
    campaigns: [],
  });
  expect(bare).toMatchObject({ language: 'en', start: '2025-03-03', nicknames: 'plain', group: { id: 'BeautyVIP' } });
  expect(bare.categories.map((category) => category.name)).toEqual(['insight', 'notice', 'ugc', 'light', 'ad']);
  expect(bare.campaigns.length).toBe(3);
});

test('a small group is not overfull', () => {
  expect(syntheticOptionsFor({ ...GROUP, capacity: 30 }).members).toBe(30);
  expect(syntheticOptionsFor({ ...GROUP, capacity: null }).members).toBe(80);
});

test('a group founded late does not begin earlier', () => {
  expect(syntheticOptionsFor({ ...GROUP, founded: '2025-04-01' }).start).toBe('2025-04-01');
});
