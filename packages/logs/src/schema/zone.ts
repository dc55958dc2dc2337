/**
 * Local times of a time zone as instants. A local time that a clock change skips is moved on by the gap; one that
 * happens twice is the first.
 */

const HOUR = 3_600_000;
/** No zone has changed its clock at another granularity since the epoch. */
const STEP = 900_000;

export class Zone {
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** @throws RangeError if no such zone is known */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** @param local milliseconds of the local clock, read as if it were UTC; @returns milliseconds since the epoch */
  instantOf(local: number): number {
    const before = this.#offsetAt(local - 24 * HOUR);
    const after = this.#offsetAt(local + 24 * HOUR);
    if (before === after) return local - before;
    const candidates = [local - before, local - after].sort((a, b) => a - b);
    const real = candidates.find((instant) => instant + this.#offsetAt(instant) === local);
    return real ?? local - before;
  }

  #offsetAt(instant: number): number {
    const bucket = Math.floor(instant / STEP);
    const known = this.#offsets.get(bucket);
    if (known !== undefined) return known;
    const offset = this.#readOffset(bucket * STEP);
    this.#offsets.set(bucket, offset);
    return offset;
  }

  #readOffset(instant: number): number {
    const parts = new Map(this.#format.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return local - Math.floor(instant / 1000) * 1000;
  }
}

/** The zone of that name; null if there is none. */
export function zoneNamed(name: string): Zone | null {
  try {
    return new Zone(name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
