import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { banTwice } from './ban-twice.ts';

test('the second ban on a lexicon', () =>
  expectFindings(
    banTwice,
    `lexicon L { "x" } lexicon M { "y" } ${group('content { ban L do warn  ban M do warn  <|ban L do recall|> }')}`,
    [
      '`L` is already banned in this group, so a message with one of its words is handled twice. Merge the two into one `ban`.',
    ],
  ));
