/** Splitting groups over several runs in any way and merging them gives the whole run. */
import { mergeOutcomes, type Outcome } from '@steward/simulator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshSeed } from './agreement.ts';
import { type Case, caseOf } from './arbitrary/case.ts';
import { differences } from './difference.ts';
import { runEngine } from './interpreters.ts';

/** The shard of each group; some shards may be empty. */
const split = fc.array(fc.nat(2), { minLength: 3, maxLength: 3 });

function runShard(each: Case, shards: readonly number[], shard: number): Outcome {
  const groups = each.log.groups.filter((_, index) => (shards[index] ?? 0) === shard);
  return runEngine({ ...each, log: { ...each.log, groups } }, 'generated');
}

test.each([
  ['a fixed seed', 20_250_303, 150],
  ['a fresh seed', freshSeed(), 40],
])('%s (%i)', { timeout: 300_000 }, (_what, seed, cases) => {
  fc.assert(
    fc.property(caseOf('members'), split, (each, shards) => {
      const whole = runEngine(each, 'generated');
      const merged = mergeOutcomes(
        each.policy,
        [2, 0, 1].map((shard) => runShard(each, shards, shard)),
      );
      expect(differences(whole, merged)).toEqual([]);
    }),
    { seed, numRuns: cases },
  );
});

test('the order in which groups are given does not matter', { timeout: 300_000 }, () => {
  fc.assert(
    fc.property(caseOf('group'), (each) => {
      const { log } = each;
      const backwards = { ...each, log: { ...log, groups: log.groups.toReversed() } };
      expect(differences(runEngine(each, 'generated'), runEngine(backwards, 'generated'))).toEqual([]);
    }),
    { seed: 20_250_304, numRuns: 80 },
  );
});
