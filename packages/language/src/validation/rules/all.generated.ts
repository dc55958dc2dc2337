/** Every rule; findings are sorted by place, so the order does not matter. Generated from the folders beside it; do not edit. */
import type { Rule } from '../registry.ts';
import { actionArgumentKind } from './action-argument-kind/action-argument-kind.ts';
import { actionArgumentMissing } from './action-argument-missing/action-argument-missing.ts';
import { banTwice } from './ban-twice/ban-twice.ts';
import { benefitsDoNotClimb } from './benefits-do-not-climb/benefits-do-not-climb.ts';
import { cadenceImpossible } from './cadence-impossible/cadence-impossible.ts';
import { cadenceMismatch } from './cadence-mismatch/cadence-mismatch.ts';
import { cadenceTwice } from './cadence-twice/cadence-twice.ts';
import { cadenceWithoutCampaign } from './cadence-without-campaign/cadence-without-campaign.ts';
import { campaignBurstLength } from './campaign-burst-length/campaign-burst-length.ts';
import { campaignPhaseMissing } from './campaign-phase-missing/campaign-phase-missing.ts';
import { campaignPhaseOrder } from './campaign-phase-order/campaign-phase-order.ts';
import { campaignPhaseTwice } from './campaign-phase-twice/campaign-phase-twice.ts';
import { campaignPreheatLength } from './campaign-preheat-length/campaign-preheat-length.ts';
import { campaignStartsCollide } from './campaign-starts-collide/campaign-starts-collide.ts';
import { campaignWithoutCadence } from './campaign-without-cadence/campaign-without-cadence.ts';
import { capImplied } from './cap-implied/cap-implied.ts';
import { capNeverExceeded } from './cap-never-exceeded/cap-never-exceeded.ts';
import { capTwice } from './cap-twice/cap-twice.ts';
import { capabilityMissing } from './capability-missing/capability-missing.ts';
import { capacityContradicts } from './capacity-contradicts/capacity-contradicts.ts';
import { categoryOverlap } from './category-overlap/category-overlap.ts';
import { categoryShadowed } from './category-shadowed/category-shadowed.ts';
import { conditionAlways } from './condition-always/condition-always.ts';
import { conditionConstant } from './condition-constant/condition-constant.ts';
import { conditionNever } from './condition-never/condition-never.ts';
import { dutyGap } from './duty-gap/duty-gap.ts';
import { dutyMissesPlan } from './duty-misses-plan/duty-misses-plan.ts';
import { dutyOverlap } from './duty-overlap/duty-overlap.ts';
import { dutyRoleEmpty } from './duty-role-empty/duty-role-empty.ts';
import { emptyBlock } from './empty-block/empty-block.ts';
import { escalateCycle } from './escalate-cycle/escalate-cycle.ts';
import { escalateSkipsLevel } from './escalate-skips-level/escalate-skips-level.ts';
import { escalateTimesUnreachable } from './escalate-times-unreachable/escalate-times-unreachable.ts';
import { escalateToItself } from './escalate-to-itself/escalate-to-itself.ts';
import { escalateToLower } from './escalate-to-lower/escalate-to-lower.ts';
import { goalsContradict } from './goals-contradict/goals-contradict.ts';
import { graceExceedsWindow } from './grace-exceeds-window/grace-exceeds-window.ts';
import { groupWithoutTiers } from './group-without-tiers/group-without-tiers.ts';
import { healthWithoutGoal } from './health-without-goal/health-without-goal.ts';
import { kickWithoutWarn } from './kick-without-warn/kick-without-warn.ts';
import { kindConversion } from './kind-conversion/kind-conversion.ts';
import { kindInterest } from './kind-interest/kind-interest.ts';
import { kindKnowledge } from './kind-knowledge/kind-knowledge.ts';
import { kindService } from './kind-service/kind-service.ts';
import { lexiconEmpty } from './lexicon-empty/lexicon-empty.ts';
import { matchNeverBinds } from './match-never-binds/match-never-binds.ts';
import { missingFile } from './missing-file/missing-file.ts';
import { mixAlwaysKept } from './mix-always-kept/mix-always-kept.ts';
import { mixCategoryTwice } from './mix-category-twice/mix-category-twice.ts';
import { mixExceedsCap } from './mix-exceeds-cap/mix-exceeds-cap.ts';
import { mixNot100 } from './mix-not-100/mix-not-100.ts';
import { mixTwice } from './mix-twice/mix-twice.ts';
import { mixesContradict } from './mixes-contradict/mixes-contradict.ts';
import { platformCapacityLimit } from './platform-capacity-limit/platform-capacity-limit.ts';
import { platformHidesSignal } from './platform-hides-signal/platform-hides-signal.ts';
import { platformNeverDecides } from './platform-never-decides/platform-never-decides.ts';
import { platformSpamLimit } from './platform-spam-limit/platform-spam-limit.ts';
import { platformUnknown } from './platform-unknown/platform-unknown.ts';
import { platformWindowLimit } from './platform-window-limit/platform-window-limit.ts';
import { ratioOver100 } from './ratio-over-100/ratio-over-100.ts';
import { regexMatchesEverything } from './regex-matches-everything/regex-matches-everything.ts';
import { riskDecidesLate } from './risk-decides-late/risk-decides-late.ts';
import { riskImplied } from './risk-implied/risk-implied.ts';
import { riskNeverCloses } from './risk-never-closes/risk-never-closes.ts';
import { riskWithoutAction } from './risk-without-action/risk-without-action.ts';
import { scenarioEmpty } from './scenario-empty/scenario-empty.ts';
import { scenarioMemberAbsent } from './scenario-member-absent/scenario-member-absent.ts';
import { scenarioOutsideDays } from './scenario-outside-days/scenario-outside-days.ts';
import { scenarioWithoutExpectations } from './scenario-without-expectations/scenario-without-expectations.ts';
import { slotCategoryNotInMix } from './slot-category-not-in-mix/slot-category-not-in-mix.ts';
import { slotOverlap } from './slot-overlap/slot-overlap.ts';
import { slotWholeDay } from './slot-whole-day/slot-whole-day.ts';
import { slotsExceedCap } from './slots-exceed-cap/slots-exceed-cap.ts';
import { snapshotFile } from './snapshot-file/snapshot-file.ts';
import { stageDeadEnd } from './stage-dead-end/stage-dead-end.ts';
import { stageMoveNever } from './stage-move-never/stage-move-never.ts';
import { stageNeverLeft } from './stage-never-left/stage-never-left.ts';
import { stageShadowed } from './stage-shadowed/stage-shadowed.ts';
import { stageUnreachable } from './stage-unreachable/stage-unreachable.ts';
import { subjectUnavailable } from './subject-unavailable/subject-unavailable.ts';
import { tierAfterOtherwise } from './tier-after-otherwise/tier-after-otherwise.ts';
import { tierColorTwice } from './tier-color-twice/tier-color-twice.ts';
import { tierGap } from './tier-gap/tier-gap.ts';
import { tierNoRest } from './tier-no-rest/tier-no-rest.ts';
import { tierOverlap } from './tier-overlap/tier-overlap.ts';
import { tierUnreachable } from './tier-unreachable/tier-unreachable.ts';
import { tierWithoutWindow } from './tier-without-window/tier-without-window.ts';
import { unusedDeclaration } from './unused-declaration/unused-declaration.ts';
import { windowTooLong } from './window-too-long/window-too-long.ts';

