import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { tierColorTwice } from './tier-color-twice.ts';

test('the case of the digits does not matter', () =>
  expectFindings(tierColorTwice, group('tier A #C8102E { when messages in 7d > 3 } tier B <|#c8102e|> { otherwise }'), [
    '`A` has this colour too, so the two cannot be told apart in a chart. Choose another one, or omit it to get one assigned.',
  ]));

test('two colours', () =>
  expectFindings(tierColorTwice, group('tier A #C8102E { when messages in 7d > 3 } tier B #000000 { otherwise }'), []));

test('one of them does without', () =>
  expectFixed(
    tierColorTwice,
    group('tier A #C8102E { when messages in 7d > 3 } tier B #C8102E { otherwise }'),
    group('tier A #C8102E { when messages in 7d > 3 } tier B  { otherwise }'),
  ));
