/**
 * Streams: the events of one group that a (derived) signal selects, in log order, whole and by member.
 * A group's streams are built once and shared by all clauses.
 */
import { type GroupLog, NO_MEDIA, NO_ROLE, NONE, SIGNALS, UNKNOWN_MEDIA } from '@steward/events';
import type { EventField } from '@steward/policy';
import { TRUE } from '../program/interval.ts';
import type { StreamPlan } from '../program/plan.ts';
import { readsAny, type Supposition, supposeEach } from './doubt.ts';
import { bindFilter, type EventTest, type FilterContext } from './filter.ts';

export interface Stream {
  /** Event numbers, ascending. */
  events: Int32Array;
  ts: Float64Array;
}

/** A stream's events by member: those of member m are at offsets[m]..offsets[m + 1], in time order. */
export interface MemberStream {
  offsets: Int32Array;
  events: Int32Array;
  ts: Float64Array;
  /** Evaluated day of each event, counted from the first. */
  day: Int32Array;
}

const ALWAYS = 1;
const FILTERED = 2;

/** Numbers of the events of each signal, ascending. */
export function eventsBySignal(log: GroupLog): Int32Array[] {
  const { kind, length } = log;
  const counts = new Int32Array(SIGNALS.length);
  for (let event = 0; event < length; event += 1)
    counts[kind[event] as number] = (counts[kind[event] as number] as number) + 1;
  const lists = SIGNALS.map((_, signal) => new Int32Array(counts[signal] as number));
  counts.fill(0);
  for (let event = 0; event < length; event += 1) {
    const signal = kind[event] as number;
    const place = counts[signal] as number;
    (lists[signal] as Int32Array)[place] = event;
    counts[signal] = place + 1;
  }
  return lists;
}

/** Whether the log has events that may or may not belong to the stream, because a field that its filters read is unknown. */
export function isDoubtful({ parts }: StreamPlan, { doubtful }: FilterContext): boolean {
  return doubtful.size > 0 && parts.some(({ where }) => where !== null && readsAny(where, doubtful));
}

/**
 * The events that certainly belong to the stream or, if the plan says so, those that may.
 * @param bySignal of the same log
 */
export function selectStream(plan: StreamPlan, context: FilterContext, bySignal: readonly Int32Array[]): Stream {
  const { log } = context;
  const mode = new Uint8Array(SIGNALS.length);
  const tests: EventTest[][] = SIGNALS.map(() => []);
  for (const part of plan.parts) {
    if (part.where === null) mode[part.signal] = ALWAYS;
    else {
      if (mode[part.signal] !== ALWAYS) mode[part.signal] = FILTERED;
      tests[part.signal]?.push(bindFilter(part.where, context));
    }
  }
  const selected = (own: readonly EventTest[]): ((event: number) => boolean) => {
    if (!isDoubtful(plan, context)) return (event) => passes(own, event);
    const columns = { ...context, media: log.media };
    return (event) => passesDoubtfully(own, event, columns, plan.possible === true);
  };
  const lists = SIGNALS.flatMap((_, signal) => {
    const events = bySignal[signal] as Int32Array;
    if (mode[signal] === 0 || events.length === 0) return [];
    return [mode[signal] === ALWAYS ? events : passing(events, selected(tests[signal] as EventTest[]))];
  });
  const events = lists.length === 1 ? (lists[0] as Int32Array) : inOrder(lists, log.length);
  const ts = new Float64Array(events.length);
  for (let i = 0; i < events.length; i += 1) ts[i] = log.ts[events[i] as number] as number;
  return { events, ts };
}

function passing(events: Int32Array, isSelected: (event: number) => boolean): Int32Array {
  const found = new Int32Array(events.length);
  let count = 0;
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as number;
    if (!isSelected(event)) continue;
    found[count] = event;
    count += 1;
  }
  return found.slice(0, count);
}

/** Denser lists than this share of all events are merged by marking; sparser ones are sorted. */
const SPARSE = 16;

