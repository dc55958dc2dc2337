import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { subjectUnavailable } from './subject-unavailable.ts';

test('a breach of health has no sender', () =>
  expectFindings(subjectUnavailable, group('health h { healthy when messages per day > 5  on breach do <|warn|> }'), [
    'A health dimension has no `sender`, so `warn` has nothing to act on. It is about the whole group: use an action with an explicit target, like `notify(moderator, …)` or `publish(…)`.',
  ]));

test('a tier has a member and no message', () =>
  expectFindings(subjectUnavailable, group('tier T { when messages in 7d > 5  do tag("new"), <|recall(message)|> }'), [
    'A tier has no `message`, so `recall` has nothing to act on. Available here: `sender` and `member`.',
  ]));

test('a risk knows whose events made it true', () =>
  expectFindings(subjectUnavailable, group('risk R { when complaints in 1d > 3  do warn, recall, kick(sender) }'), []));

test('somebody named is enough', () =>
  expectFindings(
    subjectUnavailable,
    `role m members "A" ${group('health h { healthy when messages per day > 5  on breach do grant("x", m) }')}`,
    [],
  ));
