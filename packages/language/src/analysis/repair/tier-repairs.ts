/**
 * Moves of a bound that settle what was found about tiers: afterwards it is gone, and the tiers have no gap, overlap, unreachable
 * or all-embracing tier that they did not have before. Each is proven, none is tried on a log.
 */
import type { GroupPolicy, Tier } from '@steward/policy';
import { judge } from '../proofs/conditions.ts';
import { COMPARED_BEFORE } from '../proofs/tier-analysis.ts';
import { TierProofs } from '../proofs/tiers.ts';
import { type BoundAt, boundsIn, type Move, moved, movedComparison, movesOf, settlingMoves } from './moves.ts';

export type TierFault =
  | { kind: 'gap' }
  | { kind: 'overlap'; first: Tier; second: Tier }
  | { kind: 'unreachable'; tier: Tier; shadowedBy: readonly Tier[] }
  | { kind: 'always'; tier: Tier };

/** Questions to the solver for one offer: it is asked for while somebody waits. */
const MOST_QUESTIONS = 3_000;

export function tierMoves(group: GroupPolicy, fault: TierFault): Move[] {
  const before = faultsOf(group);
  const wanted = keyOfFault(fault);
  let questions = 0;
  return settlingMoves(candidates(group, fault), (move) => {
    if (questions > MOST_QUESTIONS || !canGoEitherWay(group, move)) return false;
    questions += group.tiers.length * 3;
    const after = afterMove(group, move, before);
    return !after.has(wanted) && [...after].every((key) => before.has(key));
  });
}

function afterMove(group: GroupPolicy, move: Move, before: ReadonlySet<string>): Set<string> {
  const tiers = group.tiers.map((tier) => (tier.when === null ? tier : { ...tier, when: moved(tier.when, move) }));
  const changed = tiers.findIndex((tier, index) => tier.when !== group.tiers[index]?.when);
  return faultsOf({ ...group, tiers }, { tier: changed, before });
}

/** Whether a move within one tier brings no fault that the tiers did not have; that the tier itself was unreachable is no reproach. */
export function keepsTiers(group: GroupPolicy, move: Move): boolean {
  const before = faultsOf(group);
  return [...afterMove(group, move, before)].every((key) => before.has(key));
}

/** Whether moving a tier before those that leave it nobody brings no new fault. */
export function canStandBefore(group: GroupPolicy, tier: Tier, first: Tier): boolean {
  const tiers = inFront(group.tiers, tier, first);
  const before = faultsOf(group);
  const after = faultsOf({ ...group, tiers });
  const place = keyOfFault({ kind: 'unreachable', tier, shadowedBy: [] });
  return !after.has(place) && [...after].every((key) => before.has(key));
}

function inFront(tiers: readonly Tier[], tier: Tier, first: Tier): Tier[] {
  return tiers.flatMap((other) => {
    if (other === tier) return [];
    return other === first ? [tier, first] : [other];
  });
}

function candidates({ tiers }: GroupPolicy, fault: TierFault): Move[] {
  const boundsOf = (list: readonly Tier[]): BoundAt[] =>
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

/** Neither the comparison nor the condition that it is part of is settled by itself. */
function canGoEitherWay({ tiers, timezone }: GroupPolicy, move: Move): boolean {
  const changed = tiers.flatMap(({ when }) => {
    const condition = when === null ? when : moved(when, move);
    return condition === null || condition === when ? [] : [condition];
  });
  return [movedComparison(move), ...changed].every(
    (condition) => judge({ condition, place: 'member', timezone }) === 'open',
  );
}

function keyOfFault(fault: TierFault): string {
  switch (fault.kind) {
    case 'gap':
      return 'gap';
    case 'overlap':
      return pairKey(fault.first, fault.second);
    default:
      return `${fault.kind} ${fault.tier.name}`;
  }
}

/** Whichever stands first. */
function pairKey(one: Tier, other: Tier): string {
  return `overlap ${[one.name, other.name].sort().join(' ')}`;
}

interface Change {
  /** The tier that is another now. */
  tier: number;
  /** What was not proven absent before. */
  before: ReadonlySet<string>;
}

/**
 * What is not proven absent. A tier that nobody can be in overlaps with none.
 * @param change left out: everything is looked at; else pairs that nothing changed for are as they were
 */
function faultsOf(group: GroupPolicy, change: Change | null = null): Set<string> {
  const proofs = new TierProofs(group);
  const found = new Set<string>();
  const rest = group.tiers.findIndex(({ when }) => when === null);
  if (rest === -1 && proofs.gap().kind !== 'never') found.add('gap');
  const tried = rest === -1 ? group.tiers : group.tiers.slice(0, rest);
  const dead = tried.map((_, index) => deadness(proofs, index));
  const isChanged = tried.map((tier, index) => {
    const isOther = change === null || index === change.tier;
    const isDead = dead[index] !== null;
    if (isDead) found.add(`${dead[index]} ${tier.name}`);
    if (isOther && proofs.falsifiable(index).kind !== 'sometimes') found.add(`always ${tier.name}`);
    return isOther || isDead !== DEAD.some((kind) => change.before.has(`${kind} ${tier.name}`));
  });
  tried.forEach((tier, index) => {
    for (let earlier = Math.max(0, index - COMPARED_BEFORE); earlier < index; earlier++) {
      const other = tried[earlier];
      const isSame = change !== null && earlier < change.tier && !isChanged[index] && !isChanged[earlier];
      if (other === undefined || isSame) continue;
      if (dead[index] !== null || dead[earlier] !== null) continue;
      if (mayOverlap(proofs, earlier, index)) found.add(pairKey(other, tier));
    }
  });
  return found;
}

/** By itself, or for those that stand before. */
const DEAD = ['never', 'unreachable'] as const;

function deadness(proofs: TierProofs, index: number): (typeof DEAD)[number] | null {
  if (proofs.reachable(index).kind === 'sometimes') return null;
  return proofs.satisfiable(index).kind === 'never' ? 'never' : 'unreachable';
}

/** Unless one of them is part of the other. */
function mayOverlap(proofs: TierProofs, earlier: number, later: number): boolean {
  if (proofs.contest(earlier, later).kind === 'never') return false;
  return !proofs.implies(earlier, later) && !proofs.implies(later, earlier);
}
