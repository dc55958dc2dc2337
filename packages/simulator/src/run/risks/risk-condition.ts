/** One risk's condition through time: its truth at each instant, with `for`, and the events that make it true. */
import { type LeafOf, leavesOf, type Risk } from '@steward/policy';
import { durationMicros } from '@steward/time';
import { TRUE, type Truth, UNKNOWN } from '../../program/interval.ts';
import type { Judges } from '../../program/judges.ts';
import type { ClauseTable, Test, Value } from '../../program/plan.ts';
import { onlyClause } from '../../program/program.ts';
import { withField } from '../leaves/aggregates.ts';
import { type GroupLeaf, groupLeaf } from '../leaves/group-leaves.ts';
import type { GroupStore } from '../store.ts';
import { windowReader } from '../time/windows.ts';
import { type Reason, reasonAt } from '../unknowns.ts';
import { riskInstants } from './risk-instants.ts';

export interface RiskCondition {
  /** The next instant to evaluate; Infinity if none is left. */
  next(): number;
  /** Instants ascend. */
  evaluate(instant: number): Truth;
  /** Events that make the condition true at the last evaluated instant; ascending, without duplicates. */
  evidence(): Int32Array;
  reason(instant: number): Reason;
}

export function riskCondition(store: GroupStore, judges: Judges, risk: Risk, table: ClauseTable): RiskCondition {
  const clause = onlyClause(table);
  const { test } = clause;
  if (test === null) throw new Error('a risk without a condition');
  const judge = judges.of(test);
  const windows = windowReader(store.frame, 'running', null);
  const leaves = table.leaves.map((leaf) => groupLeaf(store, leaf, windows));
  const instants = riskInstants(store, clause);
  const slots = new Float64Array(table.slots);
  const wanted = risk.for === null ? 0 : durationMicros(risk.for);
  let trueSince = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;

  return {
    next() {
      const timer = trueSince + wanted;
      const listed = instants.next();
      return timer > last && timer < listed ? timer : listed;
    },
    evaluate(instant) {
      instants.take(instant);
      last = instant;
      for (const leaf of leaves) leaf.fill(slots, instant);
      const truth = judge(slots);
      if (truth !== TRUE) {
        trueSince = Number.POSITIVE_INFINITY;
        return truth;
      }
      if (trueSince > instant) trueSince = instant;
      return instant - trueSince >= wanted ? TRUE : UNKNOWN;
    },
    evidence() {
      const read = new Set<number>();
      contributing(test, (part) => judges.of(part)(slots), read);
      return gather(
        store,
        leaves.filter(({ leaf }) => read.has(leaf.slot)),
      );
    },
    reason: (instant) => reasonAt(store, clause, windowReader(store.frame, 'running', null), instant),
  };
}

/** Slots of the leaves that make a test true. */
function contributing(test: Test, truth: (part: Test) => Truth, found: Set<number>): void {
  switch (test.kind) {
    case 'and':
      contributing(test.left, truth, found);
      contributing(test.right, truth, found);
      return;
    case 'or':
      for (const side of [test.left, test.right]) if (truth(side) === TRUE) contributing(side, truth, found);
      return;
    default:
      for (const leaf of leavesOf<Test>(test)) for (const value of measuresOf(leaf)) slotsOf(value, found);
  }
}

/** What a test reads at this instant; for a trend, without the earlier value. */
function measuresOf(leaf: LeafOf<Test>): Value[] {
  switch (leaf.kind) {
    case 'compare':
      return [leaf.left, leaf.right];
    case 'trend':
      return [leaf.current];
    case 'rank':
      return [leaf.measure];
  }
}

function slotsOf(value: Value, found: Set<number>): void {
  if (value.kind === 'arithmetic') {
    slotsOf(value.left, found);
    slotsOf(value.right, found);
  } else if (value.kind !== 'constant') found.add(value.slot);
}

function gather(store: GroupStore, leaves: readonly GroupLeaf[]): Int32Array {
  const lists = leaves.flatMap(({ leaf, counted }) => {
    const events = counted();
    if (events === null || leaf.read.kind !== 'aggregate') return [];
    return [withField(store, leaf.read, events.events.subarray(events.first, events.past))];
  });
  if (lists.length === 1) return Int32Array.from(lists[0] ?? []);
  return Int32Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}
