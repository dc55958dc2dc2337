import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { kickWithoutWarn } from './kick-without-warn.ts';

const MESSAGE =
  'Members can be removed here who were never warned: nothing before this `kick` warns them. Put `warn` before it, or let a lower risk warn and escalate to this one.';
const risk = (actions: string): string => group(`risk R { when complaints in 1d > 3  do ${actions} }`);

test('removal at once', () => expectFindings(kickWithoutWarn, risk('<|kick(sender)|>'), [MESSAGE]));

test('a warning that comes after is none', () => expectFindings(kickWithoutWarn, risk('<|kick|>, warn'), [MESSAGE]));

test('a warning before', () => expectFindings(kickWithoutWarn, risk('warn, kick'), []));

test('a warning two steps down the ladder', () =>
  expectFindings(
    kickWithoutWarn,
    group(`risk A { when complaints in 1d > 3  do warn  escalate to B after 1h }
      risk B { when complaints in 1d > 6  escalate to C after 1h }
      risk C { when complaints in 1d > 9  do kick }`),
    [],
  ));

test('the fix warns first', () => expectFixed(kickWithoutWarn, risk('kick'), risk('warn, kick')));
