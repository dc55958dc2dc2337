import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { kickWithoutWarn } from './kick-without-warn.ts';

const message = (way: string): string =>
  `Members can be removed here without ever being warned: nothing warns them before this \`kick\`. ${way} Add \`warn\` before it, or let a lower risk warn and then escalate to this one.`;
const RISK = 'The shortest path: 4 complaints in 1d; `R` opens, `kick`.';
const risk = (actions: string): string => group(`risk R { when complaints in 1d > 3  do ${actions} }`);

test('removal at once', () => expectFindings(kickWithoutWarn, risk('<|kick(sender)|>'), [message(RISK)]));

test('a warning that comes after is none', () =>
  expectFindings(kickWithoutWarn, risk('<|kick|>, warn'), [message(RISK)]));

test('by a word, and on entering a tier', () => {
  expectFindings(kickWithoutWarn, `lexicon Bad { "spam" }\n${group('content { ban Bad do <|kick(sender)|> }')}`, [
    message('The shortest path: one message with “spam”, a word of `Bad`.'),
  ]);
  expectFindings(
    kickWithoutWarn,
    group('tier A { when messages in 7d >= 2 }  tier B { when idle >= 7d  do <|kick(member)|> }'),
    [message('The shortest path into `B`: joined 7d ago, 0 messages in 7d, idle 7d.')],
  );
});

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
