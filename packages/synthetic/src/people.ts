/** The people of a group: how active they are, and when they join, fall silent and leave. */
import type { Role } from '@steward/events';
import type { LocalDay } from './calendar.ts';
import { nameOf } from './names.ts';
import { Random } from './random.ts';
import { RHYTHMS, rhythmOf, timeOfDay } from './rhythm.ts';
import { wholeSecond } from './row.ts';
import type { SyntheticOptions } from './settings.ts';

export interface Person {
  /** Position in the group's list; part of the seed of this person's decisions. */
  index: number;
  id: string;
  name: string;
  role: Role;
  /** How much they write, 1 on average; a few people write most messages. 0 for people who only read, and for staff (who post by plan). */
  weight: number;
  /** How likely they are to read, take part and check in: 0..1.6, around 1. */
  warmth: number;
  /** UTC milliseconds; `-Infinity` if they joined before the log began. */
  joined: number;
  /** UTC milliseconds; `Infinity` if they stay. */
  left: number;
  /** Index of the day from which they hardly do anything; `Infinity` for most. */
  fadesOn: number;
}

const HEAD_START = 0.02;
const LURKERS = 0.12;

export function peopleOf(options: SyntheticOptions, days: readonly LocalDay[], group: number, seed: number): Person[] {
  const random = new Random(seed);
  const prefix = options.groups === 1 ? 'u' : `g${group + 1}-u`;
  const weights = heavyTail(options.members, random);
  const members = weights.map((weight, index) => memberOf(options, days, random, { index, prefix, weight }));
  return [...staffOf(options, prefix), ...members];
}

function staffOf(options: SyntheticOptions, prefix: string): Person[] {
  return options.staff.map((person, index) => ({
    index: options.members + index,
    id: `${prefix.slice(0, -1)}${person.role === 'bot' ? 'bot' : 'staff'}${index + 1}`,
    name: person.name,
    role: person.role,
    weight: 0,
    warmth: 1,
    joined: Number.NEGATIVE_INFINITY,
    left: Number.POSITIVE_INFINITY,
    fadesOn: Number.POSITIVE_INFINITY,
  }));
}

/** Pareto weights (1/u, so a fifth of the people write most messages) with an offset that bounds the largest; their mean is 1. */
function heavyTail(members: number, random: Random): number[] {
  const raw = Array.from({ length: members }, () => (random.chance(LURKERS) ? 0 : 1 / (HEAD_START + random.unit())));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => (sum === 0 ? 0 : (weight * members) / sum));
}

function memberOf(
  options: SyntheticOptions,
  days: readonly LocalDay[],
  random: Random,
  given: { index: number; prefix: string; weight: number },
): Person {
  const { rates } = options;
  const name = nameOf(options, random, given.index);
  const warmth = random.around(0.6) * warmthOf(given.weight);
  const comes = random.chance(rates.joins) ? comingDay(days.length, random) : null;
  const first = comes ?? 0;
  const goes = random.chance(rates.leaves) ? first + 1 + random.below(Math.max(1, days.length - first)) : null;
  const fades = random.chance(rates.fades) ? first + fadingDay(days.length, comes !== null, random) : null;
  return {
    index: given.index,
    id: `${given.prefix}${String(given.index + 1).padStart(3, '0')}`,
    name,
    role: 'member',
    weight: given.weight,
    warmth,
    joined: comes === null ? Number.NEGATIVE_INFINITY : instantOn(days, comes, random),
    left: goes === null || goes >= days.length ? Number.POSITIVE_INFINITY : instantOn(days, goes, random),
    fadesOn: fades ?? Number.POSITIVE_INFINITY,
  };
}

const COLD = 0.25;

/** Prolific writers also read and take part more; people who never write rarely do. */
function warmthOf(weight: number): number {
  if (weight === 0) return COLD;
  return weight > 1 ? 1.15 : 0.95;
}

/** Some of the original members have fallen silent before the log begins. */
function fadingDay(days: number, isNew: boolean, random: Random): number {
  return random.below(days) - (isNew ? 0 : Math.floor(days / 3));
}

/** More join early than late: growth slows down. */
function comingDay(days: number, random: Random): number {
  return Math.min(random.below(days), random.below(days));
}

const WAKING = rhythmOf(RHYTHMS.workday);

function instantOn(days: readonly LocalDay[], index: number, random: Random): number {
  const day = days[index];
  if (day === undefined) return Number.POSITIVE_INFINITY;
  return wholeSecond(Math.min(day.from + timeOfDay(WAKING, random), day.to - 1));
}

/** Whether the person is a member at an instant. */
export function isIn(person: Person, at: number): boolean {
  return at >= person.joined && at < person.left;
}
