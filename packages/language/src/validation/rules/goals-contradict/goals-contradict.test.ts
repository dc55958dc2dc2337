import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { goalsContradict } from './goals-contradict.ts';

const said = (log: string): string =>
  `The goals of \`h\` can never all be met, so it is always in breach. With ${log}, only one goal is missed. Correct a threshold.`;

test.each([
  ['healthy when messages per day > 100  healthy when messages per day < 50', '101 messages per day'],
  [
    'healthy when interactions per day < 20  healthy when messages per day > 30',
    '0 interactions per day, 0 messages per day',
  ],
  ['healthy when reach_rate per day > 75%  healthy when reach_rate per day < 60%', 'reach_rate 0% per day'],
])('%s', (goals, log) => expectFindings(goalsContradict, group(`health <|h|> { ${goals} }`), [said(log)]));

test('goals that can be met', () =>
  expectFindings(
    goalsContradict,
    group('health h { healthy when messages per day > 30  healthy when interactions per day > 20 }'),
    [],
  ));
