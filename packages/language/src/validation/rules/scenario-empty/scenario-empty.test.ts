import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { scenarioEmpty } from './scenario-empty.ts';

const scenario = (given: string, title = '"S"'): string =>
  `${group('risk R { when complaints in 1d > 3  do warn }')} scenario ${title} for G { ${given} expect no risk R }`;

test('no given', () =>
  expectFindings(scenarioEmpty, scenario('', '<|"S"|>'), [
    'This scenario has no events, so there are no days and no members to evaluate. Add events or a `log` to `given`.',
  ]));

test('one event', () => expectFindings(scenarioEmpty, scenario('given { 2025-03-01T10:00 "Li" complaint }'), []));
