import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { scenarioOutsideDays } from './scenario-outside-days.ts';

const scenario = (expectation: string, given = '2025-03-01T10:00 "Li" message'): string =>
  `${group('tier R { otherwise }')} scenario "S" for G { given { ${given} } ${expectation} }`;

test.each([
  'expect no tier R of "Li" on 2025-02-28',
  'expect no tier R on 2025-02-28T23:59',
  'expect at most 3 tier R of "Li" between 2025-02-01 and 2025-02-28',
])('%s', (expectation) =>
  expectFindings(scenarioOutsideDays, scenario(`<|${expectation}|>`), [
    'This passes whatever the rules say: the scenario starts with its first event on 2025-03-01, so 2025-02-28 is not part of it. Name that day or a later one, or add an earlier event.',
  ]),
);

test.each([
  'expect no tier R of "Li" on 2025-03-01',
  'expect no tier R of "Li" on 2025-03-20',
  'expect no tier R of "Li" between 2025-02-28 and 2025-03-01',
  'expect no tier R of "Li"',
  'expect tier R of "Li" on 2025-02-28',
])('%s can fail', (expectation) => expectFindings(scenarioOutsideDays, scenario(expectation), []));

test('a log may begin before', () =>
  expectFindings(scenarioOutsideDays, scenario('expect no tier R on 2025-02-28', 'log "l.jsonl"'), []));
