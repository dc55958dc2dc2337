/**
 * The other numbers of a policy that can be changed: durations, the places of a rank, shares and tolerance of a mix, a cap. Says where each
 * one is, and how to change it.
 *
 * Excludes a risk's durations: incidents open or escalate when they elapse, so every value gives another outcome.
 */

import type { Rational } from '@steward/numbers';
import {
  type ClauseOf,
  type Condition,
  type Constant,
  clauseAt,
  clausesOfKind,
  durationText,
  type GroupPolicy,
  type Length,
  measureText,
  nodeAt,
  type Path,
  type Policy,
  placedLeavesOf,
  type Quantity,
  type Rank,
  replaceAt,
  type SweptLength,
  type Unit,
  withRule,
} from '@steward/policy';
import { DAY, type Duration, durationDays, durationMicros } from '@steward/time';
import type { Bound, BoundClause } from './bounds.ts';

export type DialPlace =
  | { kind: SweptLength | 'tolerance' | 'cap' }
  | { kind: 'rank'; path: Path }
  | { kind: 'share'; share: number };

export interface Dial {
  /** `Vip/Core.grace`, `Vip/Core.rank[0]`, `Vip/mix[0].ad`. */
  address: string;
  group: string;
  clause: DialClause;
  name: string;
  text: string;
  dial: DialPlace;
  /** With the observed value on the left: a member's place for ranks, consecutive days for `for`. */
  operator: '<=' | '>=' | '>' | '<' | '==';
  /** Only its unit matters. */
  measure: Quantity;
  constant: Constant;
}

export type DialClause =
  | BoundClause
  | { kind: 'mix' | 'cap'; index: number }
  | { kind: 'response'; index: number; response: number };

export function isDial(bound: Bound | Dial): bound is Dial {
  return 'dial' in bound;
}

/** In policy order. */
export function dialsOf(policy: Policy): Dial[] {
  return policy.groups.flatMap((group) => {
    const stages = clausesOfKind(group, 'stage').flatMap(lengthsOfClause);
    const local = [...ofTiers(group), ...ofHealth(group), ...stages, ...ofContent(group)];
    return local.map(
      ({ address, ...dial }): Dial => ({ ...dial, group: group.name, address: `${group.name}/${address}` }),
    );
  });
}

type Local = Omit<Dial, 'group'>;

function ofTiers(group: GroupPolicy): Local[] {
  return clausesOfKind(group, 'tier').flatMap((clause): Local[] => [...ranksOf(clause), ...lengthsOfClause(clause)]);
}

function ranksOf({ name, condition, place: [index = 0] }: ClauseOf<'tier'>): Local[] {
  const ranks = condition === null ? [] : ranksIn(condition);
  return ranks.map(({ rank, path }, number): Local => {
    const { limit } = rank;
    const isShare = limit.kind === 'share';
    const value = isShare ? limit.share : { numerator: limit.places, denominator: 1 };
    const constant = constantOf(value, isShare ? 'ratio' : 'count', rank.range);
    return {
      address: `${name}.rank[${number}]`,
      clause: { kind: 'tier', index },
      name,
      text: `${rank.direction} ${constant.text} by ${measureText(rank.measure)}`,
      dial: { kind: 'rank', path },
      operator: isShare ? '<' : '<=',
      measure: constant,
      constant,
    };
  });
}

/** By dimension: its goals, then its responses. */
function ofHealth(group: GroupPolicy): Local[] {
  const parts = [...clausesOfKind(group, 'goal'), ...clausesOfKind(group, 'response')];
  return group.health.flatMap((_, index) =>
    parts.filter(({ place: [dimension] }) => dimension === index).flatMap(lengthsOfClause),
  );
}

/** Kinds whose durations are swept. */
type LengthDialKind = 'tier' | 'goal' | 'response' | 'stage';

function lengthsOfClause(clause: ClauseOf<LengthDialKind>): Local[] {
  const { name, range } = clause;
  return clause.lengths.filter(isSwept).map(({ name: kind, value, sweeping }): Local => {
    const constant: Constant = {
      kind: 'constant',
      value: { numerator: durationMicros(value), denominator: 1 },
      unit: 'duration',
      text: durationText(value),
      range,
    };
    return {
      address: `${addressOf(clause)}.${kind}`,
      clause: dialClauseOf(clause),
      name,
      text: `${kind} ${constant.text}`,
      dial: { kind },
      operator: sweeping === 'at least' ? '>=' : '<=',
      measure: constant,
      constant,
    };
  });
}

/** Excludes `at most` durations in hours, because days differ in length. */
function isSwept(length: Length): length is Length & { name: SweptLength } {
  return length.sweeping === 'at least' || (length.sweeping === 'at most' && durationDays(length.value) !== null);
}

function addressOf({ kind, name, place: [, part] }: ClauseOf<LengthDialKind>): string {
  if (kind === 'goal') return `${name}.healthy[${part}]`;
  return kind === 'response' ? `${name}.on[${part}]` : name;
}

function dialClauseOf({ kind, place: [index = 0, part = 0] }: ClauseOf<LengthDialKind>): DialClause {
  if (kind === 'goal') return { kind, index, goal: part };
  return kind === 'response' ? { kind, index, response: part } : { kind, index };
}

