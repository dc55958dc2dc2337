/** Threshold changes that provably resolve findings about single conditions and pairs. */
import { boundsIn, type Condition, type GroupPolicy, type Risk } from '@steward/policy';
import { type ConditionVerdict, exclude, followsFrom, judge, type PlacedCondition } from '../subjects/conditions.ts';
import { type Move, moved, movedComparison, movesOf, settlingMoves } from './moves.ts';
import { keepsTiers } from './tier-repairs.ts';

/**
 * Changes after which a never- or always-true condition can have either result; for tiers, without new faults among the tiers.
 * @param whole the condition of the clause, which may contain the given one
 */
export function conditionMoves(
  placed: PlacedCondition,
  verdict: 'never' | 'always',
  group: GroupPolicy,
  whole: Condition,
): Move[] {
  const bounds = boundsIn(placed.condition);
  const effect = verdict === 'never' ? 'wider' : 'narrower';
  const comparisons = new Set(bounds.map(({ comparison }) => comparison));
  const isOfTier = group.tiers.some(
    ({ when }) => when !== null && boundsIn(when).some(({ comparison }) => comparisons.has(comparison)),
  );
  return settlingMoves(
    movesOf(bounds, bounds).filter((move) => move.effect === effect),
    (move) => {
      const conditions = [placed.condition, whole].map((condition) => moved(condition, move));
      return (
        conditions.every((condition) => isOpen({ ...placed, condition }, move)) &&
        (!isOfTier || keepsTiers(group, move))
      );
    },
  );
}

/** Changes after which the higher risk requires more than the lower one, and does not open together with its own escalation target. */
export function riskMoves(lower: Risk, higher: Risk, { risks, timezone }: GroupPolicy): Move[] {
  const own = boundsIn(higher.when);
  const targets = risks.filter(({ name }) => higher.escalations.some(({ to }) => to === name));
  return settlingMoves(
    movesOf(own, [...own, ...boundsIn(lower.when)]).filter(({ effect }) => effect === 'narrower'),
    (move) => {
      const changed = { ...higher, when: moved(higher.when, move) };
      if (!isOpen({ condition: changed.when, place: 'risk', timezone }, move)) return false;
      if (followsFrom(lower, changed, timezone) || exclude([lower.when, changed.when], 'risk', timezone)) return false;
      return targets.every(
        (target) => !followsFrom(changed, target, timezone) || followsFrom(higher, target, timezone),
      );
    },
  );
}

/** Changes after which all goals can be met at once. */
export function goalMoves(goals: readonly PlacedCondition[]): Move[] {
  const bounds = goals.flatMap(({ condition }) => boundsIn(condition));
  const [first] = goals;
  if (first === undefined) return [];
  return settlingMoves(
    movesOf(bounds, bounds).filter(({ effect }) => effect === 'wider'),
    (move) => {
      const conditions = goals.map(({ condition }) => moved(condition, move));
      const changed = conditions.find((condition, index) => condition !== goals[index]?.condition);
      if (changed === undefined || !isOpen({ ...first, condition: changed }, move)) return false;
      return !exclude(conditions, first.place, first.timezone);
    },
  );
}

/** Whether neither the condition nor the comparison has a fixed result. */
function isOpen(placed: PlacedCondition, move: Move): boolean {
  const verdicts: ConditionVerdict[] = [judge({ ...placed, condition: movedComparison(move) }), judge(placed)];
  return verdicts.every((verdict) => verdict === 'open');
}
