/** A comparison says what two separate runs say, on random cases. */
import type { Policy } from '@steward/policy';
import {
  createSimulation,
  diffOutcomes,
  type GroupOutcome,
  type Incident,
  type Outcome,
  sharedPredicates,
} from '@steward/simulator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshSeed } from './agreement.ts';
import { type Case, editedCaseOf, type Focus } from './arbitrary/case.ts';
import { columnsOf } from './columns.ts';
import { runOracle } from './interpreters.ts';

/** As the command runs it: one simulation for all versions, with the questions of all of them answered at once. */
function resident({ log, rosters }: Case, policies: readonly Policy[]): (policy: Policy) => Outcome {
  const predicates = sharedPredicates(policies);
  const simulation = createSimulation({
    info: { files: log.files, shows: log.shows, complete: log.complete },
    logs: log.groups.map((rows) => columnsOf(rows, predicates)),
    predicates,
    rosterOf: (name) => rosters.get(name) ?? [],
  });
  return (policy) => simulation.run(policy, { memberHistories: true });
}

/** A fact a line: what a group's outcome says of members, incidents and actions, read in the plainest way. */
function factsOf(group: GroupOutcome): string[] {
  const members = (group.memberHistories ?? []).map(
    ({ member, stretches }) => `member ${member} ${JSON.stringify(stretches.at(-1)?.state)}`,
  );
  const incidents = group.risks.flatMap(({ risk, incidents: list }) => list.map((one) => incidentFact(risk, one)));
  const actions = group.actions.byAction.map(({ action, count }) => `action ${action} ${count}`);
  return [...members, ...incidents, ...actions];
}

function incidentFact(risk: string, { opened, closed, senders, evidence }: Incident): string {
  return `incident ${risk} ${opened} ${closed} ${senders.join(',')} ${evidence.count}`;
}

function changedFacts(before: Outcome, after: Outcome): Map<string, { gone: string[]; fresh: string[] }> {
  const changed = new Map<string, { gone: string[]; fresh: string[] }>();
  for (const group of after.groups) {
    const old = before.groups.find((other) => other.group === group.group);
    if (old === undefined) continue;
    const [then, now] = [factsOf(old), factsOf(group)];
    const gone = then.filter((fact) => !now.includes(fact));
    const fresh = now.filter((fact) => !then.includes(fact));
    changed.set(group.group, { gone, fresh });
  }
  return changed;
}

test.each<[what: string, focus: Focus, seed: number, cases: number]>([
  ['tiers and content, a fixed seed', 'members', 20_250_401, 40],
  ['risks and campaigns, a fixed seed', 'group', 20_250_402, 40],
  ['tiers and content, a fresh seed', 'members', freshSeed(), 15],
  ['risks and campaigns, a fresh seed', 'group', freshSeed(), 15],
])('diff: %s (%s, %i)', { timeout: 300_000 }, (_what, focus, seed, cases) => {
  let changes = 0;
  const property = fc.property(editedCaseOf(focus), ({ start, versions }) => {
    const run = resident(start, versions);
    for (const version of versions.slice(1)) {
      const diff = diffOutcomes(run(start.policy), run(version));
      const [before, after] = [runOracle(start), runOracle({ ...start, policy: version })];
      expect(diff).toEqual(diffOutcomes(before, after));
      for (const [group, { gone, fresh }] of changedFacts(before, after)) {
        const change = diff.changed.find((each) => each.group === group);
        const moved = (change?.members ?? []).filter((m) => JSON.stringify(m.before) !== JSON.stringify(m.after));
        const members = fresh.filter((fact) => fact.startsWith('member '));
        // Whoever a run knows only on one side was outside on the other.
        expect(moved.map(({ member }) => member)).toEqual(expect.arrayContaining(namesOf(gone, members)));
        const incidents = change?.incidents ?? [];
        const alive = incidents.flatMap((each) =>
          each.kind === 'goes' ? [] : [incidentFact(each.risk, each.kind === 'appears' ? each.incident : each.after)],
        );
        expect(alive).toEqual(expect.arrayContaining(fresh.filter((fact) => fact.startsWith('incident '))));
        const actions = (change?.actions ?? []).filter((each) => each.after > 0);
        expect(actions.map(({ action, after: count }) => `action ${action} ${count}`).sort()).toEqual(
          fresh.filter((fact) => fact.startsWith('action ')).sort(),
        );
        changes += gone.length + fresh.length;
      }
      expect(diffOutcomes(after, after).changed).toEqual([]);
    }
  });
  fc.assert(property, { seed, numRuns: cases });
  // A property that never saw a change would say nothing.
  expect(changes).toBeGreaterThan(cases);
});

function namesOf(gone: readonly string[], fresh: readonly string[]): string[] {
  const name = (fact: string): string => fact.split(' ')[1] ?? '';
  const then = new Set(gone.filter((fact) => fact.startsWith('member ')).map(name));
  return fresh.map(name).filter((member) => then.has(member));
}
