import { expect, test } from 'vitest';
import { group, policyOf } from '../../test/build.ts';
import { bindGroups } from './bind-groups.ts';

const policy = policyOf([
  group({ name: 'Vip', match: ['vip-*', 'VIP ?'] }),
  group({ name: 'Python', match: ['*py*'] }),
  group({ name: 'Rest' }),
]);
const named = (id: string, groupName: string | null = null) => ({ group: id, groupName });

test('the first glob that matches the id or the name; else the group without globs', () => {
  const groups = [
    named('vip-1'),
    named('x', 'VIP 7'),
    named('x', 'VIP 77'),
    named('happy'),
    named('Vip-1'),
    named('vip-'),
  ];
  expect(bindGroups(policy, groups)).toEqual(['Vip', 'Vip', 'Rest', 'Python', 'Rest', 'Vip']);
});

test('only some policy groups, or one for everything', () => {
  const groups = [named('vip-1'), named('other')];
  expect(bindGroups(policy, groups, { only: ['Vip'] })).toEqual(['Vip', null]);
  expect(bindGroups(policy, groups, { everything: 'Python' })).toEqual(['Python', 'Python']);
});
