/**
 * Conditions of a policy → clauses over numbered slots. Pure; equal conditions share their leaves.
 */
import { AMOUNT_SCALE, SIGNALS, type Signal } from '@steward/events';
import {
  type Aggregate,
  type Arithmetic,
  type Condition,
  type EventField,
  fieldsOf,
  type Intrinsic,
  type Quantity,
  type SignalPart,
  shapeKey,
  type Trend,
  type Window,
} from '@steward/policy';
import { durationDays, durationMicros } from '@steward/time';
import type { Clause, ClauseTable, IntrinsicLeaf, Leaf, LeafRead, StreamPlan, Test, Value } from './plan.ts';

export function streamPlan(parts: readonly SignalPart[]): StreamPlan {
  const sorted = parts
    .map((part) => ({ text: shapeKey(part), part }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const signals = new Set(parts.map((part) => part.signal));
  return {
    key: sorted.map((entry) => entry.text).join('|'),
    parts: sorted.map(({ part }) => ({ signal: signalIndex(part.signal), where: part.where })),
    signals: SIGNALS.filter((signal) => signals.has(signal)),
    fields: [...new Set(parts.flatMap(({ where }) => (where === null ? [] : fieldsOf(where))))],
  };
}

function signalIndex(name: string): number {
  const index = SIGNALS.indexOf(name as Signal);
  if (index < 0) throw new Error(`the policy names a base signal that the events schema lacks: ${name}`);
  return index;
}

/** Whether two windows always cover the same span: `7d` is `1w`, but `1d` (a local day) is not `24h`. */
function sameWindow(a: Window, b: Window): boolean {
  if (a.kind !== 'trailing' || b.kind !== 'trailing') return shapeKey(a) === shapeKey(b);
  if (durationDays(a.duration) !== durationDays(b.duration)) return false;
  return durationMicros(a.duration) === durationMicros(b.duration);
}

/** Collects the clauses of one table. */
export interface ClauseBuilder {
  /** null = always true. */
  add(condition: Condition | null): Clause;
  /** A quantity on its own, such as a goal's measure. */
  value(quantity: Quantity): Value;
  table(): ClauseTable;
}

interface Reads {
  leaves: Set<Leaf>;
}

export function clauseBuilder(): ClauseBuilder {
  const leaves: Leaf[] = [];
  const byKey = new Map<string, Leaf>();
  const clauses: Clause[] = [];
  let slots = 0;

  const leafOf = (read: LeafRead, width: number, reads: Reads): Leaf => {
    const key = leafKey(read);
    const known = byKey.get(key);
    const leaf: Leaf = known ?? { slot: slots, key, read, ...lookedAt(read), thresholds: [], constants: [] };
    if (known === undefined) {
      slots += width;
      byKey.set(key, leaf);
      leaves.push(leaf);
    }
    reads.leaves.add(leaf);
    return leaf;
  };

  /** `moved`: the trend's window, if the earlier one is meant. */
  const lowerValue = (quantity: Quantity, moved: Window | null, reads: Reads): Value => {
    switch (quantity.kind) {
      case 'constant':
        return { kind: 'constant', ...quantity.value };
      case 'metric':
        return lowerValue(quantity.body, moved, reads);
      case 'arithmetic':
        return lowerArithmetic(quantity, moved, reads);
      case 'intrinsic':
        return lowerIntrinsic(quantity, moved, reads);
      case 'aggregate':
        return lowerAggregate(quantity, moved, reads);
    }
  };

  const lowerArithmetic = (quantity: Arithmetic, moved: Window | null, reads: Reads): Value => {
    const left = lowerValue(quantity.left, moved, reads);
    const right = lowerValue(quantity.right, moved, reads);
    for (const side of [left, right]) anyChangeMatters(side, leaves);
    return { kind: 'arithmetic', operator: quantity.operator, left, right };
  };

  const lowerIntrinsic = (quantity: Intrinsic, moved: Window | null, reads: Reads): Value => {
    const earlier = moved !== null && sameWindow(moved, quantity.window);
    const leaf = leafOf({ kind: 'intrinsic', name: quantity.name, window: quantity.window, earlier }, 2, reads);
    return { kind: 'leaf', slot: leaf.slot, scale: 1 };
  };

  const lowerAggregate = (quantity: Aggregate, moved: Window | null, reads: Reads): Value => {
    const { scope, window, field } = quantity;
    const earlier = moved !== null && quantity.function !== 'since' && sameWindow(moved, window);
    const stream = streamPlan(quantity.parts);
    const read: LeafRead = { kind: 'aggregate', function: quantity.function, stream, field, scope, window, earlier };
    const leaf = leafOf(read, 2, reads);
    const scale = quantity.function === 'sum' || quantity.function === 'average' ? AMOUNT_SCALE : 1;
    return { kind: quantity.function === 'average' ? 'average' : 'leaf', slot: leaf.slot, scale };
  };

  const lowerTrend = (trend: Trend, reads: Reads): Test => {
    const current = lowerValue(trend.measure, null, reads);
    const base = lowerValue(trend.measure, trend.window, reads);
    for (const side of [current, base]) anyChangeMatters(side, leaves);
    const span = leafOf({ kind: 'span', window: trend.window }, 2, reads);
    span.thresholds = null;
    return { kind: 'trend', direction: trend.direction, current, base, span: span.slot, by: trend.by };
  };

  const lower = (condition: Condition, reads: Reads): Test => {
    switch (condition.kind) {
      case 'and':
      case 'or':
        return { kind: condition.kind, left: lower(condition.left, reads), right: lower(condition.right, reads) };
      case 'not':
        return { kind: 'not', operand: lower(condition.operand, reads) };
      case 'compare': {
        const left = lowerValue(condition.left, null, reads);
        const right = lowerValue(condition.right, null, reads);
        noteThresholds(left, right, leaves);
        return { kind: 'compare', operator: condition.operator, left, right };
      }
      case 'trend':
        return lowerTrend(condition, reads);
      case 'rank': {
        const measure = lowerValue(condition.measure, null, reads);
        anyChangeMatters(measure, leaves);
        const own = clauseBuilder();
        const ownMeasure = own.value(condition.measure);
        const table = own.table();
        const { limit } = condition;
        const read: LeafRead = {
          kind: 'rank',
          direction: condition.direction,
          limit: limit.kind === 'places' ? limit : { kind: 'share', ...limit.share },
          measure: ownMeasure,
          leaves: table.leaves,
          slots: table.slots,
        };
        const leaf = leafOf(read, 4, reads);
        leaf.thresholds = null;
        return { kind: 'rank', direction: condition.direction, measure, slot: leaf.slot };
      }
    }
  };

  return {
    add(condition) {
      const reads: Reads = { leaves: new Set() };
      const test = condition === null ? null : lower(condition, reads);
      const clause = describe(test, [...reads.leaves]);
      clauses.push(clause);
      return clause;
    },
    value(quantity) {
      const value = lowerValue(quantity, null, { leaves: new Set() });
      anyChangeMatters(value, leaves);
      return value;
    },
    table: () => ({ clauses, leaves, slots }),
  };
}

function leafKey(read: LeafRead): string {
  if (read.kind === 'aggregate') return shapeKey({ ...read, stream: read.stream.key });
  if (read.kind === 'rank') return shapeKey({ ...read, leaves: read.leaves.map((leaf) => leaf.key) });
  return shapeKey(read);
}

function lookedAt(read: LeafRead): Pick<Leaf, 'fields' | 'readsAge'> {
  switch (read.kind) {
    case 'aggregate': {
      const own = read.field === null ? [] : [read.field];
      return { fields: [...new Set([...own, ...read.stream.fields])], readsAge: false };
    }
    case 'rank': {
      const fields = new Set(read.leaves.flatMap((leaf) => leaf.fields));
      return { fields: [...fields], readsAge: read.leaves.some((leaf) => leaf.readsAge) };
    }
    case 'intrinsic':
      return { fields: [], readsAge: read.name === 'age' };
    case 'span':
      return { fields: [], readsAge: false };
  }
}

/** Signals that show who was present when a window began. */
const COMINGS_AND_GOINGS: Signal[] = ['join', 'leave'];

function describe(test: Test | null, leaves: Leaf[]): Clause {
  const signals = new Set<Signal>();
  const windows = new Map<string, { window: Window; earlier: boolean }>();
  const periods = new Map<string, Window>();
  const fields = new Set<EventField>();
  let usesStart = false;
  const need = (window: Window, earlier: boolean): void => {
    windows.set(shapeKey({ window, earlier }), { window, earlier });
  };
  const visitIntrinsic = ({ name, window, earlier }: IntrinsicLeaf): void => {
    if (name === 'age' || name === 'tenure') usesStart = true;
    if (name !== 'opening_members' && name !== 'retained_members') return;
    for (const signal of COMINGS_AND_GOINGS) signals.add(signal);
    need(window, earlier);
  };
  const visit = (leaf: Leaf): void => {
    const { read } = leaf;
    for (const field of leaf.fields) fields.add(field);
    if (read.kind === 'rank') for (const inner of read.leaves) visit(inner);
    if (read.kind === 'span') need(read.window, true);
    if (read.kind === 'intrinsic') visitIntrinsic(read);
    if (read.kind !== 'aggregate') return;
    for (const signal of read.stream.signals) signals.add(signal);
    if (read.function === 'since') {
      usesStart = true;
      return;
    }
    need(read.window, read.earlier);
    if (read.window.kind === 'period' && !read.earlier) periods.set(shapeKey(read.window), read.window);
  };
  for (const leaf of leaves) visit(leaf);
  return {
    test,
    leaves,
    signals: SIGNALS.filter((signal) => signals.has(signal)),
    fields: [...fields],
    usesStart,
    windows: [...windows.values()],
    periods: [...periods.values()],
  };
}

function leavesOf(value: Value, leaves: readonly Leaf[]): Leaf[] {
  if (value.kind === 'constant') return [];
  if (value.kind === 'arithmetic') return [...leavesOf(value.left, leaves), ...leavesOf(value.right, leaves)];
  return leaves.filter((leaf) => leaf.slot === value.slot);
}

function anyChangeMatters(value: Value, leaves: readonly Leaf[]): void {
  for (const leaf of leavesOf(value, leaves)) leaf.thresholds = null;
}

function noteThresholds(left: Value, right: Value, leaves: readonly Leaf[]): void {
  const [leaf, constant] = left.kind === 'leaf' ? [left, right] : [right, left];
  if (leaf.kind !== 'leaf' || constant.kind !== 'constant') {
    anyChangeMatters(left, leaves);
    anyChangeMatters(right, leaves);
    return;
  }
  for (const entry of leavesOf(leaf, leaves)) {
    const threshold = { numerator: constant.numerator * leaf.scale, denominator: constant.denominator };
    entry.constants.push(threshold);
    entry.thresholds?.push(threshold);
  }
}
