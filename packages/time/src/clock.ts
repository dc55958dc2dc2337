/** What a clock on the wall shows, in whatever time zone it hangs. */
import { dateText, dayNumber, isCivilDate, modulo, twoDigits } from './civil.ts';
import { DAY, HOUR, MINUTE, SECOND } from './duration.ts';

/** Minutes after local midnight, 0..1440 (1440 only as an end). */
export type MinuteOfDay = number;

/** A wall-clock time in the group's time zone, `YYYY-MM-DDTHH:MM[:SS]`. */
export type LocalDateTime = string;

const MINUTES_PER_DAY = DAY / MINUTE;
const WRITTEN = /^(\d{4,})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** Whether a clock shows it: 23:59:60 and 24:00 are no times. */
export function isClockTime(hour: number, minute: number, second = 0): boolean {
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
}

/** `08:30`; `24:00` for the end of a day, and the next day's clock beyond it. */
export function clockText(minute: MinuteOfDay): string {
  const shown = minute > MINUTES_PER_DAY ? minute % MINUTES_PER_DAY : minute;
  return `${twoDigits(Math.floor(shown / 60))}:${twoDigits(shown % 60)}`;
}

/** `08:30`, or `08:30:15` if there are seconds. @param second seconds after midnight */
export function clockTextOfSecond(second: number): string {
  const clock = clockText(Math.floor(second / 60));
  return second % 60 === 0 ? clock : `${clock}:${twoDigits(second % 60)}`;
}

/** `8:30` → 510. */
export function minuteOfDay(text: string): MinuteOfDay {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

/** Whether a clock minute lies in [from, to); a `to` at or before `from` runs over midnight. */
export function isWithinClock(minute: MinuteOfDay, from: MinuteOfDay, to: MinuteOfDay): boolean {
  if (from < to) return minute >= from && minute < to;
  return minute >= from || minute < to;
}

/** Local microseconds (as if the clock stood at UTC) of a `YYYY-MM-DD[THH:MM[:SS]]` that has been checked. */
export function localMicros(text: LocalDateTime): number {
  const parts = WRITTEN.exec(text);
  if (parts === null) throw new Error(`not a local date-time: ${text}`);
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = parts;
  const days = dayNumber(Number(year), Number(month), Number(day));
  return days * DAY + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
}

/** Local microseconds of a reading; null for one that no calendar or clock shows. */
export function readingMicros(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  if (!isClockTime(hour, minute, second) || !isCivilDate(year, month, day)) return null;
  return dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * SECOND;
}

/** `YYYY-MM-DDTHH:MM`. @param local microseconds, as if the clock stood at UTC */
export function localDateTimeText(local: number): LocalDateTime {
  return `${dateText(Math.floor(local / DAY))}T${clockText(Math.floor(modulo(local, DAY) / MINUTE))}`;
}
