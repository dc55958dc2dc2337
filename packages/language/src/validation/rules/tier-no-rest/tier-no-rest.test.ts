import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { tierNoRest } from './tier-no-rest.ts';

test('at the last tier', () =>
  expectFindings(tierNoRest, group('tier A { when messages in 7d > 3 } tier <|B|> { when idle >= 30d }'), [
    'No tier takes those who fit none of the others: they are reported as `outside`. End with one for them: `tier Regular { otherwise }`.',
  ]));

test('the fix adds one', () =>
  expectFixed(
    tierNoRest,
    group('tier A { when messages in 7d > 3 }'),
    group('tier A { when messages in 7d > 3 }\n  tier Regular { otherwise }'),
  ));

test('a group without tiers leaves nobody out', () => expectFindings(tierNoRest, group('match "x"'), []));
