/**
 * Random numbers from a seed. Uses additions, multiplications, divisions and square roots only (exact in IEEE 754), never
 * `Math.log` or `Math.exp`, whose last digit differs between platforms: equal seeds give equal logs everywhere.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

const TWO_32 = 4_294_967_296;

export class Random {
  readonly #generator: RandomGenerator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** Uniform in [0, 1), in steps of 2^-32. */
  unit(): number {
    return (this.#generator.next() >>> 0) / TWO_32;
  }

  /** Uniform whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit();
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** @throws RangeError for an empty list: our bug. */
  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new RangeError('pick from an empty list');
    return chosen;
  }

  /** A count with this mean and a geometric distribution: most are small, a few are large, like people's days in a chat. */
  geometric(mean: number): number {
    if (mean <= 0) return 0;
    const goOn = mean / (1 + mean);
    let count = 0;
    while (this.unit() < goOn) count += 1;
    return count;
  }

  /** An integer with the given mean: rounded up with the probability of its fraction. */
  rounded(mean: number): number {
    const whole = Math.floor(mean);
    return this.unit() < mean - whole ? whole + 1 : whole;
  }

  /** Bell-shaped around 1, within 1 ± spread: the sum of four uniform numbers. */
  around(spread: number): number {
    const sum = this.unit() + this.unit() + this.unit() + this.unit();
    return 1 + (sum / 2 - 1) * spread;
  }

  /** A delay of at least `least` with an inverse-square tail: half are below three times `least`, some are very long. */
  delay(least: number): number {
    const u = this.unit();
    return least * (1 + u / (1 - u));
  }
}

/** A seed for a part of the work, so that every group and day can be generated on its own and in any order. */
export function mixSeed(seed: number, ...parts: readonly number[]): number {
  return parts.reduce((mixed, part) => scramble(mixed ^ Math.imul(part + 1, 0x9e3779b1)), scramble(seed));
}

/** In [0, 1), equal for equal parts: one member's decision about one thing, without a random stream of its own. */
export function unitOf(seed: number, ...parts: readonly number[]): number {
  return (mixSeed(seed, ...parts) >>> 0) / TWO_32;
}

function scramble(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
