/** A diff agrees with two separate runs, on random cases. */
import type { Rational } from '@steward/numbers';
import type { Policy } from '@steward/policy';
import {
  type Bound,
  boundsOf,
  createSimulation,
  type Dial,
  dialsOf,
  diffOutcomes,
  type GroupOutcome,
  type Incident,
  type Outcome,
  observedValues,
  type Region,
  sharedPredicates,
  sweepBound,
  withBound,
  withDial,
} from '@steward/simulator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshSeed } from './agreement.ts';
import { type Case, caseOf, editedCaseOf, type Focus } from './arbitrary/case.ts';
import { columnsOf } from './columns.ts';
import { runOracle } from './interpreters.ts';

/** As the command does it: one simulation for all versions, with all their text predicates answered at once. */
function resident({ log, rosters }: Case, policies: readonly Policy[]): (policy: Policy) => Outcome {
  const predicates = sharedPredicates(policies);
  const simulation = createSimulation({
    info: { files: log.files, shows: log.shows, roles: log.roles, complete: log.complete },
    logs: log.groups.map((rows) => columnsOf(rows, predicates)),
    predicates,
    rosterOf: (name) => rosters.get(name) ?? [],
  });
  return (policy) => simulation.run(policy, { memberHistories: true });
}

/** One fact per line: what a group's outcome says of members, incidents and actions, read in the simplest way. */
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

/** `least`: minimum number of observations, so that the test means something; 0 for fresh seeds, which may see little by chance. */
test.each<[what: string, focus: Focus, seed: number, cases: number, least: number]>([
  ['tiers and content, a fixed seed', 'members', 20_250_401, 40, 40],
  ['risks and campaigns, a fixed seed', 'group', 20_250_402, 40, 40],
  ['tiers and content, a fresh seed', 'members', freshSeed(), 15, 0],
  ['risks and campaigns, a fresh seed', 'group', freshSeed(), 15, 0],
])('diff: %s (%s, %i)', { timeout: 300_000 }, (_what, focus, seed, cases, least) => {
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
        // A member known to only one run was outside in the other.
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
  expect(changes).toBeGreaterThanOrEqual(least);
});

function namesOf(gone: readonly string[], fresh: readonly string[]): string[] {
  const name = (fact: string): string => fact.split(' ')[1] ?? '';
  const then = new Set(gone.filter((fact) => fact.startsWith('member ')).map(name));
  return fresh.map(name).filter((member) => then.has(member));
}

/** Members by tier, incidents and breach days, added up from the oracle's outcome. */
function totalsOf({ groups }: Outcome): { tiers: Map<string, number>; incidents: number; breachDays: number } {
  const tiers = new Map<string, number>();
  for (const { tier, members } of groups.flatMap((group) => group.tiers)) {
    tiers.set(tier, (tiers.get(tier) ?? 0) + members);
  }
  const incidents = groups.flatMap(({ risks }) => risks.flatMap((risk) => risk.incidents)).length;
  const days = groups.flatMap(({ health }) => health.flatMap(({ byDay }) => byDay));
  return { tiers, incidents, breachDays: days.filter((verdict) => verdict === 'breach').length };
}

/** Sample values in a region: its ends if included, and one close to each end. */
function probes({ from, to, value }: Region): Rational[] {
  const mean = (a: Rational, b: Rational): Rational => ({
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: 2 * a.denominator * b.denominator,
  });
  const ends = [from, to].flatMap((end) => (end === null ? [] : [end.included ? end.value : mean(end.value, value)]));
  return [value, ...ends];
}

function sweepOf(each: Case, bound: Bound | Dial): ReturnType<typeof sweepBound> {
  const { policy, log, rosters } = each;
  const predicates = sharedPredicates([policy]);
  const info = { files: log.files, shows: log.shows, roles: log.roles, complete: log.complete };
  const governed = runOracle(each).groups.filter((group) => group.policy === bound.group);
  const logs = log.groups
    .filter(({ group }) => governed.some((one) => one.group === group))
    .map((rows) => ({ log: columnsOf(rows, predicates), info, roster: rosters.get(bound.group) ?? [] }));
  return sweepBound(
    policy,
    bound,
    { kind: 'between', values: observedValues(policy, bound, logs) },
    resident(each, [policy]),
    1_000,
  );
}

