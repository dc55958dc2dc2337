/** Instants of an Outcome as numbers. */
import type { Instant } from '@steward/time';

/** Microseconds since the epoch. */
export function instantMicros(text: Instant): number {
  const micros = /\.\d{3}(\d{3})Z$/.exec(text)?.[1] ?? '0';
  return Date.parse(text) * 1_000 + Number(micros);
}
