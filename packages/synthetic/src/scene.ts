/** One day of one group while it is generated: who is present, and what has happened so far. */
import type { Media, Signal } from '@steward/events';
import type { LocalDay } from './calendar.ts';
import { isIn, type Person } from './people.ts';
import { write } from './phrasebook.ts';
import type { Occasion } from './phrases.ts';
import type { GroupPlan } from './plan.ts';
import type { Random } from './random.ts';
import { RHYTHMS, type Rhythm, rhythmOf, timeOfDay } from './rhythm.ts';
import { type EventRow, wholeSecond } from './row.ts';

export interface Scene {
  plan: GroupPlan;
  day: LocalDay;
  random: Random;
  mood: number;
  rhythm: Rhythm;
  /** Members who are in the group at some instant of the day. */
  present: readonly Person[];
  /** Those of them who look into the group that day. */
  looking: readonly Person[];
  /** When each of them looks in; generated on demand (`looksOf`). */
  looks: Map<Person, readonly number[]>;
  happened: Happening[];
}

export interface Happening {
  row: EventRow;
  /** The row whose id becomes this row's target; messages get ids once the day is sorted. */
  subject: EventRow | null;
}

/** Details of an event beyond who, when and what. */
export interface Details {
  media?: Media;
  category?: string | null;
  text?: string | null;
  target?: string;
  about?: string;
  amount?: number;
  subject?: EventRow;
}

const WORKDAY = rhythmOf(RHYTHMS.workday);
const WEEKEND = rhythmOf(RHYTHMS.weekend);

/** Probability that a member of average warmth looks into the group on a day, and what remains of it once they have lost interest. */
const LOOKS_IN = 0.9;
const FADED = 0.01;
/** How many more times somebody looks in on such a day. */
const MORE_LOOKS = 6;

export function openScene(plan: GroupPlan, day: LocalDay, random: Random): Scene {
  const present = plan.members.filter((person) => person.joined < day.to && person.left > day.from);
  const rhythm = day.weekday >= 5 ? WEEKEND : WORKDAY;
  const mood = plan.mood[day.index] ?? 1;
  const drawn = LOOKS_IN * Math.min(1.1, 0.5 + mood / 2);
  const looking = present.filter((person) => random.chance(drawn * person.warmth * interest(person, day)));
  return {
    plan,
    day,
    random,
    mood,
    rhythm,
    present,
    looking,
    looks: new Map(),
    happened: [],
  };
}

/** @returns when the person looks into the group that day: UTC milliseconds, ascending */
export function looksOf(scene: Scene, person: Person): readonly number[] {
  const known = scene.looks.get(person);
  if (known !== undefined) return known;
  const { day, rhythm, random } = scene;
  const times = Array.from({ length: 1 + random.geometric(MORE_LOOKS) }, () => day.from + timeOfDay(rhythm, random));
  times.sort((a, b) => a - b);
  scene.looks.set(person, times);
  return times;
}

/** 1, or little for somebody who has fallen silent. */
export function interest(person: Person, day: LocalDay): number {
  return day.index >= person.fadesOn ? FADED : 1;
}

/** Adds an event, unless it falls outside the day or the person's membership. @returns the row, or null if nothing was added */
export function happen(scene: Scene, person: Person, at: number, kind: Signal, details: Details = {}): EventRow | null {
  if (at < scene.day.from || at >= scene.day.to || !isIn(person, at)) return null;
  return record(scene, person, at, kind, details);
}

/** Adds an event regardless of membership: a leave happens at the instant the membership has ended. */
export function record(scene: Scene, person: Person, at: number, kind: Signal, details: Details = {}): EventRow {
  const row: EventRow = {
    ts: wholeSecond(at),
    group: scene.plan.id,
    groupName: scene.plan.name,
    member: person.id,
    memberName: person.name,
    role: person.role,
    kind,
    media: details.media ?? null,
    category: details.category ?? null,
    text: details.text ?? null,
    target: details.target ?? null,
    about: details.about ?? null,
    amount: details.amount ?? null,
    id: null,
  };
  scene.happened.push({ row, subject: details.subject ?? null });
  return row;
}

/** Adds a message with a text for the occasion. */
export function say(
  scene: Scene,
  person: Person,
  at: number,
  occasion: Occasion,
  details: Details = {},
): EventRow | null {
  const text = details.text === undefined ? write(scene.plan.writers, occasion, scene.random) : details.text;
  return happen(scene, person, at, 'message', { media: 'text', ...details, text });
}

const OFFICE_FROM_MS = 8 * 3_600_000;
const OFFICE_TO_MS = 22 * 3_600_000;

/** The staff member who sends something at an instant: a person by day, the bot by night; null for a group without staff. */
export function onDutyAt(scene: Scene, at: number): Person | null {
  const sinceMidnight = at - scene.day.from;
  const byNight = sinceMidnight < OFFICE_FROM_MS || sinceMidnight >= OFFICE_TO_MS;
  const fitting = scene.plan.staff.filter((person) => (person.role === 'bot') === byNight);
  const pool = fitting.length > 0 ? fitting : scene.plan.staff;
  return pool.length === 0 ? null : scene.random.pick(pool);
}

export function owner(scene: Scene): Person | null {
  return scene.plan.staff.find((person) => person.role === 'owner') ?? scene.plan.staff[0] ?? null;
}
