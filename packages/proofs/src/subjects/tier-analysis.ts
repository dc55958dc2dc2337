/** All findings about the tiers of a group, computed once for the rules and the editor. */
import type { GroupPolicy, Tier } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { type Budget, currentBudget, finished, isSpent, spend } from '../solver/budget.ts';
import { type TierWitness, tierWitness, type Vocabularies, witnessLimits } from './tier-witness.ts';
import { TierProofs } from './tiers.ts';

export interface Unreachable {
  tier: Tier;
  /** Earlier tiers that leave nobody; empty if its own condition is never true. */
  shadowedBy: readonly Tier[];
  /** A member who meets the condition but is in another tier; null if none was looked for or found. */
  witness: TierWitness | null;
}

export interface Overlap {
  first: Tier;
  second: Tier;
  witness: TierWitness;
}

export interface TierAnalysis {
  unreachable: readonly Unreachable[];
  /** Tiers whose condition is true for everyone. */
  always: readonly Tier[];
  /** Pairs that a member can meet both of although neither contains the other, ordered by the second tier. */
  overlaps: readonly Overlap[];
  /** `none` is proven; `undecided` is neither proven nor demonstrated. */
  gap: { kind: 'none' | 'undecided' } | { kind: 'shown'; witness: TierWitness };
}

/** The same with tiers by index, which makes it valid for every group with equally written tiers. */
interface ByPlace {
  unreachable: { tier: number; shadowedBy: number[]; witness: TierWitness | null }[];
  always: number[];
  overlaps: { first: number; second: number; witness: TierWitness }[];
  gap: TierAnalysis['gap'];
}

/** With more tiers than this, each tier is only compared with those just before it. */
export const COMPARED_BEFORE = 12;
/** Maximum number of witnesses of one kind per group. The others are found again once these are fixed. */
const MOST_WITNESSES = 12;
const MOST_REMEMBERED = 200;

const remembered = new Map<string, ByPlace>();
/** Several rules ask about the same group. A result cut short by a budget is only valid within the same check. */
const rememberedOf = new WeakMap<GroupPolicy, { value: TierAnalysis; budget: Budget | null }>();

/** Cached while the tiers do not change. */
export function analyseTiers(policy: Vocabularies, group: GroupPolicy): TierAnalysis {
  const known = rememberedOf.get(group);
  if (known !== undefined && (known.budget === null || known.budget === currentBudget())) return known.value;
  const { value, isWhole } = finished(() => placedIn(group, byShape(policy, group)));
  rememberedOf.set(group, { value, budget: isWhole ? null : currentBudget() });
  return value;
}

function placedIn({ tiers }: GroupPolicy, found: ByPlace): TierAnalysis {
  const at = (index: number): Tier[] => tiers.slice(index, index + 1);
  return {
    unreachable: found.unreachable.flatMap(({ tier, shadowedBy, witness }) =>
      at(tier).map((own) => ({ tier: own, shadowedBy: shadowedBy.flatMap(at), witness })),
    ),
    always: found.always.flatMap(at),
    overlaps: found.overlaps.flatMap(({ first, second, witness }) =>
      at(first).flatMap((one) => at(second).map((other) => ({ first: one, second: other, witness }))),
    ),
    gap: found.gap,
  };
}

function byShape(policy: Vocabularies, group: GroupPolicy): ByPlace {
  const names = policy.metrics.map(({ name, alias }) => `${name}=${alias ?? ''}`);
  const { tiers, timezone, founded, content } = group;
  const key = shapeKey([tiers, timezone, founded, content.categories, names]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  spend(key.length / 10);
  const { value, isWhole } = finished(() => (isSpent() ? NOTHING : analyse(policy, group)));
  if (!isWhole) return value;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, value);
  return value;
}

const NOTHING: ByPlace = { unreachable: [], always: [], overlaps: [], gap: { kind: 'none' } };

function analyse(policy: Vocabularies, group: GroupPolicy): ByPlace {
  const { tiers } = group;
  if (tiers.every(({ when }) => when === null)) return NOTHING;
  const proofs = new TierProofs(group);
  const unreachable = unreachableTiers(policy, group, proofs);
  const dead = new Set(unreachable.map(({ tier }) => tier));
  const places = tiers.map((_, index) => index);
  return {
    unreachable,
    always: places.filter((index) => tiers[index]?.when !== null && proofs.falsifiable(index).kind === 'never'),
    overlaps: overlapsOf(policy, group, proofs, dead),
    gap: gapOf(policy, group, proofs),
  };
}

