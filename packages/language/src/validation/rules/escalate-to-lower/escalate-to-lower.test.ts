import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { escalateToLower } from './escalate-to-lower.ts';

const MESSAGE =
  'Whenever `Big` is open, so is `Small`: it is the lower of the two, so this escalation has no effect. Swap the two, or correct a threshold.';
const risks = (big: string, small: string, escalation = '<|escalate to Small after 2h|>'): string =>
  group(`risk Small { when ${small}  do warn } risk Big { when ${big}  ${escalation} }`);

test('more complaints than the target asks for', () =>
  expectFindings(escalateToLower, risks('complaints in 1d > 9', 'complaints in 1d > 3'), [MESSAGE]));

test('at equal thresholds `>` is within `>=`', () =>
  expectFindings(escalateToLower, risks('complaints in 1d > 3', 'complaints in 1d >= 3'), [MESSAGE]));

test('one part of an `and` suffices', () =>
  expectFindings(
    escalateToLower,
    risks('complaints in 1d > 9 and joins in 1d > 3', 'complaints in 1d > 3 or leaves in 1d > 3'),
    [MESSAGE],
  ));

test.each([
  ['complaints in 1d > 3', 'complaints in 1d > 9'],
  ['complaints in 1d > 9', 'complaints in 2h > 3'],
  ['complaints in 1d > 9 or joins in 1d > 3', 'complaints in 1d > 3'],
  ['complaints in 1d > 9', 'complaints in 1d > 3 for 2h'],
])('%s and %s', (big, small) => expectFindings(escalateToLower, risks(big, small, 'escalate to Small after 2h'), []));
