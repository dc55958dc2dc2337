/**
 * Splits windows of whole days into rings: a count in 30 days is the count in the last 7 plus the count in the 23 before.
 *
 * Facts about whole windows also hold for every ring, and say more there: a member who was active on one of two days and wrote today did
 * not write yesterday. Likewise, a count over several signals is the sum of the counts over each.
 */
import type { Aggregate, SignalPart } from '@steward/policy';
import type { Formula, Linear, Term } from '../solver/problem.ts';
import { anyOf, atLeast, atMost } from '../solver/problem.ts';
import type { Facts, Order } from './facts.ts';
import { partsKey } from './parts.ts';
import type { AggregateMeasure, Vocabulary } from './vocabulary.ts';

/** Counts of one kind of event, by number of days. */
interface Kind {
  aggregate: Aggregate;
  partsKey: string;
  countsDays: boolean;
  /** Kinds over single signals that together make up this one; empty if it is not split. */
  pieces: readonly Aggregate[];
}

/** With more variables than this, rings are left out: fewer proofs, but none of them wrong. */
const MOST_VARIABLES = 600;

/** Adds the variables that the facts need. Call it after all measures have been added. */
export function ringFacts(vocabulary: Vocabulary, order: Order): Facts {
  const scopes = ['member', 'group'] as const;
  const found = scopes.map((scope) => ringsOf(scope, vocabulary, order));
  return { linears: found.flatMap(({ linears }) => linears), clauses: found.flatMap(({ clauses }) => clauses) };
}

function ringsOf(scope: Aggregate['scope'], vocabulary: Vocabulary, order: Order): Facts {
  const measures = vocabulary.measures.filter(
    (measure): measure is AggregateMeasure =>
      measure.kind === 'aggregate' && measure.aggregate.scope === scope && !measure.before,
  );
  const kinds = kindsOf(measures);
  const lengths = [...new Set(measures.flatMap(({ span }) => (span.kind === 'days' ? [span.days] : [])))];
  const days = lengths.sort((left, right) => left - right);
  if (kinds.length * days.length > MOST_VARIABLES) return { linears: [], clauses: [] };
  const counts = kinds.map((kind) => new Rings(kind.aggregate, 'count', days, vocabulary));
  const linears = [...sums(kinds, counts), ...within(kinds, counts, order)];
  const clauses: Formula[] = [];
  kinds.forEach((kind, index) => {
    const count = counts[index];
    if (!kind.countsDays || count === undefined) return;
    const active = new Rings(kind.aggregate, 'days', days, vocabulary);
    for (const [place, ring] of active.rings.entries()) {
      const events = count.rings[place];
      if (events === undefined) continue;
      linears.push(notMore(ring, events));
      linears.push({ terms: [ring], max: (days[place] ?? 0) - (days[place - 1] ?? 0) });
      clauses.push(anyOf([none(events), some(ring)]));
    }
  });
  return { linears, clauses };
}

/** The variables of one kind of event: one per number of days, and one per ring between two of them. */
class Rings {
  readonly whole: readonly number[];
  /** A single variable each, possibly negated. */
  readonly rings: readonly Term[];

  constructor(aggregate: Aggregate, name: 'count' | 'days', days: readonly number[], vocabulary: Vocabulary) {
    this.whole = days.map((amount) =>
      vocabulary.aggregate({
        ...aggregate,
        function: name,
        field: null,
        unit: 'count',
        window: { kind: 'trailing', duration: { amount, unit: 'd' } },
      }),
    );
    this.rings = this.whole.map((outer, place) => {
      const inner = this.whole[place - 1];
      return inner === undefined ? { variable: outer, coefficient: 1 } : ringOf(outer, inner, vocabulary);
    });
  }
}

/** outer − inner, in the same form as a condition on the difference: the variable created first has coefficient 1. */
function ringOf(outer: number, inner: number, vocabulary: Vocabulary): Term {
  const isFirst = outer < inner;
  const terms = [
    { variable: Math.min(outer, inner), coefficient: 1 },
    { variable: Math.max(outer, inner), coefficient: -1 },
  ];
  const [lo, hi] = isFirst ? [0, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, 0];
  return { variable: vocabulary.form(terms, lo, hi), coefficient: isFirst ? 1 : -1 };
}

