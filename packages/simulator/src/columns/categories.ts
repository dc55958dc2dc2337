/** Which declared category each message has: the log's own label, else the first category whose condition is true. */
import { NONE, SIGNALS } from '@steward/events';
import { TRUE } from '../program/interval.ts';
import { bindFilter, categoryByLabel, type FilterContext } from './filter.ts';

const MESSAGE = SIGNALS.indexOf('message');

/** @returns for every event the index of its category in `context.declared`, NONE for none and for what is no message. */
export function resolveCategories(context: FilterContext): Int16Array {
  const { log, declared } = context;
  const resolved = new Int16Array(log.length).fill(NONE);
  if (declared.length === 0) return resolved;
  const byLabel = log.labels.map((label) => categoryByLabel(declared, label));
  const tests = declared.map((category) => bindFilter(category.when, { ...context, categories: null }));
  const { kind, category } = log;
  for (let event = 0; event < log.length; event += 1) {
    if (kind[event] !== MESSAGE) continue;
    const label = category[event] as number;
    const named = label === NONE ? NONE : (byLabel[label] as number);
    if (named !== NONE) {
      resolved[event] = named;
      continue;
    }
    for (let i = 0; i < tests.length; i += 1) {
      if (tests[i]?.(event) !== TRUE) continue;
      resolved[event] = i;
      break;
    }
  }
  return resolved;
}
