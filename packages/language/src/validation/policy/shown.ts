/** Demonstrates what was proven about a group's conditions on a short log: in words, and as a scenario on request. */
import type { Condition, Conditional, GroupPolicy, Policy } from '@steward/policy';
import type { Claim, Expected, History } from '@steward/proofs';
import { type Also, conditionWitness, type PlacedCondition, placeOf, SELF } from '@steward/proofs';
import type { Bilingual } from '@steward/text';
import type { PolicyProposal } from './finding.ts';
import { scenarioProposal } from './proposals.ts';
import { scenarioText } from './scenario-text.ts';

export interface Demonstration {
  /** The relevant measures with their values. */
  text: Bilingual;
  /** Empty if no expectation of the language can express it. */
  proposals: () => PolicyProposal[];
}

/** Where the demonstration is set. */
export interface DemonstrationContext {
  policy: Policy;
  group: GroupPolicy;
  isDraft: boolean;
}

/** Used if no log was found. */
export const NO_DEMONSTRATION: Demonstration = { text: { en: '', zh: '' }, proposals: () => [] };

export interface DemonstrationRequest {
  place: PlacedCondition['place'];
  /** Alternatives, in order; the first for which a log is found is used. */
  claims: readonly (readonly Claim[])[];
  also?: Also;
  title: Bilingual;
  /** What to expect on the last days of that log. */
  expectations: readonly Expected[] | ((history: History) => readonly Expected[]);
  /** Wraps the measures: `It is true even with: ….`. */
  sentence: (measures: Bilingual) => Bilingual;
}

export function demonstrate(stage: DemonstrationContext, showing: DemonstrationRequest): Demonstration {
  const { policy, group } = stage;
  const { place, claims, also, title, expectations, sentence } = showing;
  for (const each of claims) {
    const witness = conditionWitness({ policy, group, place, claims: each, also });
    if (witness === null || witness.text.en === '') continue;
    return {
      text: sentence(witness.text),
      proposals: () => {
        const { history } = witness;
        const expected = typeof expectations === 'function' ? expectations(history) : expectations;
        return replayScenario(stage, history, title, expected);
      },
    };
  }
  return NO_DEMONSTRATION;
}

/** The scenario, if there is something to expect and a group to expect it of. */
export function replayScenario(
  { policy, group, isDraft }: DemonstrationContext,
  history: History,
  title: Bilingual,
  expectations: readonly Expected[],
): PolicyProposal[] {
  if (isDraft || expectations.length === 0) return [];
  return [scenarioProposal(group, scenarioText(policy, { title, group: group.name, history, expectations }))];
}

/** @param parts conditions that rule each other out: all but one can hold */
export function demonstrateNever(
  stage: DemonstrationContext,
  clause: Conditional,
  parts: readonly Condition[],
): Demonstration {
  if (clause.kind === 'campaign-goal') return NO_DEMONSTRATION;
  const { owner } = clause;
  return demonstrate(stage, {
    place: placeOf(clause.kind),
    claims: allButOne(parts),
    title: { en: `${owner.name}: never true`, zh: `${owner.label ?? owner.name}：永远不成立` },
    expectations: expectedOfNever(stage.group, clause),
    sentence: ({ en, zh }) => ({ en: ` The closest case: ${en}.`, zh: `最接近的情形：${zh}。` }),
  });
}

export function demonstrateAlways(stage: DemonstrationContext, clause: Conditional): Demonstration {
  if (clause.kind === 'campaign-goal') return NO_DEMONSTRATION;
  const { owner, condition } = clause;
  return demonstrate(stage, {
    place: placeOf(clause.kind),
    claims: [[{ condition, value: true }]],
    title: { en: `${owner.name}: always true`, zh: `${owner.label ?? owner.name}：永远成立` },
    expectations: expectedOfAlways(stage.group, clause),
    sentence: ({ en, zh }) => ({ en: ` It is true even with: ${en}.`, zh: `这种情形下它也成立：${zh}。` }),
  });
}

/** All but the last, all but the second to last, … */
export function allButOne(conditions: readonly Condition[]): Claim[][] {
  return conditions
    .toReversed()
    .map((left) => [
      ...conditions.filter((condition) => condition !== left).map((condition) => ({ condition, value: true })),
      { condition: left, value: false },
    ]);
}

function expectedOfNever({ risks }: GroupPolicy, { kind, owner: { name } }: Conditional): Expected[] {
  switch (kind) {
    case 'tier':
      return [{ kind: 'tier', name, member: SELF, negated: true, day: 0 }];
    case 'goal':
      return [{ kind: 'breach', name, negated: false, day: 0 }];
    case 'risk':
      // A risk whose condition is never true may still be escalated to.
      if (risks.some(({ escalations }) => escalations.some(({ to }) => to === name))) return [];
      return [{ kind: 'risk', name, negated: true, day: 0 }];
    case 'stage':
      return [{ kind: 'stage', name, negated: true, day: 0 }];
    default:
      return [];
  }
}

/** Only if nothing else affects the result. */
function expectedOfAlways(group: GroupPolicy, { kind, owner, patience }: Conditional): Expected[] {
  if (patience !== null) return [];
  const { name } = owner;
  switch (kind) {
    case 'tier':
      return group.tiers[0] === owner ? [{ kind: 'tier', name, member: SELF, negated: false, day: 0 }] : [];
    case 'goal': {
      const goals = group.health.find((dimension) => dimension === owner)?.goals ?? [];
      return goals.length === 1 ? [{ kind: 'breach', name, negated: true, day: 0 }] : [];
    }
    case 'stage':
      return group.lifecycle?.stages[0] === owner ? [{ kind: 'stage', name, negated: false, day: 0 }] : [];
    case 'risk':
      return [{ kind: 'risk', name, negated: false, day: 0 }];
    default:
      return [];
  }
}
