import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { stageDeadEnd } from './stage-dead-end.ts';

test('the last of a chain', () =>
  expectFindings(
    stageDeadEnd,
    group('lifecycle { stage A when age < 30d  stage <|B|> when age >= 30d  allow A -> B }'),
    [
      'Nothing leads out of `B`: a group that gets there stays, even when it recovers. The way there: `A` → `B`. Add an `allow B -> …`, unless the group ends there.',
    ],
  ));

test('a circle has no end', () =>
  expectFindings(
    stageDeadEnd,
    group('lifecycle { stage A when age < 30d  stage B when age >= 30d  allow A -> B -> A }'),
    [],
  ));
