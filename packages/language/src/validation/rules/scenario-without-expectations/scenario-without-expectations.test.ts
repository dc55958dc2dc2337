import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { scenarioWithoutExpectations } from './scenario-without-expectations.ts';

const scenario = (rest: string, title = '"Four complaints"'): string =>
  `${group('risk R { when complaints in 1d > 3  do warn }')} scenario ${title} for G { given { 2025-03-01T10:00 "Li" complaint x 4 } ${rest} }`;

test('events and nothing else', () =>
  expectFindings(scenarioWithoutExpectations, scenario('', '<|"Four complaints"|>'), [
    'This scenario has no expectations, so it passes whatever the rules do. Add the expected result, like `expect risk …`.',
  ]));

test('expecting that nothing happens is expecting', () =>
  expectFindings(scenarioWithoutExpectations, scenario('expect no risk R'), []));
