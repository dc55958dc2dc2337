/** Which values of a bound are tried: all that can matter where they can be read, and round ones where they are lengths of time. */

import { compare, exact, lowest, type Rational } from '@steward/numbers';
import type { Policy } from '@steward/policy';
import { DAY, parseDuration, UNIT_MICROS } from '@steward/time';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import type { Bound } from './bounds.ts';
import type { Dial } from './dials.ts';
import { observedValues } from './observed.ts';

/**
 * `between`: what lies between two of them gives one outcome, so that regions are tried. `points`: the values themselves, and nothing is
 * said of what lies between. Ascending, each once.
 */
export type TriedValues = { kind: 'between' | 'points'; values: readonly Rational[] };

/** Lengths of time are measured to the microsecond, which nobody writes into a rule: they are tried in steps of the bound's own unit. */
export function triedValues(policy: Policy, bound: Bound | Dial, logs: readonly LogOfGroup[]): TriedValues {
  const values = observedValues(policy, bound, logs);
  if (bound.measure.unit !== 'duration') return { kind: 'between', values };
  const unit = unitOf(bound.constant.text);
  const steps = values.flatMap((value) => {
    const up = Math.ceil(value.numerator / value.denominator / unit);
    // The step below shows what the outcome was before.
    return [Math.max(0, up - 1), up];
  });
  const round = steps.map((step): Rational => ({ numerator: step * unit, denominator: 1 }));
  return { kind: 'points', values: ascending([...round, bound.constant.value]) };
}

/** @param values as asked for; the bound as it stands is tried beside them */
export function chosenValues(bound: Bound | Dial, values: readonly Rational[]): TriedValues {
  return { kind: 'points', values: ascending([...values, bound.constant.value]) };
}

/** The unit that a length of time is written in; days for one that was computed. */
function unitOf(text: string): number {
  const written = parseDuration(text);
  // A week is a coarse step: days are as round.
  return written === null || written.unit === 'w' ? DAY : UNIT_MICROS[written.unit];
}

function ascending(values: readonly Rational[]): Rational[] {
  const settled = values.flatMap((value) => lowest(exact(value.numerator, value.denominator)) ?? []);
  const unique = new Map(settled.map((value) => [`${value.numerator}/${value.denominator}`, value]));
  return [...unique.values()].sort((a, b) =>
    compare(exact(a.numerator, a.denominator), exact(b.numerator, b.denominator)),
  );
}