function none({ variable, coefficient }: Term): Formula {
  return coefficient > 0 ? atMost(variable, 0) : atLeast(variable, 0);
}

function some({ variable, coefficient }: Term): Formula {
  return coefficient > 0 ? atLeast(variable, 1) : atMost(variable, -1);
}

function negated({ variable, coefficient }: Term): Term {
  return { variable, coefficient: -coefficient };
}

function notMore(left: Term, right: Term): Linear {
  return { terms: [left, negated(right)], max: 0 };
}

function kindsOf(measures: readonly AggregateMeasure[]): Kind[] {
  const readers = new Map<string, Set<string>>();
  for (const measure of measures) {
    for (const { signal } of measure.aggregate.parts) {
      readers.set(signal, (readers.get(signal) ?? new Set()).add(measure.partsKey));
    }
  }
  const isShared = (signal: string): boolean => (readers.get(signal)?.size ?? 0) > 1;
  const kinds = new Map<string, Kind>();
  for (const { aggregate, partsKey: key } of measures) {
    const pieces = piecesOf(aggregate, isShared);
    for (const piece of [aggregate, ...pieces]) {
      const own = piece === aggregate ? key : partsKey(piece);
      const known = kinds.get(own);
      kinds.set(own, {
        aggregate: piece,
        partsKey: own,
        countsDays: (known?.countsDays ?? false) || (piece === aggregate && aggregate.function === 'days'),
        pieces: piece === aggregate ? pieces : (known?.pieces ?? []),
      });
    }
  }
  return [...kinds.values()];
}

/** One piece per signal that other aggregates read too, and one for the rest. */
function piecesOf(aggregate: Aggregate, isShared: (signal: string) => boolean): Aggregate[] {
  const groups = Map.groupBy(aggregate.parts, ({ signal }) => (isShared(signal) ? signal : ''));
  if (groups.size < 2) return [];
  return [...groups.values()].map((parts: SignalPart[]) => ({
    ...aggregate,
    parts,
    signal: [...new Set(parts.map(({ signal }) => signal))].join(' | '),
  }));
}

/** whole = Σ pieces, ring by ring. */
function sums(kinds: readonly Kind[], counts: readonly Rings[]): Linear[] {
  const places = new Map(kinds.map((kind, index) => [kind.partsKey, index]));
  return kinds.flatMap((kind, index) => {
    if (kind.pieces.length === 0) return [];
    const pieces = kind.pieces.map((piece) => counts[places.get(partsKey(piece)) ?? -1]);
    return (counts[index]?.rings ?? []).flatMap((whole, place) => {
      const terms = pieces.flatMap((piece) => piece?.rings[place] ?? []);
      return [
        { terms: [...terms, negated(whole)], max: 0 },
        { terms: [...terms.map(negated), whole], max: 0 },
      ];
    });
  });
}

/** The count of a part is at most the count of the whole, in every ring. */
function within(kinds: readonly Kind[], counts: readonly Rings[], order: Order): Linear[] {
  const isWithin = (inner: number, outer: number): boolean => {
    const [left, right] = [counts[inner]?.whole[0], counts[outer]?.whole[0]];
    return left !== undefined && right !== undefined && order.isAtMost(left, right);
  };
  return kinds.flatMap((_, inner) => {
    const above = kinds.flatMap((__, outer) => (outer !== inner && isWithin(inner, outer) ? [outer] : []));
    const nearest = above.filter(
      (outer) =>
        !above.some((other) => other !== outer && isWithin(other, outer) && (other < outer || !isWithin(outer, other))),
    );
    return nearest.flatMap((outer) =>
      (counts[inner]?.rings ?? []).flatMap((smaller, place) => {
        const larger = counts[outer]?.rings[place];
        return larger === undefined || place === 0 ? [] : [notMore(smaller, larger)];
      }),
    );
  });
}
