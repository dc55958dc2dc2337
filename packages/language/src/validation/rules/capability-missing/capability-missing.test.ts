import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { capabilityMissing } from './capability-missing.ts';

const kicks = (call: string): string => group(`risk R { when complaints in 1d > 3  do warn, ${call} }`);

test('nobody can kick', () =>
  expectFindings(capabilityMissing, `tool Bot provides mute ${kicks('<|kick(sender)|>')}`, [
    '`kick` needs a tool that provides `kick`, but none does, so nothing would carry it out. Add `kick` to a tool, or declare one: `tool Helper provides kick`.',
  ]));

test('a tool can', () =>
  expectFindings(capabilityMissing, `tool Bot provides mute, kick ${kicks('kick(sender)')}`, []));

test('is reported once per capability', () =>
  expectFindings(
    capabilityMissing,
    group('risk R { when complaints in 1d > 3  do <|kick|> } risk S { when joins in 1d > 9 do kick }'),
    [
      '`kick` needs a tool that provides `kick`, but none does, so nothing would carry it out. Add `kick` to a tool, or declare one: `tool Helper provides kick`.',
    ],
  ));

test('the fix adds it to a tool', () =>
  expectFixed(
    capabilityMissing,
    `tool Bot provides mute ${kicks('kick')}`,
    `tool Bot provides mute, kick ${kicks('kick')}`,
  ));
