/** Target values of measures, and the order in which to settle them. */
import { DAY } from '@steward/time';
import type { Measure } from '../measures/vocabulary.ts';

/** The value that a variable must reach. */
export interface Target {
  index: number;
  measure: Measure;
  value: number;
  hi: number;
}

/** `short`: adding events can help. `beyond`: it cannot. */
export function standingOf({ measure, value: wanted, hi }: Target, value: number): 'met' | 'short' | 'beyond' {
  // Checked last: events for other targets may still decide it.
  if (measure.kind === 'rank') return value > hi || value < wanted ? 'short' : 'met';
  // The more events there are, the less time has passed since the last one.
  if (isSince(measure)) return value < wanted ? 'beyond' : value > hi ? 'short' : 'met';
  if (value > hi) return 'beyond';
  return value < wanted ? 'short' : 'met';
}

/** Settles the narrowest targets first: times since the last event, then days, then counts in short windows. */
export function urgency({ measure }: Target): number {
  if (measure.kind === 'intrinsic') return measure.name === 'tenure' ? 0 : 2e9;
  if (measure.kind !== 'aggregate') return 3e9;
  if (isSince(measure)) return 1;
  const { aggregate, span } = measure;
  const length = span.kind === 'days' ? span.days : span.kind === 'elapsed' ? span.micros / DAY : 100_000;
  const group = aggregate.scope === 'group' ? 1e9 : 0;
  const narrow = aggregate.parts.length + (aggregate.parts.every(({ where }) => where !== null) ? 0 : 20);
  const kind = aggregate.function === 'days' || aggregate.function === 'distinct' ? 0 : 0.5;
  return 2 + group + length * 100 + narrow + kind;
}

export function isSince(measure: Measure): boolean {
  return measure.kind === 'aggregate' && measure.aggregate.function === 'since';
}
