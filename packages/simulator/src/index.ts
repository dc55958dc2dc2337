export { type ColumnOptions, columnsFromEvents, type EventRow } from './columns/from-events.ts';
export { evaluateTextPredicate, type TextTest, textTest } from './columns/text.ts';
export type { BoundCoverage, ClauseCoverage, CoveredKind, GroupCoverage, PointName } from './exercised/coverage.ts';
export { groupCoverage } from './exercised/group-coverage.ts';
export { nothingExercised } from './exercised/nothing-exercised.ts';
export {
  type ClauseAt,
  type ClauseExplanation,
  explainClause,
  explainMix,
  type MixExplanation,
} from './explain/explain.ts';
export type { ExplainedCondition, ExplainedQuantity } from './explain/explanation.ts';
export { foundEvents, type RuleMatches } from './labels/found.ts';
export { type RuleScore, type Score, scoreGroup, sumScores } from './labels/score.ts';
export {
  ACTION_LIMIT,
  type ActionCause,
  type ActionRecord,
  type ActionsOutcome,
  type ResolvedArgument,
} from './outcome/actions.ts';
export { assemble } from './outcome/assemble.ts';
export { EVIDENCE_LIMIT, type EventReference, type Evidence } from './outcome/evidence.ts';
export type { Incident, RiskOutcome } from './outcome/incidents.ts';
export { mergeOutcomes } from './outcome/merge.ts';
export {
  type BanOutcome,
  type CadenceOutcome,
  type CampaignOutcome,
  type CampaignRun,
  type CapOutcome,
  type ContentOutcome,
  type GoalOutcome,
  type GroupOutcome,
  type HealthOutcome,
  type LifecycleOutcome,
  type LogSummary,
  type MemberHistory,
  type MembersOutcome,
  type MixOutcome,
  OUTCOME_FORMAT,
  type Outcome,
  type PeriodStart,
  type Rollup,
  type SlotOutcome,
  type TierOrNone,
  type TierOutcome,
} from './outcome/outcome.ts';
export type { KnownRole, RolesOutcome, RosterOutcome } from './outcome/roles.ts';
export { UNDECIDED_KINDS, type UndecidedKind, unknownsOf } from './outcome/undecided.ts';
export { UNKNOWN_REASONS, type Unknowns } from './outcome/unknowns.ts';
export { type BindOptions, bindGroups, type GroupNaming } from './program/bind-groups.ts';
export { type Binding, type BindingRequest, bind, isCalled, type LogGroup } from './program/binding.ts';
export type { Evaluation } from './program/judges.ts';
export { compile, type Program } from './program/program.ts';
export { type RunOptions, runGroup } from './run/group.ts';
export {
  type ExpectationResult,
  type Fact,
  forbids,
  type Observation,
  type TierStretch,
} from './scenario/expectations.ts';
export type { ExplainedClause, Explanation } from './scenario/explanations.ts';
export { runScenario, type ScenarioResult } from './scenario/run.ts';
export { type LogOfGroup, scenarioLog, scenarioRows } from './scenario/scenario-log.ts';
export {
  createSimulation,
  type Simulation,
  type SimulationInput,
  type SimulationOptions,
} from './simulation/simulation.ts';
export { type Bound, boundsOf, rangeOfBound, withBound } from './what-if/bounds.ts';
export {
  type CountChange,
  DIFF_FORMAT,
  type GroupDiff,
  type IncidentChange,
  type MemberChange,
  type OutcomeDiff,
  type VerdictChange,
} from './what-if/changes.ts';
export { type Dial, dialsOf, isDial, withDial } from './what-if/dials.ts';
export { diffGroup, diffOutcomes } from './what-if/diff.ts';
export { type FlipStep, smallestFlip } from './what-if/flip.ts';
export { type ExplainedMember, explainMembers } from './what-if/member.ts';
export { observedValues } from './what-if/observed.ts';
export { sharedPredicates } from './what-if/predicates.ts';
export { type Region, type Sweep, type SweepStep, sweepBound } from './what-if/sweep.ts';
export { chosenValues, type TriedValues, triedValues } from './what-if/tried.ts';
