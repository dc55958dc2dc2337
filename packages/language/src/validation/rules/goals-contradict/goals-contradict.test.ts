import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { goalsContradict } from './goals-contradict.ts';

const SAID = 'The goals of `h` can never all be met, so it is always in breach. Correct a bound.';

test.each([
  'healthy when messages per day > 100  healthy when messages per day < 50',
  'healthy when interactions per day < 20  healthy when messages per day > 30',
  'healthy when reach_rate per day > 75%  healthy when reach_rate per day < 60%',
])('%s', (goals) => expectFindings(goalsContradict, group(`health <|h|> { ${goals} }`), [SAID]));

test('goals that can be met', () =>
  expectFindings(
    goalsContradict,
    group('health h { healthy when messages per day > 30  healthy when interactions per day > 20 }'),
    [],
  ));
