import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { cadenceMismatch } from './cadence-mismatch.ts';

const plan = (cadence: string, starts: string, size = 'medium'): string =>
  group(`campaign C ${size} { burst 2h  starts ${starts} } cadence { ${cadence} }`);

test('three a week instead of two', () =>
  expectFindings(cadenceMismatch, plan('<|medium 2 per week|>', 'every mon, wed, fri at 20:00'), [
    'The cadence is 2 medium per week, but 3 are planned in the week of 2024-01-01, which is more than members will put up with. Drop a start, or raise the cadence.',
  ]));

test('one a week instead of two', () =>
  expectFindings(cadenceMismatch, plan('<|medium 2 per week|>', 'every mon at 20:00'), [
    'The cadence is 2 medium per week, but some periods have only 1 planned. Plan more starts, or lower the cadence.',
  ]));

test.each([
  ['medium 2 per week', 'every mon, thu at 20:00', 'medium'],
  ['large 1 per month', 'every month on 15 at 20:00', 'large'],
  ['light 3 per day', 'every day at 08:00, 12:00, 20:00', 'light'],
])('%s by %s', (cadence, starts, size) => expectFindings(cadenceMismatch, plan(cadence, starts, size), []));

test('a day that some months do not have misses those months', () =>
  expectFindings(cadenceMismatch, plan('<|large 1 per month|>', 'every month on 31 at 20:00', 'large'), [
    'The cadence is 1 large per month, but some periods have only 0 planned. Plan more starts, or lower the cadence.',
  ]));

test('every second month by two campaigns together', () =>
  expectFindings(
    cadenceMismatch,
    group(
      'campaign C medium { burst 2h  starts every mon at 20:00 } campaign D medium { burst 2h  starts every thu at 20:00 } cadence { medium 2 per week }',
    ),
    [],
  ));

test('a dated start is not a complete plan', () =>
  expectFindings(cadenceMismatch, plan('medium 2 per week', '2025-03-01T20:00'), []));

test('two dated starts in one week are too many for one', () =>
  expectFindings(cadenceMismatch, plan('<|medium 1 per week|>', '2025-03-03T20:00, 2025-03-05T20:00'), [
    'The cadence is 1 medium per week, but 2 are planned in the week of 2025-03-03, which is more than members will put up with. Drop a start, or raise the cadence.',
  ]));
