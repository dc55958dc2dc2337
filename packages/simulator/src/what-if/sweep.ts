/**
 * Sweeps a bound over every value that matters. Outcomes change only where the bound passes a value that its measure takes, so trying the
 * regions between those values is enough.
 */
import { compare, exact, lowest, type Rational } from '@steward/numbers';
import type { ComparisonOperator, Policy } from '@steward/policy';
import type { GroupOutcome, Outcome } from '../outcome/outcome.ts';
import { type Bound, withBound } from './bounds.ts';
import { type Dial, type DialClause, isDial, withDial } from './dials.ts';
import type { TriedValues } from './tried.ts';

/** Values of the bound that give one outcome. */
export interface Region {
  /** null: no end on that side. */
  from: { value: Rational; included: boolean } | null;
  to: { value: Rational; included: boolean } | null;
  /** One of these values. */
  value: Rational;
}

/** Totals of an Outcome, over all groups of the log. */
export interface SweepNumbers {
  /** Members at the end by tier, as declared. */
  tiers: { tier: string; members: number }[];
  untiered: number;
  incidents: number;
  breachDays: number;
  /** Days by stage. */
  stages: { stage: string; days: number }[];
  actions: number;
}

export interface SweepStep extends SweepNumbers {
  region: Region;
  /** Whether it contains the current bound. */
  current: boolean;
  /** The clause's own result: members of the tier, incidents, breach days, days of the stage, missed periods, or actions. */
  own: number;
  /** Whether {@link own} jumps from the previous step by more than half its total range. */
  cliff: boolean;
}

export interface Sweep {
  bound: Bound | Dial;
  /** Adjacent regions with equal numbers are one step. Ascending. */
  steps: SweepStep[];
  /** Number of regions, and how many of them were run. */
  regions: number;
  run: number;
}

/** Regions of equal outcomes that together cover all values from 0. @param values ascending, without duplicates */
function regionsOf(operator: ComparisonOperator, values: readonly Rational[]): Region[] {
  const regions: Region[] = [];
  const open = (from: Rational | null, to: Rational | null): Region => ({
    from: from === null ? null : { value: from, included: false },
    to: to === null ? null : { value: to, included: false },
    value: between(from, to),
  });
  const [least] = values;
  if (least === undefined) return [open(null, null)];
  const includesUpper = operator === '>=' || operator === '<';
  const includesLower = operator === '>' || operator === '<=';
  if (!includesUpper && least.numerator > 0) regions.push(open(null, least));
  values.forEach((value, i) => {
    const before = values[i - 1] ?? null;
    const after = values[i + 1] ?? null;
    const at = { value, included: true };
    if (includesUpper) {
      regions.push({ from: before === null ? null : { value: before, included: false }, to: at, value });
    } else if (includesLower) {
      regions.push({ from: at, to: after === null ? null : { value: after, included: false }, value });
    } else {
      regions.push({ from: at, to: at, value }, open(value, after));
    }
  });
  if (includesUpper) regions.push(open(values.at(-1) ?? null, null));
  return regions;
}

function pointOf(value: Rational): Region {
  const end = { value, included: true };
  return { from: end, to: end, value };
}

function between(from: Rational | null, to: Rational | null): Rational {
  const low = from ?? { numerator: 0, denominator: 1 };
  if (to === null) return sum(low, { numerator: 1, denominator: 1 });
  const { numerator, denominator } = sum(low, to);
  return settled(numerator, denominator * 2);
}

