/** What is true of single conditions, and of pairs, in every log. */
import { type Aggregate, type Condition, type ConditionKind, type Risk, shapeKey } from '@steward/policy';
import { durationMicros } from '@steward/time';
import { Encoder } from '../measures/encode.ts';
import type { Setting } from '../measures/vocabulary.ts';
import { finished, isSpent, spend } from '../solver/budget.ts';
import type { Limits } from '../solver/solve.ts';
import { clockOf } from './setting.ts';

export type ConditionVerdict = 'never' | 'always' | 'open';

/** A condition and where it is evaluated: for a member (tiers, tasks), for the group per day, or for the group at any instant (risks). */
export interface PlacedCondition {
  condition: Condition;
  place: 'member' | 'group' | 'risk';
  timezone: string;
}

/** Where the condition of a clause is evaluated. */
export function placeOf(kind: ConditionKind): PlacedCondition['place'] {
  if (kind === 'tier' || kind === 'task') return 'member';
  return kind === 'risk' ? 'risk' : 'group';
}

/** Whose events the condition of a clause counts by default, without `of group`. */
export function scopeOf(kind: ConditionKind): Aggregate['scope'] {
  return placeOf(kind) === 'member' ? 'member' : 'group';
}

/** Single conditions are short. One that needs more steps stays open. */
const LIMITS: Limits = { steps: 8_000, solutions: 1 };
const MOST_REMEMBERED = 5_000;

const remembered = new Map<string, ConditionVerdict>();
/** Several rules ask about the same condition, always in the same place. */
const rememberedOf = new WeakMap<Condition, ConditionVerdict>();
const followed = new Map<string, boolean>();

/** `never`: true in no log. `always`: false in none. Equally written conditions are judged once. */
export function judge(placed: PlacedCondition): ConditionVerdict {
  const known = rememberedOf.get(placed.condition);
  if (known !== undefined) return known;
  const { value, isWhole } = finished(() => byShape(placed));
  if (isWhole) rememberedOf.set(placed.condition, value);
  return value;
}

function byShape(placed: PlacedCondition): ConditionVerdict {
  const key = shapeKey(placed);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  spend(key.length / 10);
  const { value, isWhole } = finished(() => (isSpent() ? 'open' : judgeAnew(placed)));
  if (!isWhole) return value;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, value);
  return value;
}

function judgeAnew({ condition, place, timezone }: PlacedCondition): ConditionVerdict {
  const encoder = new Encoder(settingOf(place, timezone));
  const isTrue = encoder.encode(condition, 'true');
  const isFalse = encoder.encode(condition, 'false');
  const solver = encoder.solver();
  if (solver.solve(isTrue, LIMITS).kind === 'never') return 'never';
  return solver.solve(isFalse, LIMITS).kind === 'never' ? 'always' : 'open';
}

/** For a never-true condition, a minimal set of its `and` parts that rule each other out; for an always-true one, of its `or` parts. */
export function decisiveParts(placed: PlacedCondition, verdict: 'never' | 'always'): Condition[] {
  const kind = verdict === 'never' ? 'and' : 'or';
  let parts = partsOf(placed.condition, kind);
  for (const candidate of parts) {
    const rest = parts.filter((part) => part !== candidate);
    const joined = joinedBy(kind, rest);
    if (joined !== null && judgeAnew({ ...placed, condition: joined }) === verdict) parts = rest;
  }
  return parts;
}

function partsOf(condition: Condition, kind: 'and' | 'or'): Condition[] {
  return condition.kind === kind ? [...partsOf(condition.left, kind), ...partsOf(condition.right, kind)] : [condition];
}

function joinedBy(kind: 'and' | 'or', parts: readonly Condition[]): Condition | null {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  return others.reduce((left, right) => ({ kind, left, right, range: left.range }), first);
}

/** Whether several conditions in the same place can never be true together. */
export function exclude(conditions: readonly Condition[], place: PlacedCondition['place'], timezone: string): boolean {
  if (isSpent()) return false;
  const encoder = new Encoder(settingOf(place, timezone));
  const parts = conditions.map((condition) => encoder.encode(condition, 'true'));
  return encoder.solver().solve({ kind: 'and', parts }, LIMITS).kind === 'never';
}

/** Whether the second risk is open whenever the first one opens: its condition follows, and its `for` is no longer. */
export function followsFrom(first: Risk, second: Risk, timezone: string): boolean {
  const patience = (risk: Risk): number => (risk.for === null ? 0 : durationMicros(risk.for));
  if (patience(second) > patience(first)) return false;
  const key = shapeKey([first.when, second.when, timezone]);
  const known = followed.get(key);
  if (known !== undefined) return known;
  spend(key.length / 10);
  const { value, isWhole } = finished(() => !isSpent() && isConsequence(first.when, second.when, timezone));
  if (!isWhole) return value;
  if (followed.size >= MOST_REMEMBERED) followed.clear();
  followed.set(key, value);
  return value;
}

function isConsequence(first: Condition, second: Condition, timezone: string): boolean {
  const encoder = new Encoder(settingOf('risk', timezone));
  const isTrue = encoder.encode(first, 'true');
  const isNotTrue = encoder.encode(second, 'not-true');
  return encoder.solver().solve({ kind: 'and', parts: [isTrue, isNotTrue] }, LIMITS).kind === 'never';
}

function settingOf(place: PlacedCondition['place'], timezone: string): Setting {
  return {
    scope: place === 'member' ? 'member' : 'group',
    moment: place === 'risk' ? 'instant' : 'day-end',
    clock: clockOf(timezone),
  };
}
