/** Which declared category each message has: the log's own label, else the first category whose condition is true. */
import { NONE, SIGNALS } from '@steward/events';
import { TRUE } from '../program/interval.ts';
import { supposeEach, withCategories } from './doubt.ts';
import { bindFilter, categoryByLabel, type FilterContext } from './filter.ts';

const MESSAGE = SIGNALS.indexOf('message');

export interface Categories {
  /** For every event, the index of its category in `context.declared`; NONE if it has none, is not a message, or is undecided. */
  ofEvents: Int16Array;
  /** 1 for messages whose category depends on an unknown field; null if there is no such message. */
  undecided: Uint8Array | null;
  /** The category of an event under the current assumption; null if no category depends on one. */
  supposed: ((event: number) => number) | null;
}

export function resolveCategories(context: FilterContext): Categories {
  const { log, declared, doubtful } = context;
  const ofEvents = new Int16Array(log.length).fill(NONE);
  if (declared.length === 0) return { ofEvents, undecided: null, supposed: null };
  const resolve = resolver(context);
  const { kind } = log;
  if (!withCategories(doubtful, declared).has('category')) {
    for (let event = 0; event < log.length; event += 1) if (kind[event] === MESSAGE) ofEvents[event] = resolve(event);
    return { ofEvents, undecided: null, supposed: null };
  }
  const undecided = new Uint8Array(log.length);
  for (let event = 0; event < log.length; event += 1) {
    if (kind[event] !== MESSAGE) continue;
    const found = new Set<number>();
    supposeEach(event, { ...context, media: log.media }, () => {
      found.add(resolve(event));
      return found.size < 2;
    });
    const [only = NONE] = found;
    if (found.size > 1) undecided[event] = 1;
    else ofEvents[event] = only;
  }
  return {
    ofEvents,
    undecided: undecided.includes(1) ? undecided : null,
    supposed: (event) => (undecided[event] === 1 ? resolve(event) : (ofEvents[event] as number)),
  };
}

/** The category of a message under the current assumption. */
function resolver(context: FilterContext): (event: number) => number {
  const { log, declared } = context;
  const byLabel = log.labels.map((label) => categoryByLabel(declared, label));
  const tests = declared.map(({ when }) => bindFilter(when, { ...context, categories: null, supposedCategory: null }));
  return (event) => {
    const label = log.category[event] as number;
    const named = label === NONE ? NONE : (byLabel[label] as number);
    return named === NONE ? tests.findIndex((test) => test(event) === TRUE) : named;
  };
}