function sum(a: Rational, b: Rational): Rational {
  return settled(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

function settled(numerator: number, denominator: number): Rational {
  const value = lowest(exact(numerator, denominator));
  if (value === null) throw new Error('a bound is finite');
  return value;
}

function isIn({ from, to }: Region, value: Rational): boolean {
  const at = (other: Rational): number =>
    compare(exact(value.numerator, value.denominator), exact(other.numerator, other.denominator));
  const above = from === null || (from.included ? at(from.value) >= 0 : at(from.value) > 0);
  return above && (to === null || (to.included ? at(to.value) <= 0 : at(to.value) < 0));
}

/**
 * @param run runs a policy on the log
 * @param most maximum number of regions to run, those nearest to the current bound
 */
export function sweepBound(
  policy: Policy,
  bound: Bound | Dial,
  tried: TriedValues,
  run: (policy: Policy) => Outcome,
  most: number,
): Sweep {
  const regions = tried.kind === 'points' ? tried.values.map(pointOf) : regionsOf(bound.operator, tried.values);
  const here = Math.max(
    0,
    regions.findIndex((region) => isIn(region, bound.constant.value)),
  );
  const first = Math.max(0, Math.min(here - Math.floor(most / 2), regions.length - most));
  const chosen = regions.slice(first, first + most);
  const steps: SweepStep[] = [];
  for (const region of chosen) {
    const { value } = region;
    const outcome = run(isDial(bound) ? withDial(policy, bound, value) : withBound(policy, bound, value));
    const current = isIn(region, bound.constant.value);
    const numbers = numbersOf(outcome);
    const step: SweepStep = { region, current, ...numbers, own: ownNumber(bound, outcome), cliff: false };
    const last = steps.at(-1);
    if (last !== undefined && sameNumbers(last, step)) {
      last.region = { ...last.region, to: region.to, value: current ? region.value : last.region.value };
      last.current ||= current;
    } else steps.push(step);
  }
  return { bound, steps: withCliffs(steps), regions: regions.length, run: chosen.length };
}

function sameNumbers(a: SweepStep, b: SweepStep): boolean {
  const key = ({ tiers, untiered, incidents, breachDays, stages, actions, own }: SweepStep): string =>
    JSON.stringify([tiers, untiered, incidents, breachDays, stages, actions, own]);
  return key(a) === key(b);
}

/** With two steps, one jump is always more than half, so a cliff needs at least two more steps. */
function withCliffs(steps: readonly SweepStep[]): SweepStep[] {
  const own = steps.map((step) => step.own);
  const range = Math.max(...own) - Math.min(...own);
  return steps.map((step, i) => {
    const jump = Math.abs(step.own - (own[i - 1] ?? step.own));
    return { ...step, cliff: steps.length > 3 && 2 * jump > range };
  });
}

function numbersOf({ groups }: Outcome): SweepNumbers {
  const tiers = new Map<string, number>();
  const stages = new Map<string, number>();
  const numbers = { untiered: 0, incidents: 0, breachDays: 0, actions: 0 };
  for (const group of groups) {
    for (const { tier, members } of group.tiers) tiers.set(tier, (tiers.get(tier) ?? 0) + members);
    for (const { stage, days } of group.lifecycle?.stages ?? []) stages.set(stage, (stages.get(stage) ?? 0) + days);
    numbers.untiered += group.untiered.members;
    numbers.incidents += group.risks.reduce((total, { incidents }) => total + incidents.length, 0);
    numbers.breachDays += group.health.reduce((total, { byDay }) => total + breachDays(byDay), 0);
    numbers.actions += group.actions.total;
  }
  return {
    tiers: [...tiers].map(([tier, members]) => ({ tier, members })),
    stages: [...stages].map(([stage, days]) => ({ stage, days })),
    ...numbers,
  };
}

function breachDays(byDay: readonly string[]): number {
  return byDay.filter((verdict) => verdict === 'breach').length;
}

function ownNumber({ clause, group }: Bound | Dial, { groups }: Outcome): number {
  const own = groups.filter(({ policy }) => policy === group);
  return own.reduce((total, outcome) => total + ownOf(clause, outcome), 0);
}

function ownOf(clause: DialClause, { tiers, risks, health, lifecycle, content, actions }: GroupOutcome): number {
  const { index } = clause;
  switch (clause.kind) {
    case 'tier':
      return tiers[index]?.members ?? 0;
    case 'risk':
      return risks[index]?.incidents.length ?? 0;
    case 'goal':
      return breachDays(health[index]?.goals[clause.goal]?.byDay ?? []);
    case 'stage':
      return lifecycle?.stages[index]?.days ?? 0;
    case 'response':
      return actions.total;
    case 'mix':
      return content.mixes[index]?.missed ?? 0;
    case 'cap':
      return content.caps[index]?.exceeded ?? 0;
  }
}
