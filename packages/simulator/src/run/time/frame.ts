/** The evaluated days of a group, as instants. */
import type { GroupLog } from '@steward/events';
import { type Calendar, calendarOf, DAY } from '@steward/time';
import { findPeople, type People, type PeopleInput } from '../members/memberships.ts';

export interface Frame {
  calendar: Calendar;
  /** Number of the first evaluated day, and how many there are. */
  firstDay: number;
  days: number;
  /** Starts of the evaluated days and of the day after the last. */
  starts: Float64Array;
  /** First instant of the log's view; nothing before it is covered unless the history is complete. */
  beginning: number;
  complete: boolean;
  /** Nothing happened before: the log is complete, or the group was founded in view. */
  whole: boolean;
  /** Instant of the group's first event, or the start of the first evaluated day if there is none. */
  firstEvent: number;
  /** The founding that makes the history complete, else the group's first event. */
  start: number;
}

export function buildFrame(input: PeopleInput, timezone: string): { frame: Frame; people: People } {
  const { log, info } = input;
  const calendar = calendarOf(timezone);
  const firstCovered = calendar.dayOf(log.covers.from);
  const beginning = calendar.dayStart(firstCovered);
  const people = findPeople(input, beginning, (instant) => calendar.dayStart(calendar.dayOf(instant)));
  const firstSeen = log.length > 0 ? calendar.dayOf(log.ts[0] as number) : firstCovered;
  const firstDay = people.rosterBeforeEvents ? Math.min(firstSeen, firstCovered) : firstSeen;
  const lastSeen = log.length > 0 ? calendar.dayOf(log.ts[log.length - 1] as number) : firstDay;
  const lastDay = Math.max(firstDay, lastSeen, calendar.dayOf(log.covers.to));
  const days = lastDay - firstDay + 1;
  const starts = Float64Array.from({ length: days + 1 }, (_, i) => calendar.dayStart(firstDay + i));
  const firstEvent = log.ts[0] ?? (starts[0] as number);
  const founded = foundedInView(log, beginning);
  return {
    people,
    frame: {
      calendar,
      firstDay,
      days,
      starts,
      beginning,
      complete: info.complete,
      whole: info.complete || founded !== null,
      firstEvent,
      start: founded ?? firstEvent,
    },
  };
}

/** When the group was founded, if the log shows it and everything since. */
function foundedInView({ founded, ts }: GroupLog, beginning: number): number | null {
  if (founded === null || founded < beginning || founded > (ts[0] ?? founded)) return null;
  return founded;
}

/** Last microsecond of an evaluated day. */
export function dayEnd(frame: Frame, day: number): number {
  return (frame.starts[day + 1] as number) - 1;
}

/** Last microsecond evaluated. */
export function frameEnd(frame: Frame): number {
  return dayEnd(frame, frame.days - 1);
}

/** The first evaluated day that ends at or after an instant; `frame.days` if there is none. */
export function dayEndingAtOrAfter(frame: Frame, instant: number): number {
  const { starts, days } = frame;
  if (!(instant < (starts[days] as number))) return days;
  let day = Math.min(days - 1, Math.max(0, Math.floor((instant - (starts[0] as number)) / DAY)));
  while (day > 0 && instant < (starts[day] as number)) day -= 1;
  while (instant >= (starts[day + 1] as number)) day += 1;
  return day;
}

/** Evaluated day of every event. */
export function eventDays(log: GroupLog, frame: Frame): Int32Array {
  const days = new Int32Array(log.length);
  let day = 0;
  for (let event = 0; event < log.length; event += 1) {
    const at = log.ts[event] as number;
    while (day < frame.days - 1 && at >= (frame.starts[day + 1] as number)) day += 1;
    days[event] = day;
  }
  return days;
}
