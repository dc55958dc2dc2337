/**
 * Time zones: which names there are, and how far each is ahead of UTC.
 *
 * Offsets come from Intl and are cached per zone for as long as the program runs: they are facts.
 */
import { dayNumber } from './civil.ts';
import { DAY, SECOND } from './duration.ts';

/** Instants from `from` to `to`, both included, at which a zone keeps one offset. Microseconds. */
export interface Stretch {
  from: number;
  to: number;
  offset: number;
}

export interface ZoneOffsets {
  /** Microseconds that local time is ahead of UTC at an instant. */
  at(instant: number): number;
  /** The offset of all instants from `from` to `to`; null if it changes in between. */
  steady(from: number, to: number): number | null;
  /** From `from` to `to`, cut wherever the offset changes. */
  stretches(from: number, to: number): Stretch[];
}

interface Transition {
  at: number;
  after: number;
}

interface Chunk {
  first: number;
  transitions: Transition[];
}

/** Offsets are looked up once a day over chunks of this many days. */
const CHUNK_DAYS = 64;
const CHUNK = CHUNK_DAYS * DAY;

/** Asking Intl takes milliseconds, and these are nearly everybody's. */
const COMMON_ZONES: ReadonlySet<string> = new Set(['Asia/Shanghai', 'UTC']);

/** Whether the IANA database has a zone of this name. Intl takes `+08:00`, too, which is an offset and no zone. */
export function isTimeZone(name: string): boolean {
  if (COMMON_ZONES.has(name)) return true;
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether a zone never changes its clocks from one year to another, both included; looks at four days of each. */
export function keepsOneOffset(timezone: string, firstYear: number, lastYear: number): boolean {
  const read = offsetReader(timezone);
  const offsets = new Set<number>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const month of [1, 4, 7, 10]) offsets.add(read(dayNumber(year, month, 15) * DAY));
  }
  return offsets.size === 1;
}

/** @throws RangeError if there is no such zone */
export function zoneOffsets(timezone: string): ZoneOffsets {
  const read = offsetReader(timezone);
  const chunks = new Map<number, Chunk>();

  const chunkAt = (index: number): Chunk => {
    const known = chunks.get(index);
    if (known !== undefined) return known;
    const made = readChunk(index * CHUNK, read);
    chunks.set(index, made);
    return made;
  };

  const at = (instant: number): number => {
    const { first, transitions } = chunkAt(Math.floor(instant / CHUNK));
    let current = first;
    for (const transition of transitions) {
      if (transition.at > instant) break;
      current = transition.after;
    }
    return current;
  };

  const steady = (from: number, to: number): number | null => {
    for (let index = Math.floor(from / CHUNK); index <= Math.floor(to / CHUNK); index += 1) {
      for (const cut of chunkAt(index).transitions) if (cut.at > from && cut.at <= to) return null;
    }
    return at(from);
  };

  const stretches = (from: number, to: number): Stretch[] => {
    const cuts: number[] = [];
    for (let index = Math.floor(from / CHUNK); index <= Math.floor(to / CHUNK); index += 1) {
      for (const cut of chunkAt(index).transitions) if (cut.at > from && cut.at <= to) cuts.push(cut.at);
    }
    const edges = [from, ...cuts];
    return edges.map((edge, i) => ({ from: edge, to: (edges[i + 1] ?? to + 1) - 1, offset: at(edge) }));
  };

  return { at, steady, stretches };
}

function offsetReader(timezone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const second = Math.floor(instant / SECOND);
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(second * 1000)) part[type] = value;
    const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year']);
    const days = dayNumber(year, Number(part['month']), Number(part['day']));
    const local = days * 86_400 + Number(part['hour']) * 3600 + Number(part['minute']) * 60 + Number(part['second']);
    return (local - second) * SECOND;
  };
}

function readChunk(from: number, offset: (instant: number) => number): Chunk {
  const first = offset(from);
  const transitions: Transition[] = [];
  let before = first;
  for (let day = 0; day < CHUNK_DAYS; day += 1) {
    const low = from + day * DAY;
    // Up to the last instant of the chunk: the next chunk reads its own first offset.
    const high = day === CHUNK_DAYS - 1 ? low + DAY - SECOND : low + DAY;
    const after = offset(high);
    if (after === before) continue;
    transitions.push({ at: firstWith(low, high, after, offset), after });
    before = after;
  }
  return { first, transitions };
}

/** The first whole second in (low, high] from which the offset is `wanted`. */
function firstWith(low: number, high: number, wanted: number, offset: (instant: number) => number): number {
  let lower = Math.floor(low / SECOND);
  let upper = Math.floor(high / SECOND);
  while (upper - lower > 1) {
    const middle = Math.floor((lower + upper) / 2);
    if (offset(middle * SECOND) === wanted) upper = middle;
    else lower = middle;
  }
  return upper * SECOND;
}
