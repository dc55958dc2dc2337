import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { kindService } from './kind-service.ts';

const VOCABULARY = 'role m members "A"  role empty  tool Bot provides mute';
const duty = (shifts: string, name = 'G'): string => `${VOCABULARY} ${group(`duty { ${shifts} }`, 'service', name)}`;
const message = (when: string): string[] => [
  `Customers ask questions in a service group, but at ${when} no role with members is on duty to answer. Add a shift to \`duty\`: \`09:00..18:00 moderator\`.`,
];

test('no duty at all', () =>
  expectFindings(kindService, group('match "g"', 'service', '<|G|>'), message('09:00–18:00')));

test('a bot alone', () => expectFindings(kindService, duty('00:00..24:00 Bot', '<|G|>'), message('09:00–18:00')));

test('an afternoon shift of a role without members', () =>
  expectFindings(kindService, duty('08:00..14:00 m  14:00..20:00 empty', '<|G|>'), message('14:00–18:00')));

test('people by day, a bot at night', () => expectFindings(kindService, duty('08:00..20:00 m  20:00..08:00 Bot'), []));

test('another kind of group', () => expectFindings(kindService, group('match "g"', 'interest'), []));
