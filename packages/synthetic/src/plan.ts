/** A group's course, fixed before its first day: who is in it, when its campaigns run, and how busy each day is. */
import { type LocalDay, localDays } from './calendar.ts';
import { type Person, peopleOf } from './people.ts';
import { type Writers, writersFor } from './phrasebook.ts';
import type { SyntheticKind } from './phrases.ts';
import { mixSeed, Random, unitOf } from './random.ts';
import type { CampaignPlan, CampaignTimes, SyntheticOptions } from './settings.ts';

export interface GroupPlan {
  options: SyntheticOptions;
  seed: number;
  id: string;
  name: string;
  days: readonly LocalDay[];
  members: readonly Person[];
  staff: readonly Person[];
  runs: readonly CampaignRun[];
  writers: Writers;
  /** How much people say, by day; 1 on an ordinary one. */
  mood: readonly number[];
  /** Whether the crisis and the spam of the options happen in this group: in the first, and in some of the others. */
  haunted: boolean;
  /** Factor for all rates, to reach the requested number of events. */
  scale: number;
}

export interface CampaignRun {
  index: number;
  campaign: CampaignPlan;
  /** UTC milliseconds. */
  start: number;
  burstFrom: number;
  burstTo: number;
  held: boolean;
}

const MINUTE_MS = 60_000;

/** Which decision a group's derived seed is for. */
const PEOPLE = 1;
const RUNS = 2;
const MOOD = 3;
const AFTERMATH = 4;
const HAUNTED = 6;

/** Share of the groups after the first that have the crisis and the spam. */
const HAUNTED_SHARE = 0.1;

/** Share of the members who leave in the days after a crisis because of it. */
const DRIVEN_OUT = 0.05;

export function groupPlan(options: SyntheticOptions, group: number, scale: number): GroupPlan {
  const seed = mixSeed(options.seed, group);
  const days = localDays(options.start, options.days, options.timezone);
  const people = peopleOf(options, days, group, mixSeed(seed, PEOPLE));
  const haunted = group === 0 || unitOf(seed, HAUNTED) < HAUNTED_SHARE;
  const number = options.groups === 1 ? '' : `-${String(group + 1).padStart(String(options.groups).length, '0')}`;
  return {
    options,
    seed,
    id: `${options.group.id}${number}`,
    name: `${options.group.name}${number}`,
    days,
    members: people
      .filter((person) => person.role === 'member')
      .map((person) => (haunted ? afterCrisis(options, days, seed, person) : person)),
    staff: people.filter((person) => person.role !== 'member'),
    runs: runsOf(options.campaigns, days, seed, Math.min(1, scale)),
    writers: writersFor(options.kind, options.language),
    mood: moodOf(options, days, mixSeed(seed, MOOD), haunted),
    haunted,
    scale,
  };
}

function afterCrisis(options: SyntheticOptions, days: readonly LocalDay[], seed: number, person: Person): Person {
  const crisis = options.crisis;
  if (crisis === null || unitOf(seed, AFTERMATH, person.index) >= DRIVEN_OUT) return person;
  const goes = days[crisis.day + Math.floor(unitOf(seed, AFTERMATH, person.index, 1) * 5)];
  if (goes === undefined) return person;
  const left = goes.from + 12 * 60 * MINUTE_MS + Math.floor(unitOf(seed, AFTERMATH, person.index, 2) * 600) * MINUTE_MS;
  return { ...person, left: Math.max(person.joined, Math.min(person.left, left)) };
}

function runsOf(
  campaigns: readonly CampaignPlan[],
  days: readonly LocalDay[],
  seed: number,
  often: number,
): CampaignRun[] {
  const starts = campaigns.flatMap((campaign) =>
    campaign.starts.flatMap((times) => startsOf(times, days)).map((start) => ({ campaign, start })),
  );
  return starts
    .sort((a, b) => a.start - b.start)
    .map(({ campaign, start }, index) => {
      const burstFrom = start + campaign.burst.after * MINUTE_MS;
      const burstTo = burstFrom + campaign.burst.length * MINUTE_MS;
      return { index, campaign, start, burstFrom, burstTo, held: unitOf(seed, RUNS, index) < campaign.held * often };
    });
}

function startsOf(times: CampaignTimes, days: readonly LocalDay[]): number[] {
  if (times.kind === 'once') {
    const [date = '', clock = '0:0'] = times.at.split('T');
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return days.filter((day) => day.date === date).map((day) => day.from + (hour * 60 + minute) * MINUTE_MS);
  }
  return days
    .filter((day) => {
      if (times.kind === 'weekly') return times.weekdays.includes(day.weekday + 1);
      if (times.kind === 'monthly') return times.days.includes(day.dayOfMonth);
      return true;
    })
    .flatMap((day) => times.times.map((minute) => day.from + minute * MINUTE_MS));
}

/** Monday to Sunday. */
const WEEK: Readonly<Record<SyntheticKind, readonly number[]>> = {
  service: [1, 0.95, 1, 1, 1.1, 1.05, 0.9],
  interest: [0.9, 0.9, 0.95, 0.95, 1.05, 1.2, 1.15],
  knowledge: [1.1, 1.1, 1.1, 1.05, 0.9, 0.85, 0.95],
  conversion: [0.95, 0.9, 0.95, 1, 1.15, 1.1, 1],
};

const CRISIS_MOOD = 1.7;
const SOBER_MOOD = 0.75;
const SOBER_DAYS = 4;

function moodOf(options: SyntheticOptions, days: readonly LocalDay[], seed: number, haunted: boolean): number[] {
  const random = new Random(seed);
  const { slump } = options;
  const crisis = haunted ? options.crisis : null;
  return days.map((day) => {
    let mood = (WEEK[options.kind][day.weekday] ?? 1) * random.around(0.35);
    if (slump !== null && day.index >= slump.day && day.index < slump.day + slump.days) mood *= slump.factor;
    if (crisis !== null && day.index === crisis.day - 1) mood *= CRISIS_MOOD;
    if (crisis !== null && day.index >= crisis.day && day.index < crisis.day + SOBER_DAYS) mood *= SOBER_MOOD;
    return mood;
  });
}
