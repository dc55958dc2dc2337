/** Chooses the values of a bound to try: all that can matter or, for durations, round ones. */

import { compare, exact, lowest, type Rational } from '@steward/numbers';
import type { Policy } from '@steward/policy';
import { DAY, parseDuration, UNIT_MICROS } from '@steward/time';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import type { Bound } from './bounds.ts';
import type { Dial } from './dials.ts';
import { observedValues } from './observed.ts';

/**
 * `between`: everything between two values gives one outcome, so regions are tried. `points`: only the values themselves are tried, and nothing is
 * known about what lies between. Ascending, without duplicates.
 */
export type TriedValues = { kind: 'between' | 'points'; values: readonly Rational[] };

/** Durations are measured in microseconds, which nobody writes in a rule, so they are tried in steps of the bound's own unit. */
export function triedValues(policy: Policy, bound: Bound | Dial, logs: readonly LogOfGroup[]): TriedValues {
  const values = observedValues(policy, bound, logs);
  if (bound.measure.unit !== 'duration') return { kind: 'between', values };
  const unit = unitOf(bound.constant.text);
  const steps = values.flatMap((value) => {
    const up = Math.ceil(value.numerator / value.denominator / unit);
    // The step below shows the outcome before the change.
    return [Math.max(0, up - 1), up];
  });
  const round = steps.map((step): Rational => ({ numerator: step * unit, denominator: 1 }));
  return { kind: 'points', values: ascending([...round, bound.constant.value]) };
}

/** @param values as requested; the current bound is tried as well */
export function chosenValues(bound: Bound | Dial, values: readonly Rational[]): TriedValues {
  return { kind: 'points', values: ascending([...values, bound.constant.value]) };
}

/** The unit of a written duration; days for a computed one. */
function unitOf(text: string): number {
  const written = parseDuration(text);
  // Weeks are too coarse a step.
  return written === null || written.unit === 'w' ? DAY : UNIT_MICROS[written.unit];
}

function ascending(values: readonly Rational[]): Rational[] {
  const settled = values.flatMap((value) => lowest(exact(value.numerator, value.denominator)) ?? []);
  const unique = new Map(settled.map((value) => [`${value.numerator}/${value.denominator}`, value]));
  return [...unique.values()].sort((a, b) =>
    compare(exact(a.numerator, a.denominator), exact(b.numerator, b.denominator)),
  );
}
