import type { GroupOutcome } from '@steward/simulator';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../locale/catalogue.ts';
import { comingsAndGoings, memberName } from './members.ts';

test('people have names; namesakes are distinguished, and strangers shown by id', () => {
  const group = {
    names: [
      { member: 'wxid_1', name: '小李' },
      { member: 'wxid_2', name: '小王' },
      { member: 'wxid_3', name: '小王' },
    ],
  };
  expect(['wxid_1', 'wxid_2', 'wxid_3', 'wxid_4'].map((id) => memberName(group, id))).toEqual([
    '小李',
    '小王 (wxid_2)',
    '小王 (wxid_3)',
    'wxid_4',
  ]);
});

test('joins and leaves are not counted if the log does not show them', () => {
  const words = CATALOGUE['en'];
  const group = { members: { joined: 3, left: 0 } } as GroupOutcome;
  const log = { files: [], shows: ['message' as const], complete: false, events: 0, messages: 0 };
  expect(comingsAndGoings(words, group, log)).toBe('+≥3 −?');
  expect(comingsAndGoings(words, group, { ...log, shows: ['join'] })).toBe('+3 −?');
  expect(comingsAndGoings(words, group, { ...log, complete: true })).toBe('+3 −0');
});
