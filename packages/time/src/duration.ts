/** Lengths of time, as written and in microseconds. */

/** A length of time as written. `d` and `w` are calendar days if a clause counts days; else 1d = 24h. */
export interface Duration {
  amount: number;
  unit: DurationUnit;
}

export type DurationUnit = 's' | 'min' | 'h' | 'd' | 'w';

/** Microseconds. */
export const SECOND = 1_000_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Microseconds in one of each unit. */
export const UNIT_MICROS: Readonly<Record<DurationUnit, number>> = {
  s: SECOND,
  min: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
};

const CHINESE_UNITS: Readonly<Record<string, string>> = { s: '秒', min: '分钟', h: '小时', d: '天', w: '周' };

const WRITTEN = /^(\d+)(s|min|h|d|w)$/;
/** Weeks are left out: `21d` reads as well as `3w`, and `10d` has no other spelling. */
const SPELLED_UNITS = ['d', 'h', 'min'] as const;

export function isDurationUnit(text: string): text is DurationUnit {
  return text in UNIT_MICROS;
}

/** `36h` → 36 hours; null for anything else. */
export function parseDuration(text: string): Duration | null {
  const [, amount, unit] = WRITTEN.exec(text) ?? [];
  return amount === undefined ? null : { amount: Number(amount), unit: unit as DurationUnit };
}

/** `36h` → `36小时`; a text without a unit stays. */
export function chineseDuration(text: string): string {
  return text.replace(/[a-z]+$/, (unit) => CHINESE_UNITS[unit] ?? unit);
}

/** Length in microseconds, with 1d = 24h. */
export function durationMicros({ amount, unit }: Duration): number {
  return amount * UNIT_MICROS[unit];
}

/** Whole calendar days of a duration written in `d` or `w`; null for the shorter units. */
export function durationDays({ amount, unit }: Duration): number | null {
  if (unit === 'd') return amount;
  if (unit === 'w') return amount * 7;
  return null;
}

/** In the largest unit, up to days, that divides `micros`; in (fractions of) seconds if none does. */
export function durationOf(micros: number): Duration {
  const unit = SPELLED_UNITS.find((candidate) => micros % UNIT_MICROS[candidate] === 0) ?? 's';
  return { amount: micros / UNIT_MICROS[unit], unit };
}
