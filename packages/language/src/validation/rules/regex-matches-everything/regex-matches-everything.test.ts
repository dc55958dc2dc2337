import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { regexMatchesEverything } from './regex-matches-everything.ts';

const MESSAGE =
  'This pattern matches every text, because it matches the empty text. Patterns match anywhere in a text: remove the optional parts, or anchor it with `^` and `$`.';

test('everything may be missing', () =>
  expectFindings(regexMatchesEverything, group('content { category ad when <|text matches /(buy)?/|> }'), [MESSAGE]));

test('a bar too many', () =>
  expectFindings(
    regexMatchesEverything,
    group('risk R { when count(message where <|text matches /buy||sell/|>) in 1h > 3  do warn }'),
    [MESSAGE],
  ));

test('a nickname of anything', () => expectFindings(regexMatchesEverything, group('nickname <|/.*-?/|>'), [MESSAGE]));

test.each(['/buy|sell/', '/^$a?x/', '/.+/'])('%s requires something', (pattern) =>
  expectFindings(regexMatchesEverything, group(`content { category ad when text matches ${pattern} }`), []),
);
