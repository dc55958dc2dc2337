/** Finds the factor for all rates that gives a log the requested number of events. */
import { happeningsOf } from './day.ts';
import { groupPlan } from './plan.ts';
import type { SyntheticOptions } from './settings.ts';

/** Samples every eighth day, so that each weekday occurs. */
const STRIDE = 8;
/** A log of fewer days is counted in full. */
const FEW = 400;
const PROBED_GROUPS = 40;
const STEPS = 6;
const CLOSE_ENOUGH = 0.01;
const LEAST = 1e-4;

/** @returns 1 if no number is requested */
export function scaleFor(options: SyntheticOptions): number {
  if (options.events === null) return 1;
  const shown = new Set<string>(options.shows);
  let scale = 1;
  for (let step = 0; step < STEPS; step += 1) {
    const events = estimate(options, scale, shown);
    if (Math.abs(events / options.events - 1) < CLOSE_ENOUGH) return scale;
    scale = Math.max(LEAST, scale * (options.events / Math.max(events, 1)));
  }
  return scale;
}

function estimate(options: SyntheticOptions, scale: number, shown: ReadonlySet<string>): number {
  const groups = Math.min(PROBED_GROUPS, options.groups);
  let events = 0;
  let probes = 0;
  // Groups after the first if possible: the first has a crisis and spam, which few have.
  const first = options.groups > groups ? 1 : 0;
  for (let group = first; group < first + groups; group += 1) {
    const plan = groupPlan(options, group, scale);
    const stride = options.days * options.groups <= FEW ? 1 : STRIDE;
    const offset = (group * 3 + STRIDE / 2) % Math.min(stride, options.days);
    for (let day = offset; day < options.days; day += stride) {
      events += happeningsOf(plan, day).filter(({ row }) => shown.has(row.kind)).length;
      probes += 1;
    }
  }
  return (events / Math.max(1, probes)) * options.days * options.groups;
}
