/**
 * Facts that hold between measures in every complete log, derived from the structure of signals, filters and windows.
 *
 * Every fact must be true of every log, because a wrong one makes proofs wrong. The facts need not be complete.
 */
import { isSpent, spend } from '../solver/budget.ts';
import type { Formula, Linear } from '../solver/problem.ts';
import { anyOf, atLeast, atMost } from '../solver/problem.ts';
import { arePartsWithin } from './parts.ts';
import type { AggregateMeasure, Measure, Vocabulary } from './vocabulary.ts';
import { endsNow, isWithin, reachOf, spanKey } from './windows.ts';

interface IndexedMeasure extends AggregateMeasure {
  index: number;
}

export interface Facts {
  linears: Linear[];
  clauses: Formula[];
}

/** Knows which measures are never larger than which others. */
export class Order {
  private readonly vocabulary: Vocabulary;
  private readonly within = new Map<string, boolean>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether the first variable is at most the second in every log. */
  isAtMost(left: number, right: number): boolean {
    const { measures } = this.vocabulary;
    const inner = measures[left];
    const outer = measures[right];
    if (inner?.kind !== 'aggregate' || outer === undefined) return false;
    if (outer.kind === 'intrinsic') return isTenure(outer) && isSince(inner) && inner.aggregate.scope === 'member';
    if (outer.kind !== 'aggregate') return false;
    if (isSince(inner) || isSince(outer)) return this.isLaterSeen(inner, outer);
    return isComparable(inner, outer) && this.areEventsWithin(inner, outer);
  }

  /** Whether every event that the first aggregate counts is counted by the second. */
  areEventsWithin(inner: AggregateMeasure, outer: AggregateMeasure): boolean {
    if (inner.aggregate.scope === 'group' && outer.aggregate.scope === 'member') return false;
    if (inner.before !== outer.before) return false;
    const { clock, moment } = this.vocabulary.setting;
    if (inner.before && spanKey(inner.span) !== spanKey(outer.span)) return false;
    return isWithin(inner.span, outer.span, clock, moment) && this.arePartsWithin(inner, outer);
  }

  arePartsWithin(inner: AggregateMeasure, outer: AggregateMeasure): boolean {
    if (inner.partsKey === outer.partsKey) return true;
    const key = `${inner.partsKey}\n${outer.partsKey}`;
    const known = this.within.get(key);
    if (known !== undefined) return known;
    spend(inner.aggregate.parts.length * outer.aggregate.parts.length);
    const found = arePartsWithin(inner.aggregate.parts, outer.aggregate.parts);
    this.within.set(key, found);
    return found;
  }

  /** The more kinds of events count, the shorter the time since the last one. */
  private isLaterSeen(inner: AggregateMeasure, outer: AggregateMeasure): boolean {
    if (!isSince(inner) || !isSince(outer)) return false;
    return inner.aggregate.scope === outer.aggregate.scope && this.arePartsWithin(outer, inner);
  }
}

/** Counts of days and of distinct values are at most the count of events. */
function isComparable(inner: AggregateMeasure, outer: AggregateMeasure): boolean {
  const functions = [inner.aggregate.function, outer.aggregate.function];
  if (functions.some((name) => name === 'sum' || name === 'average')) return false;
  if (outer.aggregate.function === 'count') return true;
  if (inner.aggregate.function !== outer.aggregate.function) return false;
  return inner.aggregate.field === outer.aggregate.field;
}

function isSince(measure: AggregateMeasure): boolean {
  return measure.aggregate.function === 'since';
}

function isTenure(measure: Measure): boolean {
  return measure.kind === 'intrinsic' && measure.name === 'tenure' && measure.span.kind === 'all' && !measure.before;
}

/** Adds measures that facts need although no condition reads them. Call it before {@link factsOf}. */
export function addHelpers(vocabulary: Vocabulary): void {
  for (const measure of [...vocabulary.measures]) {
    if (measure.kind !== 'aggregate') continue;
    const { aggregate, before } = measure;
    if (aggregate.function === 'days' || aggregate.function === 'distinct' || aggregate.function === 'sum') {
      vocabulary.aggregate({ ...aggregate, function: 'count', field: null, unit: 'count' }, before);
    }
    if (aggregate.function === 'since') {
      if (aggregate.scope !== 'member') continue;
      const tenure = vocabulary.intrinsic('tenure', { kind: 'all' });
      sinceJoin(vocabulary, tenure, vocabulary.aggregate(aggregate));
    }
  }
}

