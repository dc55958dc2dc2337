/** The bounds of a policy (constants that measures are compared with): where each one is, and how to change it. */
import type { Rational } from '@steward/numbers';
import {
  boundsIn,
  type ComparisonOperator,
  type Condition,
  type Conditional,
  type Constant,
  clauseAt,
  comparisonText,
  conditionsOf,
  type GroupPolicy,
  nodeAt,
  type Path,
  type Policy,
  type Quantity,
  replaceAt,
  type SourceRange,
  withRule,
} from '@steward/policy';

export type BoundClause =
  | { kind: 'tier' | 'risk' | 'stage'; index: number }
  | { kind: 'goal'; index: number; goal: number };

export interface Bound {
  /** `Vip/Active.when[0]`: policy group, clause, and index of the comparison in the clause. */
  address: string;
  group: string;
  clause: BoundClause;
  name: string;
  /** As spelled in results. */
  text: string;
  /** From the condition to the comparison. */
  path: Path;
  /** The place of the constant. */
  side: 'left' | 'right';
  /** With the measure on the left. */
  operator: ComparisonOperator;
  measure: Quantity;
  constant: Constant;
}

/** In policy order. Excludes durations in risks: a risk is evaluated when they elapse, so every value gives another outcome. */
export function boundsOf(policy: Policy): Bound[] {
  return policy.groups.flatMap((group) =>
    conditionsOf(group).flatMap((one) => {
      const clause = movableClause(one);
      return clause === null ? [] : boundsOfClause(group, one, clause);
    }),
  );
}

/** Tasks and the goals of campaigns are not swept. */
function movableClause({ kind, place: [index = 0, goal = 0] }: Conditional): BoundClause | null {
  if (kind === 'goal') return { kind, index, goal };
  return kind === 'tier' || kind === 'risk' || kind === 'stage' ? { kind, index } : null;
}

function boundsOfClause(group: GroupPolicy, { name, condition }: Conditional, clause: BoundClause): Bound[] {
  const goal = clause.kind === 'goal' && clause.goal > 0 ? `.healthy[${clause.goal}]` : '';
  return boundsIn(condition)
    .map(({ comparison, path, side, operator, measure, constant }, number): Bound => {
      const address = `${group.name}/${name}${goal}.when[${number}]`;
      const text = comparisonText(comparison);
      return { address, group: group.name, clause, name, path, side, operator, measure, constant, text };
    })
    .filter(({ measure }) => clause.kind !== 'risk' || measure.unit !== 'duration');
}

export function conditionOfBound(policy: Policy, { group, clause }: Bound): Condition | null {
  const rules = policy.groups.find(({ name }) => name === group);
  return rules === undefined ? null : (clauseAt(rules, clause.kind, placeOf(clause))?.condition ?? null);
}

/** Source range of the comparison; null without source text. */
export function rangeOfBound(policy: Policy, bound: Bound): SourceRange | null {
  const condition = conditionOfBound(policy, bound);
  return condition === null ? null : (nodeAt(condition, bound.path)?.range ?? null);
}

/** The policy with that value replaced. */
export function withBound(policy: Policy, bound: Bound, value: Rational): Policy {
  const text = value.denominator === 1 ? `${value.numerator}` : `${value.numerator}/${value.denominator}`;
  const constant = { ...bound.constant, value, text };
  const { clause } = bound;
  const groups = policy.groups.map((group) =>
    group.name === bound.group
      ? withRule(group, clause.kind, placeOf(clause), (rule) =>
          rule.when === null ? rule : { ...rule, when: replaced(rule.when, bound, constant) },
        )
      : group,
  );
  return { ...policy, groups };
}

function placeOf(clause: BoundClause): number[] {
  return clause.kind === 'goal' ? [clause.index, clause.goal] : [clause.index];
}

function replaced(condition: Condition, { address, path, side }: Bound, constant: Constant): Condition {
  const moved = replaceAt(condition, path, (node) => (node.kind === 'compare' ? { ...node, [side]: constant } : node));
  if (moved === null || moved === condition) throw new Error(`${address} is not where it was`);
  return moved;
}
