import { expect, test } from 'vitest';
import { checkWorkspace } from '../../../check.ts';
import { memoryFileSystem } from '../../../workspace/file-system.ts';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { tierAfterOtherwise } from './tier-after-otherwise.ts';

test('every tier after it', () =>
  expectFindings(
    tierAfterOtherwise,
    group(
      'tier A { when messages in 7d > 3 } tier R { otherwise } tier <|B|> { when idle >= 30d } tier <|C|> { when idle >= 60d }',
    ),
    [
      'Nobody can be in `B`: tiers are tried in the order written, and `R` (`otherwise`) before it takes everyone. Move it up.',
      'Nobody can be in `C`: tiers are tried in the order written, and `R` (`otherwise`) before it takes everyone. Move it up.',
    ],
  ));

test('`otherwise` at the end', () =>
  expectFindings(tierAfterOtherwise, group('tier A { when messages in 7d > 3 } tier R { otherwise }'), []));

test('the fix moves it above the tier that takes everybody', () => {
  const text = group('tier R { otherwise } tier B { when idle >= 30d }');
  const files = memoryFileSystem({ 'a.group': text });
  const [found] = checkWorkspace(['a.group'], files, { rules: [tierAfterOtherwise] }).diagnostics;
  const edits = found?.proposals?.().flatMap((proposal) => proposal.edits) ?? [];
  const after = edits
    .toSorted((left, right) => right.startOffset - left.startOffset)
    .reduce(
      (rest, { startOffset, endOffset, newText }) => rest.slice(0, startOffset) + newText + rest.slice(endOffset),
      text,
    );
  expect(after).toBe(group('tier B { when idle >= 30d } tier R { otherwise }'));
});