function unreachableTiers(policy: Vocabularies, group: GroupPolicy, proofs: TierProofs): ByPlace['unreachable'] {
  const found: ByPlace['unreachable'] = [];
  for (const [index, tier] of proofs.tiers.entries()) {
    // Tiers after `otherwise` are reported by `tier-after-otherwise`.
    if (tier.when === null) return found;
    if (isSpent()) return found;
    if (proofs.reachable(index).kind !== 'never') continue;
    const byItself = proofs.satisfiable(index).kind === 'never';
    const shadowedBy = byItself ? [] : proofs.shadowing(index);
    if (shadowedBy === null) continue;
    const isShown = shadowedBy.length > 0 && found.length < MOST_WITNESSES;
    found.push({
      tier: index,
      shadowedBy,
      witness: isShown ? takenBefore(policy, group, proofs, index, shadowedBy) : null,
    });
  }
  return found;
}

/** A member who meets the condition of a tier but is in an earlier one. */
function takenBefore(
  policy: Vocabularies,
  group: GroupPolicy,
  proofs: TierProofs,
  index: number,
  shadowedBy: readonly number[],
): TierWitness | null {
  const own = group.tiers[index];
  if (own === undefined) return null;
  const answer = proofs.satisfiable(index, witnessLimits(proofs.vocabulary));
  for (const earlier of shadowedBy) {
    const other = group.tiers[earlier];
    if (other === undefined) continue;
    const witness = tierWitness({
      policy,
      group,
      vocabulary: proofs.vocabulary,
      answer,
      claims: claimsOf([own], true),
      tier: other.name,
      title: titleOfShadow(other, own),
    });
    if (witness !== null) return witness;
  }
  return null;
}

function titleOfShadow(first: Tier, second: Tier): Bilingual {
  const [one, other] = [first.label ?? first.name, second.label ?? second.name];
  return { en: `${one} before ${other}`, zh: `${one}先于${other}` };
}

function gapOf(policy: Vocabularies, group: GroupPolicy, proofs: TierProofs): TierAnalysis['gap'] {
  if (group.tiers.some(({ when }) => when === null)) return { kind: 'none' };
  const answer = proofs.gap(witnessLimits(proofs.vocabulary));
  if (answer.kind === 'never') return { kind: 'none' };
  const witness = tierWitness({
    policy,
    group,
    vocabulary: proofs.vocabulary,
    answer,
    claims: claimsOf(group.tiers, false),
    tier: null,
    title: { en: 'fits no tier', zh: '没有符合的层级' },
  });
  return witness === null ? { kind: 'undecided' } : { kind: 'shown', witness };
}

function overlapsOf(
  policy: Vocabularies,
  group: GroupPolicy,
  proofs: TierProofs,
  dead: ReadonlySet<number>,
): ByPlace['overlaps'] {
  const found: ByPlace['overlaps'] = [];
  for (const [later, second] of group.tiers.entries()) {
    if (second.when === null || dead.has(later)) continue;
    for (let earlier = Math.max(0, later - COMPARED_BEFORE); earlier < later; earlier++) {
      const first = group.tiers[earlier];
      if (first === undefined || first.when === null || dead.has(earlier)) continue;
      if (found.length >= MOST_WITNESSES) return found;
      if (proofs.contest(earlier, later).kind !== 'sometimes') continue;
      if (proofs.implies(earlier, later) || proofs.implies(later, earlier)) continue;
      const witness = tierWitness({
        policy,
        group,
        vocabulary: proofs.vocabulary,
        answer: proofs.contest(earlier, later, witnessLimits(proofs.vocabulary)),
        claims: claimsOf([first, second], true),
        tier: first.name,
        title: titleOfOverlap(first, second),
      });
      if (witness === null) continue;
      found.push({ first: earlier, second: later, witness });
      // One reason to look at a tier is enough.
      break;
    }
  }
  return found;
}

function titleOfOverlap(first: Tier, second: Tier): Bilingual {
  const [one, other] = [first.label ?? first.name, second.label ?? second.name];
  return { en: `both ${one} and ${other}`, zh: `同时符合${one}与${other}` };
}

function claimsOf(tiers: readonly Tier[], value: boolean): { condition: NonNullable<Tier['when']>; value: boolean }[] {
  return tiers.flatMap(({ when }) => (when === null ? [] : [{ condition: when, value }]));
}
