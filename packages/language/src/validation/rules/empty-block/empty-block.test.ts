import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { emptyBlock } from './empty-block.ts';

test.each(['content', 'cadence', 'lifecycle', 'duty'])('%s', (keyword) =>
  expectFindings(emptyBlock, group(`<|${keyword} { }|>`), [`This \`${keyword}\` is empty. Fill it in, or remove it.`]),
);

test('a block that removes an inherited one is intentional', () =>
  expectFindings(
    emptyBlock,
    'policy P { cadence { medium 2 per week } } group G : service extends P { match "g"  override cadence { } }',
    [],
  ));

test('the fix removes it', () => expectFixed(emptyBlock, group('match "g" duty { }'), group('match "g" ')));
