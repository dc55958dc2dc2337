/**
 * Exact rationals with infinities. Whole numbers stay doubles while every product is below 2^53; past that, BigInts.
 * Nothing here rounds.
 */
import { fraction } from './fraction.ts';
import { type Rational, ratio } from './rational.ts';

/** `n / d` with d > 0, not necessarily in lowest terms; ±∞ is ±Infinity / 1. */
export type Exact = { n: number; d: number } | { n: bigint; d: bigint };

const ZERO: Exact = { n: 0, d: 1 };
export const INFINITE: Exact = { n: Number.POSITIVE_INFINITY, d: 1 };
export const MINUS_INFINITE: Exact = { n: Number.NEGATIVE_INFINITY, d: 1 };

export function exact(numerator: number, denominator = 1): Exact {
  return { n: numerator, d: denominator };
}

export function exactOf({ numerator, denominator }: Rational): Exact {
  return exact(numerator, denominator);
}

function infinite(value: Exact): boolean {
  return value.n === Number.POSITIVE_INFINITY || value.n === Number.NEGATIVE_INFINITY;
}

function fits(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
}

function big(value: Exact): { n: bigint; d: bigint } {
  return { n: BigInt(value.n), d: BigInt(value.d) };
}

/** Back to doubles if they can hold both numbers. */
function settle(n: bigint, d: bigint): Exact {
  const { numerator, denominator } = fraction(n, d);
  const small = { n: Number(numerator), d: Number(denominator) };
  return fits(small.n) && fits(small.d) ? small : { n: numerator, d: denominator };
}

export function sign(value: Exact): number {
  return value.n > 0 ? 1 : value.n < 0 ? -1 : 0;
}

/** @returns negative, 0 or positive, as `a` is below, at or above `b`. Equal infinities compare as equal. */
export function compare(a: Exact, b: Exact): number {
  if (infinite(a) || infinite(b)) {
    const left = infinite(a) ? sign(a) : 0;
    const right = infinite(b) ? sign(b) : 0;
    return left - right;
  }
  if (typeof a.n === 'number' && typeof b.n === 'number') {
    const left = a.n * (b.d as number);
    const right = b.n * (a.d as number);
    if (fits(left) && fits(right)) return left - right;
  }
  const x = big(a);
  const y = big(b);
  const left = x.n * y.d;
  const right = y.n * x.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Of two opposite infinities the first wins; callers add like ends of intervals only, where these never meet. */
export function add(a: Exact, b: Exact): Exact {
  if (infinite(a)) return a;
  if (infinite(b)) return b;
  if (typeof a.n === 'number' && typeof b.n === 'number') {
    const left = a.n * (b.d as number);
    const right = b.n * (a.d as number);
    const d = (a.d as number) * (b.d as number);
    if (fits(left) && fits(right) && fits(left + right) && fits(d)) return { n: left + right, d };
  }
  const x = big(a);
  const y = big(b);
  return settle(x.n * y.d + y.n * x.d, x.d * y.d);
}

export function negate(value: Exact): Exact {
  return typeof value.n === 'number' ? { n: 0 - value.n, d: value.d as number } : { n: -value.n, d: value.d as bigint };
}

/** 0 × ∞ = 0. */
export function multiply(a: Exact, b: Exact): Exact {
  const signs = sign(a) * sign(b);
  if (signs === 0) return ZERO;
  if (infinite(a) || infinite(b)) return signs > 0 ? INFINITE : MINUS_INFINITE;
  if (typeof a.n === 'number' && typeof b.n === 'number') {
    const n = a.n * b.n;
    const d = (a.d as number) * (b.d as number);
    if (fits(n) && fits(d)) return { n, d };
  }
  const x = big(a);
  const y = big(b);
  return settle(x.n * y.n, x.d * y.d);
}

/** 1 / x; 1 / ±∞ = 0. `value` is not 0. */
export function invert(value: Exact): Exact {
  if (infinite(value)) return ZERO;
  if (typeof value.n === 'number') {
    const d = value.d as number;
    return value.n < 0 ? { n: -d, d: -value.n } : { n: d, d: value.n };
  }
  const d = value.d as bigint;
  return value.n < 0n ? { n: -d, d: -value.n } : { n: d, d: value.n };
}

/** In lowest terms; null for an infinity. */
export function lowest(value: Exact): Rational | null {
  if (infinite(value)) return null;
  if (typeof value.n === 'bigint') {
    const settled = settle(value.n, value.d as bigint);
    return { numerator: Number(settled.n), denominator: Number(settled.d) };
  }
  return ratio(value.n, value.d as number);
}