function ofContent({ content }: GroupPolicy): Local[] {
  const mixes = content.mixes.flatMap(({ period, tolerance, shares, range }, index): Local[] => {
    const clause: DialClause = { kind: 'mix', index };
    const own = { clause, name: `mix[${index}]` };
    const room = constantOf(tolerance, 'ratio', range);
    const text = `mix per ${period} tolerance ${room.text}`;
    return [
      {
        ...own,
        address: `mix[${index}].tolerance`,
        text,
        dial: { kind: 'tolerance' },
        operator: '<=',
        measure: room,
        constant: room,
      },
      ...shares.map(({ category, share, range: at }, number): Local => {
        const constant = constantOf(share, 'ratio', at);
        const dial: DialPlace = { kind: 'share', share: number };
        const said = `mix per ${period} { ${category} ${constant.text} }`;
        return {
          ...own,
          address: `mix[${index}].${category}`,
          text: said,
          dial,
          operator: '==',
          measure: constant,
          constant,
        };
      }),
    ];
  });
  const caps = content.caps.map(({ category, share, period, range }, index): Local => {
    const constant = constantOf(share, 'ratio', range);
    return {
      address: `cap[${index}].${category}`,
      clause: { kind: 'cap', index },
      name: `cap[${index}]`,
      text: `cap ${category} ${constant.text} per ${period}`,
      dial: { kind: 'cap' },
      operator: '>',
      measure: constant,
      constant,
    };
  });
  return [...mixes, ...caps];
}

function constantOf(value: Rational, unit: Unit, range: Constant['range']): Constant {
  const scale = unit === 'ratio' ? 100 : 1;
  const number = (value.numerator * scale) / value.denominator;
  return {
    kind: 'constant',
    value,
    unit,
    text: `${Math.round(number * 100) / 100}${unit === 'ratio' ? '%' : ''}`,
    range,
  };
}

function ranksIn(condition: Condition): { rank: Rank; path: Path }[] {
  return [...placedLeavesOf(condition)].flatMap(({ leaf, path }) =>
    leaf.kind === 'rank' ? [{ rank: leaf, path }] : [],
  );
}

/** The rank that a dial turns. */
export function rankOf({ tiers }: GroupPolicy, { clause, dial }: Dial): Rank | null {
  const when = tiers[clause.index]?.when ?? null;
  if (clause.kind !== 'tier' || dial.kind !== 'rank' || when === null) return null;
  const node = nodeAt(when, dial.path);
  return node?.kind === 'rank' ? node : null;
}

/** The policy with that value replaced. */
export function withDial(policy: Policy, dial: Dial, value: Rational): Policy {
  const groups = policy.groups.map((group) => (group.name === dial.group ? inGroup(group, dial, value) : group));
  return { ...policy, groups };
}

function inGroup(group: GroupPolicy, { clause, dial }: Dial, value: Rational): GroupPolicy {
  const { index } = clause;
  switch (clause.kind) {
    case 'tier':
      if (dial.kind === 'rank') {
        const { path } = dial;
        return withRule(group, clause.kind, [index], (tier) =>
          tier.when === null ? tier : { ...tier, when: turned(tier.when, path, value) },
        );
      }
      return withLength(group, clause.kind, [index], dial, value);
    case 'goal':
      return withLength(group, clause.kind, [index, clause.goal], dial, value);
    case 'response':
      return withLength(group, clause.kind, [index, clause.response], dial, value);
    case 'stage':
      return withLength(group, clause.kind, [index], dial, value);
    case 'mix':
      return withRule(group, clause.kind, [index], (mix) => {
        if (dial.kind === 'tolerance') return { ...mix, tolerance: value };
        if (dial.kind !== 'share') return mix;
        return { ...mix, shares: mix.shares.map((one, at) => (at === dial.share ? { ...one, share: value } : one)) };
      });
    case 'cap':
      return withRule(group, clause.kind, [index], (cap) => ({ ...cap, share: value }));
    default:
      return group;
  }
}

function withLength(
  group: GroupPolicy,
  kind: LengthDialKind,
  place: readonly number[],
  { kind: name }: DialPlace,
  value: Rational,
): GroupPolicy {
  const length = clauseAt(group, kind, place)?.lengths.find((one) => one.name === name);
  if (length === undefined) return group;
  const round = length.sweeping === 'at least' ? Math.ceil : Math.floor;
  return withRule(group, kind, place, (rule) => ({ ...rule, [name]: wholeDays(value, round) }));
}

/** Clauses evaluated by day hold for whole days. */
function wholeDays({ numerator, denominator }: Rational, round: (days: number) => number): Duration {
  return { amount: round(numerator / denominator / DAY), unit: 'd' };
}

function turned(condition: Condition, path: Path, value: Rational): Condition {
  const changed = replaceAt(condition, path, (node) => (node.kind === 'rank' ? withLimit(node, value) : node));
  if (changed === null || changed === condition) throw new Error('a rank is not where it was');
  return changed;
}

function withLimit(rank: Rank, value: Rational): Rank {
  if (rank.limit.kind === 'share') return { ...rank, limit: { kind: 'share', share: value } };
  return { ...rank, limit: { kind: 'places', places: Math.floor(value.numerator / value.denominator) } };
}
