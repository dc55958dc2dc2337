export type { EventFields } from './realise/event-test.ts';
export { DAY_SECONDS, type History, type HistoryEvent, SELF } from './realise/history.ts';
export { singleMessage } from './realise/realise.ts';
export { stageAt } from './realise/stages.ts';
export { conditionMoves, goalMoves, riskMoves } from './repair/condition-repairs.ts';
export { type Move, movedComparison } from './repair/moves.ts';
export { canStageStandBefore, stageMoves } from './repair/stage-repairs.ts';
export { canStandBefore, tierMoves } from './repair/tier-repairs.ts';
export { Budget, isSpent, shareOfSteps, spend, within } from './solver/budget.ts';
export type { Answer } from './solver/solve.ts';
export { analyseCategories } from './subjects/categories.ts';
export { type Also, conditionWitness } from './subjects/condition-witness.ts';
export {
  decisiveParts,
  exclude,
  followsFrom,
  judge,
  type PlacedCondition,
  placeOf,
  scopeOf,
} from './subjects/conditions.ts';
export { analyseStages } from './subjects/stages.ts';
export { analyseTiers } from './subjects/tier-analysis.ts';
export type { TierWitness } from './subjects/tier-witness.ts';
export { TierProofs } from './subjects/tiers.ts';
export type { ExpectedClaim as Expected } from './witness/expected.ts';
export type { Claim } from './witness/explain.ts';
