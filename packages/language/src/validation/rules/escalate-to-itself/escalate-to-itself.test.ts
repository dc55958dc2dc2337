import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { escalateToItself } from './escalate-to-itself.ts';

test('a risk that is its own next step', () =>
  expectFindings(escalateToItself, group('risk R { when complaints in 1d > 3  do warn  <|escalate to R after 2h|> }'), [
    '`R` escalates to itself, but by then it is already open, so nothing happens. Name the next higher risk, or remove this line.',
  ]));

test('another risk', () =>
  expectFindings(
    escalateToItself,
    group('risk R { when complaints in 1d > 3  escalate to S after 2h } risk S { when complaints in 1d > 9 do warn }'),
    [],
  ));
