import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { dutyGap } from './duty-gap.ts';

const duty = (shifts: string, keyword = 'duty'): string => `role m members "A" ${group(`${keyword} { ${shifts} }`)}`;

test('names the gap', () =>
  expectFindings(dutyGap, duty('08:00..20:00 m  22:00..08:00 m', '<|duty|>'), [
    'Nobody is on duty 20:00–22:00, so incidents that open then reach no one. Extend a shift, or add one.',
  ]));

test('names every gap, and one over midnight as one', () =>
  expectFindings(dutyGap, duty('08:00..12:00 m  14:00..20:00 m', '<|duty|>'), [
    'Nobody is on duty 12:00–14:00 and 20:00–08:00, so incidents that open then reach no one. Extend a shift, or add one.',
  ]));

test('shifts that meet leave none, whatever their order', () =>
  expectFindings(dutyGap, duty('20:00..08:00 m  08:00..20:00 m'), []));

test('one shift of 24 hours', () => expectFindings(dutyGap, duty('00:00..24:00 m'), []));

test('the fix covers the day', () =>
  expectFixed(dutyGap, duty('08:00..20:00 m'), duty('08:00..20:00 m 20:00..08:00 m')));
