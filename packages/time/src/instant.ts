/** Instants in UTC: microseconds since 1970, and how they are written. */
import { dateText, twoDigits } from './civil.ts';
import { DAY, SECOND } from './duration.ts';

/** UTC, ISO 8601 with `Z`: three decimals of seconds, six if the microseconds need them. */
export type Instant = string;

export function instantText(micros: number): Instant {
  const day = Math.floor(micros / DAY);
  const rest = micros - day * DAY;
  const second = Math.floor(rest / SECOND);
  const fraction = rest - second * SECOND;
  const clock = `${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}`;
  const isMillis = fraction % 1000 === 0;
  const digits = String(isMillis ? fraction / 1000 : fraction).padStart(isMillis ? 3 : 6, '0');
  return `${dateText(day)}T${clock}.${digits}Z`;
}

/** The inverse of {@link instantText}. */
export function instantMicros(instant: Instant): number {
  const beyondMillis = /\.\d{3}(\d{3})Z$/.exec(instant)?.[1] ?? '0';
  return Date.parse(instant) * 1000 + Number(beyondMillis);
}

/** Microseconds from one instant to another. */
export function microsBetween(from: Instant, to: Instant): number {
  return instantMicros(to) - instantMicros(from);
}
