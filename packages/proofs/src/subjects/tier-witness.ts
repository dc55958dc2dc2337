/** Members that demonstrate what was proven about tiers: with a history, in words, and with expectations for a scenario. */
import type { GroupPolicy, Policy, Tier } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import { DAY, durationDays, durationMicros } from '@steward/time';
import type { Vocabulary } from '../measures/vocabulary.ts';
import { type History, SELF, tenureOf, testCondition, type Viewpoint } from '../realise/history.ts';
import { realise } from '../realise/realise.ts';
import type { Answer, Limits } from '../solver/solve.ts';
import type { ExpectedClaim } from '../witness/expected.ts';
import { type Claim, explain, type Witness } from '../witness/explain.ts';

export interface TierWitness extends Witness {
  history: History;
  /** The tier that takes the member; null: none. */
  tier: string | null;
  /** Title of the scenario that replays it. */
  title: Bilingual;
  expectations: readonly ExpectedClaim[];
}

/** How many solutions to try before giving up; each is a different path through the disjunctions. */
const SOLUTIONS = 12;
/** Histories to evaluate per witness: keeps us from following a wrong path while someone is typing. */
const MOST_STEPS = 400;

export function witnessLimits(vocabulary: Vocabulary): Limits {
  return { steps: 30_000, solutions: SOLUTIONS, cost: (values) => costOf(vocabulary, values) };
}

/** Roughly the number of events and days. */
function costOf({ measures, variables }: Vocabulary, values: readonly number[]): number {
  return measures.reduce((sum, measure, index) => {
    if (measure.kind === 'rank') return sum + 2 * (values[index] ?? 0);
    if (measure.kind !== 'aggregate' && measure.kind !== 'intrinsic') return sum;
    const value = Math.abs(values[index] ?? 0);
    const isTime =
      measure.kind === 'aggregate'
        ? measure.aggregate.function === 'since'
        : measure.name === 'age' || measure.name === 'tenure';
    return sum + (isTime ? value / DAY / 10 : value - Math.max(0, variables[index]?.lo ?? 0));
  }, 0);
}

export interface TierRequest {
  policy: Vocabularies;
  group: GroupPolicy;
  vocabulary: Vocabulary;
  answer: Answer;
  /** What is claimed of the member, tier by tier; tiers without a condition claim nothing. */
  claims: readonly Claim[];
  /** The tier that the member must end up in. */
  tier: string | null;
  title: Bilingual;
}

export function tierWitness(request: TierRequest): TierWitness | null {
  const { answer, group, claims, tier, vocabulary, policy, title } = request;
  if (answer.kind !== 'sometimes') return null;
  const accepts = (at: Viewpoint): boolean =>
    claims.every(({ condition, value }) => testCondition(condition, at) === value) && tierOf(group.tiers, at) === tier;
  for (const { values, hi } of answer.solutions) {
    const history = realise({ vocabulary, group, values, hi, accepts, budget: { steps: MOST_STEPS } });
    if (history === null) continue;
    const at: Viewpoint = { history, day: 0, member: SELF };
    const inTier = (name: string): ExpectedClaim => ({
      kind: 'tier',
      name,
      member: SELF,
      negated: tier === null,
      day: 0,
    });
    const expectations = tier === null ? group.tiers.map(({ name }) => inTier(name)) : [inTier(tier)];
    return { ...explain(claims, at, policy.metrics), history, tier, title, expectations };
  }
  return null;
}

/** Declarations whose names a witness uses. */
export type Vocabularies = Pick<Policy, 'metrics'>;

/** The tier that takes the member on that day, counting the grace of earlier days; null if none does. */
function tierOf(tiers: readonly Tier[], { history, member }: Viewpoint): string | null {
  const won = new Map<string, number>();
  let current: string | null = null;
  // Without grace, earlier days do not matter.
  const hasGrace = tiers.some(({ grace }) => grace !== null);
  const first = hasGrace ? Math.max(0, ...history.events.map(({ day }) => day)) : 0;
  for (let day = first; day >= 0; day--) {
    const at: Viewpoint = { history, day, member };
    current = tenureOf(at) === null ? null : taken(tiers, at, current, won);
  }
  return current;
}

function taken(tiers: readonly Tier[], at: Viewpoint, before: string | null, won: Map<string, number>): string | null {
  for (const { name, when, grace } of tiers) {
    if (when === null || testCondition(when, at) === true) {
      won.set(name, at.day);
      return name;
    }
    const last = won.get(name);
    if (before !== name || last === undefined || grace === null) continue;
    const days = durationDays(grace) ?? Math.floor(durationMicros(grace) / DAY);
    if (last - at.day <= days) return name;
  }
  return null;
}
