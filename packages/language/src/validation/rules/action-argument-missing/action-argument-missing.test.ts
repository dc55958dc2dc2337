import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { actionArgumentMissing } from './action-argument-missing.ts';

const doing = (calls: string): string =>
  `role m members "A" ${group(`risk R { when complaints in 1d > 3  do ${calls} }`)}`;

test('publishing nothing', () =>
  expectFindings(actionArgumentMissing, doing('warn, <|publish|>'), [
    '`publish` needs `what` and has none, so it would do nothing. Write it in parentheses: `publish(…)`.',
  ]));

test.each(['publish("x")', 'publish(what: "x")', 'warn', 'notify(m)', 'recall()'])('%s is enough', (call) =>
  expectFindings(actionArgumentMissing, doing(call), []),
);
