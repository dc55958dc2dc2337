import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { scenarioMemberAbsent } from './scenario-member-absent.ts';

const scenario = (expectation: string, properties = ''): string =>
  `${group(`${properties} tier R { otherwise }`)} scenario "S" for G { given { 2025-03-01T10:00 "Li" message } ${expectation} }`;

test('a slip in a name', () =>
  expectFindings(scenarioMemberAbsent, scenario('<|expect tier R of "Lee"|>'), [
    '"Lee" has no events in this scenario, and so is not a member. Give them an event, like `join`, or correct the name.',
  ]));

test('a member who wrote is present', () =>
  expectFindings(scenarioMemberAbsent, scenario('expect tier R of "Li"'), []));

test('a roster does not count in a scenario', () =>
  expectFindings(scenarioMemberAbsent, scenario('<|expect tier R of "Lee"|>', 'roster "r.csv"'), [
    '"Lee" has no events in this scenario, and so is not a member. Give them an event, like `join`, or correct the name.',
  ]));

test('a log may have anybody', () =>
  expectFindings(
    scenarioMemberAbsent,
    `${group('tier R { otherwise }')} scenario "S" for G { given { log "l.jsonl" } expect tier R of "Lee" }`,
    [],
  ));
