import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { escalateSkipsLevel } from './escalate-skips-level.ts';

const ladder = (first: string, second: string, third = 'escalate to C after 1h'): string =>
  group(`
  risk A { when complaints in 1d >= 3  do warn  ${first}  ${second} }
  risk B { when complaints in 1d >= 6  do warn  ${third} }
  risk C { when complaints in 1d >= 9  do warn }`);

test('the higher level opens before the one between', () =>
  expectFindings(escalateSkipsLevel, ladder('escalate to B after 4h', '<|escalate to C after 2h|>'), [
    '`C` opens 2h after `A`. The level between them, `B`, opens only after 4h and escalates to it after another 1h. Trace: `A` opens; +2h `C`; +4h `B`. Wait longer, or remove this step.',
  ]));

test.each([
  ['it waits', ladder('escalate to B after 2h', 'escalate to C after 4h')],
  ['they open together', ladder('escalate to B after 2h', 'escalate to C after 2h')],
  ['no level is between', ladder('escalate to B after 4h', 'escalate to C after 2h', '')],
  ['it is counted', ladder('escalate to B after 4h', 'escalate to C after 3 times in 7d')],
])('%s', (_, text) => expectFindings(escalateSkipsLevel, text, []));
