import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { tierAfterOtherwise } from './tier-after-otherwise.ts';

test('every tier behind it', () =>
  expectFindings(
    tierAfterOtherwise,
    group(
      'tier A { when messages in 7d > 3 } tier R { otherwise } tier <|B|> { when idle >= 30d } tier <|C|> { when idle >= 60d }',
    ),
    [
      'Nobody can be in `B`: tiers are tried in the order written, and `R` (`otherwise`) before it takes everybody. Write it above that tier.',
      'Nobody can be in `C`: tiers are tried in the order written, and `R` (`otherwise`) before it takes everybody. Write it above that tier.',
    ],
  ));

test('`otherwise` at the end', () =>
  expectFindings(tierAfterOtherwise, group('tier A { when messages in 7d > 3 } tier R { otherwise }'), []));
