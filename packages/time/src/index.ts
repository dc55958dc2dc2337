export { type Calendar, calendarOf, localText, type Period, type PeriodBounds } from './calendar.ts';
export * from './civil.ts';
export * from './clock.ts';
export * from './duration.ts';
export { type Instant, instantMicros, instantText, microsBetween } from './instant.ts';
export { isTimeZone, keepsOneOffset } from './zone.ts';