/** The difference of two variables as the encoder writes it, with the earlier variable first. 0: nothing has been seen since the join. */
function sinceJoin(vocabulary: Vocabulary, tenure: number, since: number): number {
  const isFirst = tenure < since;
  const [first, second] = isFirst ? [tenure, since] : [since, tenure];
  const terms = [
    { variable: first, coefficient: 1 },
    { variable: second, coefficient: -1 },
  ];
  return vocabulary.form(terms, isFirst ? 0 : Number.NEGATIVE_INFINITY, isFirst ? Number.POSITIVE_INFINITY : 0);
}

/** Pairs of measures that are compared in the time that one step takes. */
const PAIRS_IN_A_STEP = 4;

export function factsOf(vocabulary: Vocabulary, order: Order): Facts {
  const aggregates = vocabulary.measures.flatMap((measure, index): IndexedMeasure[] =>
    measure.kind === 'aggregate' ? [{ ...measure, index }] : [],
  );
  return {
    linears: orderFacts(vocabulary, order),
    clauses: [...presenceFacts(vocabulary, aggregates), ...sinceFacts(vocabulary, aggregates, order)],
  };
}

/** x ≤ y for every such pair without a third measure in between. */
function orderFacts({ variables }: Vocabulary, order: Order): Linear[] {
  return variables.flatMap((_, left) => {
    if (isSpent()) return [];
    const above = variables.flatMap((__, right) => (right !== left && order.isAtMost(left, right) ? [right] : []));
    spend((variables.length + above.length ** 2) / PAIRS_IN_A_STEP);
    const nearest = above.filter(
      (right) =>
        !above.some(
          (other) =>
            other !== right && order.isAtMost(other, right) && (other < right || !order.isAtMost(right, other)),
        ),
    );
    return nearest.map((right) => difference(left, right, 0));
  });
}

/** left − right ≤ max */
function difference(left: number, right: number, max: number): Linear {
  return {
    terms: [
      { variable: left, coefficient: 1 },
      { variable: right, coefficient: -1 },
    ],
    max,
  };
}

/** A positive count implies an active day; a count of zero implies an amount of zero. */
function presenceFacts(vocabulary: Vocabulary, aggregates: readonly IndexedMeasure[]): Formula[] {
  return aggregates.flatMap((measure): Formula[] => {
    const { aggregate, before, index } = measure;
    if (aggregate.function === 'days') {
      const count = vocabulary.aggregate({ ...aggregate, function: 'count', field: null, unit: 'count' }, before);
      return [anyOf([atMost(count, 0), atLeast(index, 1)])];
    }
    if (aggregate.function === 'sum') {
      const count = vocabulary.aggregate({ ...aggregate, function: 'count', field: null, unit: 'count' }, before);
      return [anyOf([atLeast(count, 1), atLeast(index, 0)]), anyOf([atLeast(count, 1), atMost(index, 0)])];
    }
    return [];
  });
}

/** Whatever is counted in a window was last seen within it; whatever was seen recently is counted, unless the member has only just joined. */
function sinceFacts(vocabulary: Vocabulary, aggregates: readonly IndexedMeasure[], order: Order): Formula[] {
  const { clock, moment } = vocabulary.setting;
  const sinces = aggregates.filter(isSince);
  const counts = aggregates.filter(({ aggregate, before, span }) => {
    return aggregate.function === 'count' && !before && span.kind !== 'run';
  });
  return sinces.flatMap((since) => {
    if (isSpent()) return [];
    spend(counts.length);
    return counts.flatMap((count): Formula[] => {
      if (count.aggregate.scope !== since.aggregate.scope) return [];
      const reach = reachOf(count.span, clock, moment);
      const facts: Formula[] = [];
      if (Number.isFinite(reach.most) && order.arePartsWithin(count, since)) {
        facts.push(anyOf([atMost(count.index, 0), atMost(since.index, reach.most)]));
      }
      if (since.aggregate.scope === 'member' && endsNow(count.span) && order.arePartsWithin(since, count)) {
        const tenure = vocabulary.intrinsic('tenure', { kind: 'all' });
        const nothingSeen = seenNothing(vocabulary, tenure, since.index);
        const longAgo = Number.isFinite(reach.least) ? [atLeast(since.index, reach.least + 1)] : [];
        facts.push(anyOf([...longAgo, atLeast(count.index, 1), nothingSeen]));
      }
      return facts;
    });
  });
}

function seenNothing(vocabulary: Vocabulary, tenure: number, since: number): Formula {
  const form = sinceJoin(vocabulary, tenure, since);
  return tenure < since ? atMost(form, 0) : atLeast(form, 0);
}
