/** The bounds of a policy: constants that a measure is compared with. Where each stands, and the policy with another value there. */
import {
  boundsIn,
  type ComparisonOperator,
  type Condition,
  type Constant,
  type GroupPolicy,
  nodeAt,
  type Path,
  type Policy,
  type Quantity,
  type Rational,
  replaceAt,
  type SourceRange,
} from '@steward/policy';
import { measureText } from '../program/measure-text.ts';

export type BoundClause =
  | { kind: 'tier' | 'risk' | 'stage'; index: number }
  | { kind: 'goal'; index: number; goal: number };

export interface Bound {
  /** `Vip/Active.when[0]`: policy group, clause, and the comparison's place among those of the clause. */
  address: string;
  group: string;
  clause: BoundClause;
  name: string;
  /** As results spell it. */
  text: string;
  /** From the condition to the comparison. */
  path: Path;
  /** Where the constant stands. */
  side: 'left' | 'right';
  /** With the measure on the left. */
  operator: ComparisonOperator;
  measure: Quantity;
  constant: Constant;
}

/** In the order of the policy. Durations of a risk are left out: it is looked at when they pass, so that every value of them gives another outcome. */
export function boundsOf(policy: Policy): Bound[] {
  return policy.groups.flatMap((group) =>
    clausesOf(group).flatMap(({ clause, name, when }) => {
      const goal = clause.kind === 'goal' && clause.goal > 0 ? `.healthy[${clause.goal}]` : '';
      return (when === null ? [] : boundsIn(when))
        .map(({ comparison, path, side, operator, measure, constant }, number): Bound => {
          const address = `${group.name}/${name}${goal}.when[${number}]`;
          const text = `${measureText(comparison.left)} ${comparison.operator} ${measureText(comparison.right)}`;
          return { address, group: group.name, clause, name, path, side, operator, measure, constant, text };
        })
        .filter(({ measure }) => clause.kind !== 'risk' || measure.unit !== 'duration');
    }),
  );
}

interface NamedClause {
  clause: BoundClause;
  name: string;
  when: Condition | null;
}

function clausesOf({ tiers, health, risks, lifecycle }: GroupPolicy): NamedClause[] {
  return [
    ...tiers.map(({ name, when }, index): NamedClause => ({ clause: { kind: 'tier', index }, name, when })),
    ...health.flatMap(({ name, goals }, index) =>
      goals.map(({ when }, goal): NamedClause => ({ clause: { kind: 'goal', index, goal }, name, when })),
    ),
    ...risks.map(({ name, when }, index): NamedClause => ({ clause: { kind: 'risk', index }, name, when })),
    ...(lifecycle?.stages ?? []).map(
      ({ name, when }, index): NamedClause => ({ clause: { kind: 'stage', index }, name, when }),
    ),
  ];
}

export function conditionOfBound(policy: Policy, { group, clause }: Bound): Condition | null {
  const rules = policy.groups.find(({ name }) => name === group);
  const found = rules === undefined ? undefined : clausesOf(rules).find((each) => sameClause(each.clause, clause));
  return found?.when ?? null;
}

/** Where the comparison is written; null where no text was. */
export function rangeOfBound(policy: Policy, bound: Bound): SourceRange | null {
  const condition = conditionOfBound(policy, bound);
  return condition === null ? null : (nodeAt(condition, bound.path)?.range ?? null);
}

function sameClause(a: BoundClause, b: BoundClause): boolean {
  return a.kind === b.kind && a.index === b.index && (a.kind !== 'goal' || b.kind !== 'goal' || a.goal === b.goal);
}

/** The policy with another value in that place. */
export function withBound(policy: Policy, bound: Bound, value: Rational): Policy {
  const text = value.denominator === 1 ? `${value.numerator}` : `${value.numerator}/${value.denominator}`;
  const moved = (when: Condition): Condition => replaced(when, bound, { ...bound.constant, value, text });
  const { clause } = bound;
  const at = <T extends { when: Condition | null }>(list: T[]): T[] =>
    list.map((each, i) => (i === clause.index && each.when !== null ? { ...each, when: moved(each.when) } : each));
  const inGroup = (group: GroupPolicy): GroupPolicy => {
    switch (clause.kind) {
      case 'tier':
        return { ...group, tiers: at(group.tiers) };
      case 'risk':
        return {
          ...group,
          risks: group.risks.map((one, i) => (i === clause.index ? { ...one, when: moved(one.when) } : one)),
        };
      case 'stage':
        return group.lifecycle === null
          ? group
          : { ...group, lifecycle: { ...group.lifecycle, stages: at(group.lifecycle.stages) } };
      case 'goal':
        return {
          ...group,
          health: group.health.map((one, i) => {
            if (i !== clause.index) return one;
            const goals = one.goals.map((goal, j) => (j === clause.goal ? { ...goal, when: moved(goal.when) } : goal));
            return { ...one, goals };
          }),
        };
    }
  };
  return { ...policy, groups: policy.groups.map((group) => (group.name === bound.group ? inGroup(group) : group)) };
}

function replaced(condition: Condition, { address, path, side }: Bound, constant: Constant): Condition {
  const moved = replaceAt(condition, path, (node) => (node.kind === 'compare' ? { ...node, [side]: constant } : node));
  if (moved === null || moved === condition) throw new Error(`${address} is not where it was`);
  return moved;
}
