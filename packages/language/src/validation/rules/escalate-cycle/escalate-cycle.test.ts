import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { escalateCycle } from './escalate-cycle.ts';

test('names the circle at the escalation that closes it', () =>
  expectFindings(
    escalateCycle,
    group(`risk A { when complaints in 1d > 3  escalate to B after 2h }
      risk B { when complaints in 1d > 6  escalate to C after 2h }
      risk C { when complaints in 1d > 9  <|escalate to A after 2h|> }`),
    [
      'These risks escalate in a cycle: `A` → `B` → `C` → `A`. Each keeps the next one open, so none of them ever closes by itself. Remove one of the escalations.',
    ],
  ));

test('two ways up are not a circle', () =>
  expectFindings(
    escalateCycle,
    group(`risk A { when complaints in 1d > 3  escalate to B after 2h  escalate to C after 3 times in 7d }
      risk B { when complaints in 1d > 6  escalate to C after 2h }
      risk C { when complaints in 1d > 9  do warn }`),
    [],
  ));