export const RULES: readonly Rule[] = [
  actionArgumentKind,
  actionArgumentMissing,
  banTwice,
  benefitsDoNotClimb,
  cadenceImpossible,
  cadenceMismatch,
  cadenceTwice,
  cadenceWithoutCampaign,
  campaignBurstLength,
  campaignPhaseMissing,
  campaignPhaseOrder,
  campaignPhaseTwice,
  campaignPreheatLength,
  campaignStartsCollide,
  campaignWithoutCadence,
  capImplied,
  capNeverExceeded,
  capTwice,
  capabilityMissing,
  capacityContradicts,
  categoryOverlap,
  categoryShadowed,
  conditionAlways,
  conditionConstant,
  conditionNever,
  dutyGap,
  dutyMissesPlan,
  dutyOverlap,
  dutyRoleEmpty,
  emptyBlock,
  escalateCycle,
  escalateSkipsLevel,
  escalateTimesUnreachable,
  escalateToItself,
  escalateToLower,
  goalsContradict,
  graceExceedsWindow,
  groupWithoutTiers,
  healthWithoutGoal,
  kickWithoutWarn,
  kindConversion,
  kindInterest,
  kindKnowledge,
  kindService,
  lexiconEmpty,
  matchNeverBinds,
  missingFile,
  mixAlwaysKept,
  mixCategoryTwice,
  mixExceedsCap,
  mixNot100,
  mixTwice,
  mixesContradict,
  platformCapacityLimit,
  platformHidesSignal,
  platformNeverDecides,
  platformSpamLimit,
  platformUnknown,
  platformWindowLimit,
  ratioOver100,
  regexMatchesEverything,
  riskDecidesLate,
  riskImplied,
  riskNeverCloses,
  riskWithoutAction,
  scenarioEmpty,
  scenarioMemberAbsent,
  scenarioOutsideDays,
  scenarioWithoutExpectations,
  slotCategoryNotInMix,
  slotOverlap,
  slotWholeDay,
  slotsExceedCap,
  snapshotFile,
  stageDeadEnd,
  stageMoveNever,
  stageNeverLeft,
  stageShadowed,
  stageUnreachable,
  subjectUnavailable,
  tierAfterOtherwise,
  tierColorTwice,
  tierGap,
  tierNoRest,
  tierOverlap,
  tierUnreachable,
  tierWithoutWindow,
  unusedDeclaration,
  windowTooLong,
];