test.each<[what: string, focus: Focus, seed: number, cases: number, least: number]>([
  ['tiers, a fixed seed', 'members', 20_250_403, 25, 25],
  ['goals, risks and stages, a fixed seed', 'group', 20_250_404, 25, 25],
  ['tiers, a fresh seed', 'members', freshSeed(), 8, 0],
  ['goals, risks and stages, a fresh seed', 'group', freshSeed(), 8, 0],
])('sweep: %s (%s, %i)', { timeout: 300_000 }, (_what, focus, seed, cases, least) => {
  let steps = 0;
  const property = fc.property(caseOf(focus), fc.nat(), (each, choice) => {
    const bounds = boundsOf(each.policy);
    const bound = bounds[choice % Math.max(1, bounds.length)];
    if (bound === undefined) return;
    const sweep = sweepOf(each, bound);
    expect(sweep.steps.filter(({ current }) => current).length).toBe(1);
    steps += sweep.steps.length;
    for (const step of sweep.steps) {
      for (const value of probes(step.region)) {
        const separate = totalsOf(runOracle({ ...each, policy: withBound(each.policy, bound, value) }));
        const { tiers, incidents, breachDays } = step;
        const swept = { tiers: new Map(tiers.map(({ tier, members }) => [tier, members])), incidents, breachDays };
        expect({ bound: bound.text, value, ...swept }).toEqual({ bound: bound.text, value, ...separate });
      }
    }
  });
  fc.assert(property, { seed, numRuns: cases });
  expect(steps).toBeGreaterThanOrEqual(least);
});

/** Verdicts of mixes and caps by period, of goals by day, and of everything else a dial may change. */
function turnedOf({ groups }: Outcome): unknown {
  return groups.map(({ group, tiers, health, lifecycle, content, actions }) => ({
    group,
    tiers: tiers.map(({ members }) => members),
    health: health.map(({ byDay }) => byDay.filter((verdict) => verdict === 'breach').length),
    stages: lifecycle?.stages.map(({ days }) => days),
    missed: content.mixes.map(({ missed }) => missed),
    exceeded: content.caps.map(({ exceeded }) => exceeded),
    actions: actions.total,
  }));
}

test.each<[what: string, focus: Focus, seed: number, cases: number, least: number]>([
  ['ranks, grace, mixes, caps, a fixed seed', 'members', 20_250_405, 60, 30],
  ['how long goals and stages hold, a fixed seed', 'group', 20_250_406, 60, 30],
  ['ranks, grace, mixes, caps, a fresh seed', 'members', freshSeed(), 8, 0],
  ['how long goals and stages hold, a fresh seed', 'group', freshSeed(), 8, 0],
])('sweep of dials: %s (%s, %i)', { timeout: 300_000 }, (_what, focus, seed, cases, least) => {
  const turned = new Map<string, number>();
  const property = fc.property(caseOf(focus), fc.nat(), (each, choice) => {
    const dials = dialsOf(each.policy);
    const dial = dials[choice % Math.max(1, dials.length)];
    if (dial === undefined) return;
    const sweep = sweepOf(each, dial);
    expect(sweep.steps.filter(({ current }) => current).length).toBe(1);
    turned.set(dial.dial.kind, (turned.get(dial.dial.kind) ?? 0) + sweep.steps.length - 1);
    for (const step of sweep.steps) {
      const at = (value: Rational): Outcome => runOracle({ ...each, policy: withDial(each.policy, dial, value) });
      const whole = turnedOf(at(step.region.value));
      const { tiers, incidents, breachDays } = step;
      const separate = totalsOf(at(step.region.value));
      const swept = { tiers: new Map(tiers.map(({ tier, members }) => [tier, members])), incidents, breachDays };
      expect({ dial: dial.text, ...swept }).toEqual({ dial: dial.text, ...separate });
      for (const value of probes(step.region)) {
        const one = { dial: dial.text, address: dial.address, value, whole: turnedOf(at(value)) };
        expect(one).toEqual({ ...one, whole });
      }
    }
  });
  fc.assert(property, { seed, numRuns: cases });
  const steps = [...turned.values()].reduce((sum, count) => sum + count, 0);
  expect(steps).toBeGreaterThanOrEqual(least);
});
