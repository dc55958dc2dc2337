import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { dutyRoleEmpty } from './duty-role-empty.ts';

test('a role without members', () =>
  expectFindings(dutyRoleEmpty, `role m ${group('duty { 08:00..20:00 <|m|> }')}`, [
    'The role `m` has no members, so nobody is on duty in this shift. Say who they are: `role m members "…"`.',
  ]));

test('a tool needs no members', () =>
  expectFindings(dutyRoleEmpty, `tool Bot provides mute ${group('duty { 08:00..20:00 Bot }')}`, []));
