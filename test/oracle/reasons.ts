/** How often a clause could not be decided, and why. */
import { SIGNALS, type Signal } from '@steward/events';
import type { Condition, EventCondition, EventField, Intrinsic } from '@steward/policy';
import type { Unknowns } from '@steward/simulator';
import { aggregatesOf, intrinsicsOf, trendsOf } from './reading.ts';
import { type Moment, spanBefore, spanOf } from './windows.ts';
import { shown, type World } from './world.ts';

export type Reason = keyof Unknowns['reasons'];

/** Base signals that the conditions read and the log cannot show, in SIGNALS order. */
export function missingSignals(conditions: readonly Condition[], world: World): Signal[] {
  const read = new Set(
    conditions.flatMap(aggregatesOf).flatMap((aggregate) => aggregate.parts.map((part) => part.signal)),
  );
  if (conditions.flatMap(intrinsicsOf).some(isOfPresence)) for (const signal of ['join', 'leave']) read.add(signal);
  return SIGNALS.filter((signal) => read.has(signal) && !shown(world, signal));
}

/** Presence at a window's start follows from joins and leaves. */
function isOfPresence({ name }: Intrinsic): boolean {
  return name === 'opening_members' || name === 'retained_members';
}

/** The first reason that applies to the expression at the moment. */
export function reasonOf(condition: Condition, moment: Moment): Reason {
  const { world } = moment;
  if (missingSignals([condition], world).length > 0) return 'missingSignal';

  const doubt = doubtOf(fieldsRead([condition]), world);
  if (doubt !== null) return doubt;

  const aggregates = aggregatesOf(condition);
  const spans = aggregates.filter((each) => each.function !== 'since').map((each) => spanOf(each.window, moment));
  const bases = trendsOf(condition).map((trend) => spanBefore(trend.window, moment));
  const openings = intrinsicsOf(condition)
    .filter(isOfPresence)
    .map((each) => spanOf(each.window, moment));
  if ([...spans, ...bases, ...openings].some((span) => !span.covered)) return 'beforeLog';

  const readsStart =
    aggregates.some((each) => each.function === 'since') ||
    intrinsicsOf(condition).some((each) => each.name === 'age' || each.name === 'tenure');
  if (readsStart && !world.complete) return 'unknownStart';
  return spans.some((span) => span.running) ? 'periodRunning' : 'noBase';
}

/** Event fields that the conditions' filters and aggregates read. */
function fieldsRead(conditions: readonly Condition[]): EventField[] {
  return conditions
    .flatMap(aggregatesOf)
    .flatMap(({ parts, field }) => [
      ...parts.flatMap(({ where }) => (where === null ? [] : fieldsIn(where))),
      ...(field === null ? [] : [field]),
    ]);
}

function fieldsIn(filter: EventCondition): EventField[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...fieldsIn(filter.left), ...fieldsIn(filter.right)];
    case 'not':
      return fieldsIn(filter.operand);
    case 'field-in':
      return [filter.field];
    default:
      return [];
  }
}

/** The unknown property of some event that the fields, or their categories, depend on. */
export function doubtOf(fields: readonly EventField[], world: World): 'unknownRole' | 'unknownMedia' | null {
  const ofCategories = world.group.content.categories.flatMap(({ when }) => fieldsIn(when));
  const read = fields.includes('category') ? [...fields, ...ofCategories] : fields;
  const someRole = world.rows.some((row) => world.roles.ofRow(row) === null);
  if (read.includes('role') && someRole) return 'unknownRole';
  return read.includes('media') && world.rows.some((row) => row.media === 'unknown') ? 'unknownMedia' : null;
}

/** Counts the evaluations of one clause. */
export class UnknownCount {
  private evaluations = 0;
  private readonly reasons: Record<Reason, number> = {
    missingSignal: 0,
    unknownRole: 0,
    unknownMedia: 0,
    beforeLog: 0,
    unknownStart: 0,
    periodRunning: 0,
    noBase: 0,
  };

  /** @param reason null if the evaluation was decided */
  add(reason: Reason | null): void {
    this.evaluations += 1;
    if (reason !== null) this.reasons[reason] += 1;
  }

  result(missing: Signal[]): Unknowns {
    const unknown = Object.values(this.reasons).reduce((sum, count) => sum + count, 0);
    return { evaluations: this.evaluations, unknown, missingSignals: missing, reasons: { ...this.reasons } };
  }
}
