/** How often a clause could not be decided, and why. */
import { SIGNALS, type Signal } from '@steward/events';
import type { Condition } from '@steward/policy';
import type { Unknowns } from '@steward/simulator';
import { aggregatesOf, intrinsicsOf, trendsOf } from './reading.ts';
import { type Moment, spanBefore, spanOf } from './windows.ts';
import { shown, type World } from './world.ts';

export type Reason = keyof Unknowns['reasons'];

/** The base signals that the conditions read and the log cannot show, in the order of SIGNALS. */
export function missingSignals(conditions: readonly Condition[], world: World): Signal[] {
  const read = new Set(
    conditions.flatMap(aggregatesOf).flatMap((aggregate) => aggregate.parts.map((part) => part.signal)),
  );
  return SIGNALS.filter((signal) => read.has(signal) && !shown(world, signal));
}

/** The first reason that applies to the expression at the moment. */
export function reasonOf(condition: Condition, moment: Moment): Reason {
  const { world } = moment;
  if (missingSignals([condition], world).length > 0) return 'missingSignal';

  const aggregates = aggregatesOf(condition);
  const spans = aggregates.filter((each) => each.function !== 'since').map((each) => spanOf(each.window, moment));
  const bases = trendsOf(condition).map((trend) => spanBefore(trend.window, moment));
  if ([...spans, ...bases].some((span) => !span.covered)) return 'beforeLog';

  const readsStart =
    aggregates.some((each) => each.function === 'since') ||
    intrinsicsOf(condition).some((each) => each.name !== 'members');
  if (readsStart && !world.complete) return 'unknownStart';
  return spans.some((span) => span.running) ? 'periodRunning' : 'noBase';
}

/** Counts evaluations of one clause as they are made. */
export class UnknownCount {
  private evaluations = 0;
  private readonly reasons: Record<Reason, number> = {
    missingSignal: 0,
    beforeLog: 0,
    unknownStart: 0,
    periodRunning: 0,
    noBase: 0,
  };

  /** @param reason null where the evaluation was decided */
  add(reason: Reason | null): void {
    this.evaluations += 1;
    if (reason !== null) this.reasons[reason] += 1;
  }

  result(missing: Signal[]): Unknowns {
    const unknown = Object.values(this.reasons).reduce((sum, count) => sum + count, 0);
    return { evaluations: this.evaluations, unknown, missingSignals: missing, reasons: { ...this.reasons } };
  }
}
