/** Threshold changes and reorderings that provably let a stage begin without causing another fault of this kind. */
import { boundsIn, type ConstantBound, type GroupPolicy, type Lifecycle, type Stage } from '@steward/policy';
import { judge } from '../subjects/conditions.ts';
import { analyseStages } from '../subjects/stages.ts';
import { type Move, moved, movedComparison, movesOf, settlingMoves } from './moves.ts';

type Rules = Pick<GroupPolicy, 'lifecycle' | 'timezone'>;

export function stageMoves(group: Rules, stage: Stage, shadowedBy: readonly Stage[]): Move[] {
  const { lifecycle, timezone } = group;
  if (lifecycle === null) return [];
  const own = boundsOf([stage]);
  const earlier = boundsOf(shadowedBy);
  const candidates = [
    ...movesOf(own, [...own, ...earlier]).filter(({ effect }) => effect === 'wider'),
    ...movesOf(earlier, [...own, ...earlier]).filter(({ effect }) => effect === 'narrower'),
  ];
  return settlingMoves(candidates, (move) => {
    const stages = lifecycle.stages.map((other) =>
      other.when === null ? other : { ...other, when: moved(other.when, move) },
    );
    const changed = stages.flatMap(({ when }, index) =>
      when === null || when === lifecycle.stages[index]?.when ? [] : [when],
    );
    const isOpen = [movedComparison(move), ...changed].every(
      (condition) => judge({ condition, place: 'group', timezone }) === 'open',
    );
    return isOpen && settles(group, { ...lifecycle, stages }, stage);
  });
}

export function canStageStandBefore(group: Rules, stage: Stage, first: Stage): boolean {
  const { lifecycle } = group;
  if (lifecycle === null) return false;
  const stages = lifecycle.stages.flatMap((other) => {
    if (other === stage) return [];
    return other === first ? [stage, first] : [other];
  });
  return settles(group, { ...lifecycle, stages }, stage);
}

function settles(group: Rules, lifecycle: Lifecycle, { name }: Stage): boolean {
  const before = faultsOf(group);
  const after = faultsOf({ ...group, lifecycle });
  return !after.has(`stage ${name}`) && [...after].every((fault) => before.has(fault));
}

function faultsOf(group: Rules): Set<string> {
  const { shadowed, neverTaken } = analyseStages(group);
  return new Set([
    ...shadowed.map(({ stage }) => `stage ${stage.name}`),
    ...neverTaken.map(({ move }) => `move ${move.from} ${move.to}`),
  ]);
}

function boundsOf(stages: readonly Stage[]): ConstantBound[] {
  return stages.flatMap(({ when }) => (when === null ? [] : boundsIn(when)));
}
