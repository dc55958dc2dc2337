/** Dates of the Gregorian calendar as day numbers: 1970-01-01 is day 0. Knows no time zones. */

/** A local calendar date, `YYYY-MM-DD`. */
export type LocalDate = string;

export interface CivilDate {
  year: number;
  /** 1..12. */
  month: number;
  /** 1..31. */
  day: number;
}

/** Consecutive days, both ends included. */
export interface DateRange {
  from: LocalDate;
  to: LocalDate;
}

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)$/;
/** Days from 0000-03-01 to 1970-01-01. Years begin in March here, so that a leap day is a year's last. */
const EPOCH = 719_468;
/** The calendar repeats after 400 years. */
const ERA = 146_097;

export function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}

/** Day number of a date; months outside 1..12 run into the years beside. */
export function dayNumber(year: number, month: number, day: number): number {
  const years = year + Math.floor((month - 1) / 12);
  const shifted = modulo(month - 3, 12);
  const from = years - (modulo(month - 1, 12) < 2 ? 1 : 0);
  const era = Math.floor(from / 400);
  const ofEra = from - era * 400;
  const ofYear = Math.floor((153 * shifted + 2) / 5) + day - 1;
  return era * ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH;
}

export function civilDate(dayNumber: number): CivilDate {
  const shifted = dayNumber + EPOCH;
  const era = Math.floor(shifted / ERA);
  const ofEra = shifted - era * ERA;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const civilMonth = month < 10 ? month + 3 : month - 9;
  return { year: years + era * 400 + (civilMonth <= 2 ? 1 : 0), month: civilMonth, day };
}

/** Whether the calendar has the day: 2024-02-30 is none. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekday(dayNumber: number): number {
  return modulo(dayNumber + 3, 7) + 1;
}

/** Number of the day's ISO week: 0 is that of 1970-01-01, a Thursday. */
export function weekNumber(dayNumber: number): number {
  return Math.floor((dayNumber + 3) / 7);
}

/** The Monday of the day's week. */
export function weekStart(dayNumber: number): number {
  return weekNumber(dayNumber) * 7 - 3;
}

/** `YYYY-MM-DD` → day number; null for anything else, and for days that the calendar lacks. */
export function parseDate(text: string): number | null {
  const parts = WRITTEN.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return isCivilDate(year, month, day) ? dayNumber(year, month, day) : null;
}

/** Dates are written again and again: each is spelled once, up to a bound that no real log meets. */
const dateTexts = new Map<number, LocalDate>();
const DATES_KEPT = 100_000;

/** `YYYY-MM-DD`. */
export function dateText(dayNumber: number): LocalDate {
  const known = dateTexts.get(dayNumber);
  if (known !== undefined) return known;
  const text = spelledDate(dayNumber);
  if (dateTexts.size < DATES_KEPT) dateTexts.set(dayNumber, text);
  return text;
}

function spelledDate(dayNumber: number): LocalDate {
  const { year, month, day } = civilDate(dayNumber);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The day number of a date that is known to be one. @throws Error for any other text */
export function dayOfDate(date: LocalDate): number {
  const day = parseDate(date);
  if (day === null) throw new Error(`not a date: ${date}`);
  return day;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateText(dayOfDate(date) + days);
}

/** Days from `from` to `to`: 0 for the same day, negative if `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayOfDate(to) - dayOfDate(from);
}

/** How many days a range has. */
export function daysIn({ from, to }: DateRange): number {
  return daysBetween(from, to) + 1;
}

/** Joins consecutive dates. @param dates ascending */
export function dateRanges(dates: readonly LocalDate[]): DateRange[] {
  const ranges: DateRange[] = [];
  for (const date of dates) {
    const last = ranges.at(-1);
    if (last !== undefined && addDays(last.to, 1) === date) last.to = date;
    else ranges.push({ from: date, to: date });
  }
  return ranges;
}
