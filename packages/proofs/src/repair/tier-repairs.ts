/**
 * Threshold changes that resolve a finding about tiers without causing a new gap, overlap, unreachable tier or tier that takes everyone.
 * Each is proven, not tried on a log.
 */
import { boundsIn, type ConstantBound, type GroupPolicy, type Tier } from '@steward/policy';
import { judge } from '../subjects/conditions.ts';
import { type Move, moved, movedComparison, movesOf, settlingMoves } from './moves.ts';
import { type Budget, type Fault, OutOfBudget, TierFaults } from './tier-faults.ts';

export type TierFault =
  | { kind: 'gap' }
  | { kind: 'overlap'; first: Tier; second: Tier }
  | { kind: 'unreachable'; tier: Tier; shadowedBy: readonly Tier[] }
  | { kind: 'always'; tier: Tier };

/** Solver queries per offer, which an editor is waiting for. With many tiers, nothing is found within this budget. */
const MOST_QUESTIONS = 600;

/** An editor asks again on every cursor move. */
const remembered = new WeakMap<GroupPolicy, Map<string, Move[]>>();

export function tierMoves(group: GroupPolicy, fault: TierFault): Move[] {
  const known = remembered.get(group) ?? new Map<string, Move[]>();
  remembered.set(group, known);
  const key = JSON.stringify(placed(group, fault));
  const moves = known.get(key) ?? searchMoves(group, fault);
  known.set(key, moves);
  return moves;
}

function searchMoves(group: GroupPolicy, fault: TierFault): Move[] {
  const budget: Budget = { questions: MOST_QUESTIONS };
  const before = new TierFaults(group, budget);
  const wanted = placed(group, fault);
  return withinBudget([], (found) => {
    const settles = (move: Move): boolean => {
      if (!canGoEitherWay(group, move)) return false;
      const { after, changed } = afterMove(group, move, budget);
      return wanted.every((one) => !after.has(one)) && !brings(before, after, changed);
    };
    settlingMoves(candidates(group, fault), settles, found);
  });
}

/** Whether a change within one tier causes no new fault. It does not count against it that the tier was unreachable before. */
export function keepsTiers(group: GroupPolicy, move: Move): boolean {
  const budget: Budget = { questions: MOST_QUESTIONS };
  const { after, changed } = afterMove(group, move, budget);
  const kept = withinBudget<GroupPolicy>([], (found) => {
    if (!brings(new TierFaults(group, budget), after, changed)) found.push(after.group);
  });
  return kept.length > 0;
}

/** Whether moving a tier before those that shadow it causes no new fault. */
export function canStandBefore(group: GroupPolicy, tier: Tier, first: Tier): boolean {
  const budget: Budget = { questions: MOST_QUESTIONS };
  const moved = { ...group, tiers: inFront(group.tiers, tier, first) };
  const after = new TierFaults(moved, budget);
  const wanted = placed(moved, { kind: 'unreachable', tier, shadowedBy: [] });
  const kept = withinBudget<GroupPolicy>([], (found) => {
    if (wanted.some((one) => after.has(one))) return;
    if (!brings(new TierFaults(group, budget), after, null)) found.push(after.group);
  });
  return kept.length > 0;
}

/** Returns whatever was found when the budget ran out. */
function withinBudget<T>(found: T[], search: (found: T[]) => void): T[] {
  try {
    search(found);
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
  }
  return found;
}

function afterMove(group: GroupPolicy, move: Move, budget: Budget): { after: TierFaults; changed: number } {
  const tiers = group.tiers.map((tier) => (tier.when === null ? tier : { ...tier, when: moved(tier.when, move) }));
  const changed = tiers.findIndex((tier, index) => tier.when !== group.tiers[index]?.when);
  return { after: new TierFaults({ ...group, tiers }, budget), changed };
}

/** Whether there is a fault afterwards that was not there before. */
function brings(before: TierFaults, after: TierFaults, changed: number | null): boolean {
  const places = new Map(before.group.tiers.map(({ name }, index) => [name, index]));
  const placeOf = (tier: number): number => places.get(after.group.tiers[tier]?.name ?? '') ?? tier;
  const wasDead = (tier: number): boolean =>
    before.has({ kind: 'unreachable', tier: placeOf(tier) }) || before.has({ kind: 'never', tier: placeOf(tier) });
  for (const fault of after.candidates(changed, wasDead)) {
    if (after.has(fault) && !before.has(inPlace(fault, placeOf))) return true;
  }
  return false;
}

function inPlace(fault: Fault, placeOf: (tier: number) => number): Fault {
  switch (fault.kind) {
    case 'gap':
      return fault;
    case 'overlap': {
      const [one, other] = [placeOf(fault.first), placeOf(fault.second)];
      return { kind: 'overlap', first: Math.min(one, other), second: Math.max(one, other) };
    }
    default:
      return { kind: fault.kind, tier: placeOf(fault.tier) };
  }
}

/** The faults that must disappear. A tier that is meant to take someone must not be empty for another reason either. */
function placed({ tiers }: GroupPolicy, fault: TierFault): Fault[] {
  switch (fault.kind) {
    case 'gap':
      return [fault];
    case 'overlap':
      return [{ kind: 'overlap', first: tiers.indexOf(fault.first), second: tiers.indexOf(fault.second) }];
    case 'always':
      return [{ kind: 'always', tier: tiers.indexOf(fault.tier) }];
    case 'unreachable': {
      const tier = tiers.indexOf(fault.tier);
      return [
        { kind: 'unreachable', tier },
        { kind: 'never', tier },
      ];
    }
  }
}

function inFront(tiers: readonly Tier[], tier: Tier, first: Tier): Tier[] {
  return tiers.flatMap((other) => {
    if (other === tier) return [];
    return other === first ? [tier, first] : [other];
  });
}

function candidates({ tiers }: GroupPolicy, fault: TierFault): Move[] {
  const boundsOf = (list: readonly Tier[]): ConstantBound[] =>
    list.flatMap(({ when }) => (when === null ? [] : boundsIn(when)));
  const all = boundsOf(tiers);
  switch (fault.kind) {
    case 'gap':
      return movesOf(all, all).filter(({ effect }) => effect === 'wider');
    case 'overlap': {
      const own = boundsOf([fault.first, fault.second]);
      return movesOf(own, own).filter(({ effect }) => effect === 'narrower');
    }
    case 'unreachable': {
      const earlier = boundsOf(fault.shadowedBy);
      const own = boundsOf([fault.tier]);
      return [
        ...movesOf(own, [...own, ...earlier]).filter(({ effect }) => effect === 'wider'),
        ...movesOf(earlier, [...own, ...earlier]).filter(({ effect }) => effect === 'narrower'),
      ];
    }
    case 'always': {
      const own = boundsOf([fault.tier]);
      return movesOf(own, all).filter(({ effect }) => effect === 'narrower');
    }
  }
}

/** Whether neither the comparison nor its condition has a fixed result. */
function canGoEitherWay({ tiers, timezone }: GroupPolicy, move: Move): boolean {
  const changed = tiers.flatMap(({ when }) => {
    const condition = when === null ? when : moved(when, move);
    return condition === null || condition === when ? [] : [condition];
  });
  return [movedComparison(move), ...changed].every(
    (condition) => judge({ condition, place: 'member', timezone }) === 'open',
  );
}
