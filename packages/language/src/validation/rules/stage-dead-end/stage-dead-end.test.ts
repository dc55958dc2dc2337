import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { stageDeadEnd } from './stage-dead-end.ts';

test('the last of a chain', () =>
  expectFindings(
    stageDeadEnd,
    group('lifecycle { stage A when age < 30d  stage <|B|> when age >= 30d  allow A -> B }'),
    [
      'No move leads out of `B`: a group that gets there stays there, even if it recovers. The path there: `A` → `B`. Add `allow B -> …`, unless it is meant to be the end.',
    ],
  ));

test('a circle has no end', () =>
  expectFindings(
    stageDeadEnd,
    group('lifecycle { stage A when age < 30d  stage B when age >= 30d  allow A -> B -> A }'),
    [],
  ));
