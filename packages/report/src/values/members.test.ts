import { expect, test } from 'vitest';
import { memberName } from './members.ts';

test('people have names; namesakes are told apart, and strangers are called by their ids', () => {
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
