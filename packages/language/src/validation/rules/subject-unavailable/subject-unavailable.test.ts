import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { subjectUnavailable } from './subject-unavailable.ts';

test('a breach of health has no sender', () =>
  expectFindings(subjectUnavailable, group('health h { healthy when messages per day > 5  on breach do <|warn|> }'), [
    'A health dimension has no `sender`, so `warn` acts on nobody and nothing. It looks at the group as a whole: use an action that names whom or what, like `notify(moderator, …)` or `publish(…)`.',
  ]));

test('a tier has a member and no message', () =>
  expectFindings(subjectUnavailable, group('tier T { when messages in 7d > 5  do tag("new"), <|recall(message)|> }'), [
    'A tier has no `message`, so `recall` acts on nobody and nothing. Here there is `sender` and `member`.',
  ]));

test('a risk knows whose events made it true', () =>
  expectFindings(subjectUnavailable, group('risk R { when complaints in 1d > 3  do warn, recall, kick(sender) }'), []));

test('somebody named is enough', () =>
  expectFindings(
    subjectUnavailable,
    `role m members "A" ${group('health h { healthy when messages per day > 5  on breach do grant("x", m) }')}`,
    [],
  ));