/** Merges several ascending lists. */
function inOrder(lists: readonly Int32Array[], length: number): Int32Array {
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  const merged = new Int32Array(total);
  let at = 0;
  if (total * SPARSE < length) {
    for (const list of lists) {
      merged.set(list, at);
      at += list.length;
    }
    return merged.sort();
  }
  const marked = new Uint8Array(length);
  for (const list of lists) for (let i = 0; i < list.length; i += 1) marked[list[i] as number] = 1;
  for (let event = 0; event < length; event += 1) {
    if (marked[event] === 0) continue;
    merged[at] = event;
    at += 1;
  }
  return merged;
}

function passes(tests: readonly EventTest[], event: number): boolean {
  for (const test of tests) if (test(event) === TRUE) return true;
  return false;
}

/** Whether one of the tests is true under every assumption, or, with `possible`, under at least one. */
function passesDoubtfully(
  tests: readonly EventTest[],
  event: number,
  context: { roles: Uint8Array; media: Uint8Array; suppose: Supposition },
  possible: boolean,
): boolean {
  let passes = !possible;
  supposeEach(event, context, () => {
    const here = tests.some((test) => test(event) === TRUE);
    if (here === possible) passes = possible;
    return here !== possible;
  });
  return passes;
}

export function byMember(stream: Stream, log: GroupLog, eventDay: Int32Array, members: number): MemberStream {
  const offsets = new Int32Array(members + 1);
  const { events } = stream;
  const { member } = log;
  for (let i = 0; i < events.length; i += 1) {
    const who = member[events[i] as number] as number;
    if (who !== NONE) offsets[who + 1] = (offsets[who + 1] as number) + 1;
  }
  for (let m = 0; m < members; m += 1) offsets[m + 1] = (offsets[m + 1] as number) + (offsets[m] as number);
  const total = offsets[members] as number;
  const next = offsets.slice();
  const sorted = new Int32Array(total);
  const ts = new Float64Array(total);
  const day = new Int32Array(total);
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i] as number;
    const who = member[event] as number;
    if (who === NONE) continue;
    const place = next[who] as number;
    next[who] = place + 1;
    sorted[place] = event;
    ts[place] = stream.ts[i] as number;
    day[place] = eventDay[event] as number;
  }
  return { offsets, events: sorted, ts, day };
}

/** A field's values as small numbers: equal numbers mean equal values, NONE means null or unknown. */
export function fieldCodes(field: EventField, context: FilterContext): ArrayLike<number> {
  const { log, roles } = context;
  switch (field) {
    case 'member':
      return log.member;
    case 'role':
      return Int16Array.from(roles, (value) => (value === NO_ROLE ? NONE : value));
    case 'media':
      return Int16Array.from(log.media, (value) => (value === NO_MEDIA || value === UNKNOWN_MEDIA ? NONE : value));
    case 'category':
      return context.categories ?? new Int16Array(log.length).fill(NONE);
    case 'about':
      return log.about;
    case 'target':
      return log.target;
    case 'amount':
      return amountCodes(log.amount);
    case 'text':
      throw new Error('a text is no value to count: the checker refuses distinct(….text)');
  }
}

/** Like {@link fieldCodes}, but each unknown value gets a number of its own: the largest possible number of distinct values. */
export function possibleCodes(field: EventField, codes: ArrayLike<number>, context: FilterContext): Int32Array {
  const unknown = unknownValues(field, context);
  let own = 0;
  for (let event = 0; event < codes.length; event += 1) own = Math.max(own, codes[event] as number);
  return Int32Array.from(codes, (code, event) => {
    if (!unknown(event)) return code;
    own += 1;
    return own;
  });
}

function unknownValues(field: EventField, { log, roles, undecided }: FilterContext): (event: number) => boolean {
  if (field === 'role') return (event) => roles[event] === NO_ROLE;
  if (field === 'media') return (event) => log.media[event] === UNKNOWN_MEDIA;
  return (event) => undecided?.[event] === 1;
}

function amountCodes(amount: Float64Array): Int32Array {
  const known = new Map<number, number>();
  return Int32Array.from(amount, (value) => {
    if (Number.isNaN(value)) return NONE;
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  });
}
