import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { cadenceTwice } from './cadence-twice.ts';

test('two targets for the week', () =>
  expectFindings(cadenceTwice, group('cadence { medium 2 per week  <|medium 3 per week|> }'), [
    'The cadence already asks for 2 medium per week, and a group cannot meet both targets. Keep one of them.',
  ]));

test('a week and a month are two questions', () =>
  expectFindings(cadenceTwice, group('cadence { medium 2 per week  medium 8 per month }'), []));
