import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { lexiconEmpty } from './lexicon-empty.ts';

test('nothing between the braces', () =>
  expectFindings(lexiconEmpty, `lexicon <|L|> { } ${group('content { ban L do warn }')}`, [
    'The lexicon `L` has no words, so nothing ever matches it. Add words, or a file with `from`.',
  ]));

test('one word will do', () =>
  expectFindings(lexiconEmpty, `lexicon L { "x" } ${group('content { ban L do warn }')}`, []));
