import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { escalateTimesUnreachable } from './escalate-times-unreachable.ts';

const risk = (cooldown: string, escalation: string): string =>
  group(
    `risk R { when complaints in 1h > 3  cooldown ${cooldown}  do warn  ${escalation} } risk S { when complaints in 1h > 9 do warn }`,
  );

test('three openings two days apart do not fit into two days', () =>
  expectFindings(escalateTimesUnreachable, risk('2d', '<|escalate to S after 3 times in 2d|>'), [
    'With a cooldown of 2d, 3 openings never fit into 2d: a risk that reopens within the cooldown joins the last incident and is not counted. Shorten the cooldown or widen the window.',
  ]));

test('three within a week', () =>
  expectFindings(escalateTimesUnreachable, risk('2d', 'escalate to S after 3 times in 7d'), []));

test('the first opening needs no room', () =>
  expectFindings(escalateTimesUnreachable, risk('2d', 'escalate to S after 1 times in 1d'), []));
