import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { healthWithoutGoal } from './health-without-goal.ts';

test('a response to a breach that cannot happen', () =>
  expectFindings(healthWithoutGoal, `script S "x" ${group('health <|h|> { on breach do publish(S) }')}`, [
    '`h` does not say what healthy means, so it is never in breach and its responses never run. Add `healthy when …`.',
  ]));

test('one goal', () => expectFindings(healthWithoutGoal, group('health h { healthy when messages per day > 5 }'), []));
