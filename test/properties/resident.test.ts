/** A resident simulation gives the same as a fresh run, edit after edit. */
import type { TextPredicate } from '@steward/events';
import { compile, createSimulation } from '@steward/simulator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshSeed } from './agreement.ts';
import { type EditedCase, editedCaseOf, type Focus } from './arbitrary/case.ts';
import { columnsOf } from './columns.ts';
import { differences } from './difference.ts';
import { runEngine } from './interpreters.ts';

/** @returns for each version of the policy, where the resident run differs from a fresh one */
function residentDifferences({ start, versions }: EditedCase): string[] {
  const { log, policy, rosters } = start;
  const { textPredicates } = compile(policy);
  const simulation = createSimulation({
    info: { files: log.files, shows: log.shows, roles: log.roles, complete: log.complete },
    logs: log.groups.map((rows) => columnsOf(rows, textPredicates)),
    predicates: textPredicates,
    rosterOf: (name) => rosters.get(name) ?? [],
  });
  const bitsOf = (predicates: readonly TextPredicate[], group: string): Uint32Array[] => {
    const rows = log.groups.find((each) => each.group === group);
    return rows === undefined ? [] : columnsOf(rows, predicates).textBits;
  };
  return versions.flatMap((version, index) => {
    const missing = simulation.unanswered(version);
    if (missing.length > 0) simulation.answer(missing, (group) => bitsOf(missing, group));
    const resident = simulation.run(version, { memberHistories: true });
    const fresh = runEngine({ ...start, policy: version }, 'generated');
    return differences(fresh, resident).map((line) => `version ${index} ${line}`);
  });
}

test.each<[what: string, focus: Focus, seed: number, cases: number]>([
  ['tiers and content, a fixed seed', 'members', 20_250_306, 120],
  ['risks and campaigns, a fixed seed', 'group', 20_250_307, 120],
  ['tiers and content, a fresh seed', 'members', freshSeed(), 40],
  ['risks and campaigns, a fresh seed', 'group', freshSeed(), 40],
])('%s (%s, %i)', { timeout: 300_000 }, (_what, focus, seed, cases) => {
  fc.assert(
    fc.property(editedCaseOf(focus), (edited) => {
      expect(residentDifferences(edited)).toEqual([]);
    }),
    { seed, numRuns: cases },
  );
});
