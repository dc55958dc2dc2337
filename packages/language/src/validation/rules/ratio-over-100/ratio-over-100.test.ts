import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { ratioOver100 } from './ratio-over-100.ts';

const health = (goal: string): string => group(`health h { healthy when ${goal} }`);

test('more than all members', () =>
  expectFindings(ratioOver100, health('reach_rate per day > <|100%|>'), [
    'A share of the members is at most 100%, so `> 100%` always gives the same result. Write a threshold below 100%.',
  ]));

test.each(['reach_rate per day >= 100%', 'reach_rate per day > 75%', 'growth in 30d > 100%'])('%s can be', (goal) =>
  expectFindings(ratioOver100, health(goal), []),
);
