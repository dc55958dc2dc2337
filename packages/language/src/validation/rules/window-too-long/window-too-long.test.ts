import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { windowTooLong } from './window-too-long.ts';

test('two years', () =>
  expectFindings(windowTooLong, group('tier T { when messages in <|730d|> > 3 }'), [
    'A window of 730d needs a log of that length; until then its counts are lower bounds and "fewer than" is unknown. Shorten it, or check that your logs go back that far.',
  ]));

test('a year', () => expectFindings(windowTooLong, group('tier T { when messages in 365d > 3 }'), []));
