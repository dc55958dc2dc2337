/**
 * A short log that demonstrates what was proven about conditions. Every claim is true at the end of its last day, which ends a week and a
 * month, so that counts over a current period are complete.
 */
import type { Category, GroupPolicy } from '@steward/policy';
import { shapeKey } from '@steward/policy';
import { dayNumber } from '@steward/time';
import { Encoder } from '../measures/encode.ts';
import { type History, SELF, testCondition, type Viewpoint } from '../realise/history.ts';
import { realise } from '../realise/realise.ts';
import { finished, isSpent, spend } from '../solver/budget.ts';
import { allOf } from '../solver/problem.ts';
import { type Claim, explain, type Witness } from '../witness/explain.ts';
import type { PlacedCondition } from './conditions.ts';
import { clockOf } from './setting.ts';
import { type Vocabularies, witnessLimits } from './tier-witness.ts';

export interface ConditionWitness extends Witness {
  history: History;
}

/** The last day of both a month and a week, months away from any clock change. */
const DATE = dayNumber(2025, 8, 31);
/** Maximum number of histories to evaluate per witness. */
const MOST_STEPS = 400;
const MOST_REMEMBERED = 1_000;

const remembered = new Map<string, ConditionWitness | null>();

interface Request {
  policy: Vocabularies;
  group: Pick<GroupPolicy, 'timezone' | 'founded'> & { content: { categories: readonly Category[] } };
  place: PlacedCondition['place'];
  claims: readonly Claim[];
  /** An additional requirement on the log. Equal keys mean the same requirement in equally written groups. */
  also?: Also | undefined;
}

export interface Also {
  key: string;
  accepts: (at: Viewpoint) => boolean;
}

/** @returns null if none was found, which proves nothing */
export function conditionWitness(request: Request): ConditionWitness | null {
  const { policy, group, place, claims, also } = request;
  const names = policy.metrics.map(({ name, alias }) => `${name}=${alias ?? ''}`);
  const key = shapeKey([claims, place, group.timezone, group.founded, group.content.categories, names, also?.key]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  spend(key.length / 10);
  const { value: found, isWhole } = finished(() => (isSpent() ? null : witnessAnew(request)));
  if (!isWhole) return found;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}

function witnessAnew({ policy, group, place, claims, also }: Request): ConditionWitness | null {
  const scope = place === 'member' ? 'member' : 'group';
  const encoder = new Encoder({ scope, moment: 'day-end', clock: clockOf(group.timezone) });
  const formula = allOf(claims.map(({ condition, value }) => encoder.encode(condition, value ? 'true' : 'false')));
  const solver = encoder.solver();
  const { vocabulary } = encoder;
  const answer = solver.solve(formula, witnessLimits(vocabulary));
  if (answer.kind !== 'sometimes') return null;
  const accepts = (at: Viewpoint): boolean =>
    claims.every(({ condition, value }) => testCondition(condition, at) === value) && (also?.accepts(at) ?? true);
  for (const { values, hi } of answer.solutions) {
    const history = realise({ vocabulary, group, values, hi, accepts, budget: { steps: MOST_STEPS }, date: DATE });
    if (history === null) continue;
    const at: Viewpoint = { history, day: 0, member: SELF };
    return { ...explain(claims, at, policy.metrics, scope), history };
  }
  return null;
}
