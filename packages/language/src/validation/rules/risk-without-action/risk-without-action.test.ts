import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { riskWithoutAction } from './risk-without-action.ts';

test('a risk that opens in silence', () =>
  expectFindings(riskWithoutAction, group('risk <|R|> "Spam" { when complaints in 1d > 3 }'), [
    '`R` (Spam) has no action: when it opens, nothing happens and nobody is notified. Add one, at least `do notify(…)`.',
  ]));

test('the end of a ladder', () =>
  expectFindings(
    riskWithoutAction,
    group('risk R { when complaints in 1d > 3  escalate to S after 2h } risk <|S|> { when complaints in 1d > 9 }'),
    [
      '`S` has no action, although other risks escalate to it: at the top of the ladder, nothing happens. Add one, at least `do notify(…)`.',
    ],
  ));

test('one that only escalates has done enough', () =>
  expectFindings(
    riskWithoutAction,
    group('risk R { when complaints in 1d > 3  escalate to S after 2h } risk S { when complaints in 1d > 9  do warn }'),
    [],
  ));
