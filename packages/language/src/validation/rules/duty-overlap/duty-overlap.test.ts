import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { dutyOverlap } from './duty-overlap.ts';

const duty = (shifts: string): string => `role m members "A" role n members "B" ${group(`duty { ${shifts} }`)}`;

test('an hour with two', () =>
  expectFindings(dutyOverlap, duty('08:00..20:00 m  <|19:00|>..08:00 n'), [
    'At 19:00–20:00 both m and n are on duty, and each may leave the work to the other. Let one shift end where the next begins, or write one shift with both.',
  ]));

test('one role in two shifts', () =>
  expectFindings(dutyOverlap, duty('08:00..20:00 m  <|12:00|>..08:00 n, m'), [
    'At 12:00–20:00 m is on duty in two shifts at once, which is redundant. Let one shift end where the next begins.',
  ]));

test('a second person for most of the day is meant', () =>
  expectFindings(dutyOverlap, duty('09:00..21:00 m  08:00..20:00 n'), []));

test('a tool waits for nobody', () =>
  expectFindings(dutyOverlap, `tool Bot provides mute ${duty('08:00..20:00 m  19:00..08:00 Bot')}`, []));

test('two on one shift is intentional', () =>
  expectFindings(dutyOverlap, duty('08:00..20:00 m, n  20:00..08:00 n'), []));
