import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { tierNoRest } from './tier-no-rest.ts';

/** Whether messages match is beyond what is decided: what kind of text would is not known. */
const UNDECIDED = 'tier A { when count(message where text matches /^[A-Z]{3}-\\d{4}$/) in 7d < 1 }';

test('at the last tier', () =>
  expectFindings(tierNoRest, group(UNDECIDED.replace('tier A', 'tier <|A|>')), [
    'No tier takes the members who fit none of the others, so they are reported as `outside`. Add a last tier for them: `tier Regular { otherwise }`.',
  ]));

test('the fix adds one', () =>
  expectFixed(tierNoRest, group(UNDECIDED), group(`${UNDECIDED}\n  tier Regular { otherwise }`)));

test('a group without tiers leaves nobody out', () => expectFindings(tierNoRest, group('match "x"'), []));

test.each([
  ['somebody is shown to fit none', 'tier A { when messages in 7d > 3 } tier B { when idle >= 30d }'],
  ['everybody fits one', 'tier A { when idle >= 30d } tier B { when idle < 30d }'],
])('%s', (_, tiers) => expectFindings(tierNoRest, group(tiers), []));
