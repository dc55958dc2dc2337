/** Everything known about one group before any clause is evaluated. */
import type { RosterEntry, Signal } from '@steward/events';
import type { GroupPolicy, Policy } from '@steward/policy';
import { Calendar, type Day } from './calendar.ts';
import { type Reading, readingsOf } from './filters.ts';
import { type Membership, membershipsOf, runningAt } from './memberships.ts';
import { type Roles, rolesOf } from './roles.ts';
import type { GroupRows, Row } from './rows.ts';

export interface World {
  policy: Policy;
  group: GroupPolicy;
  log: GroupRows;
  rows: readonly Row[];
  roster: readonly RosterEntry[];
  shows: readonly Signal[];
  complete: boolean;
  /** The founding, if the log's view reaches back to it: the group has no earlier history. */
  foundedInView: number | null;
  calendar: Calendar;
  /** Start of the local day of `covers.from`. */
  beginning: number;
  /** The evaluated days. */
  days: readonly Day[];
  firstDay: Day;
  lastDay: Day;
  /** The group's first event, or the start of the first day if it has none. */
  firstEvent: number;
  memberships: ReadonlyMap<string, readonly Membership[]>;
  names: ReadonlyMap<string, string>;
  roles: Roles;
  /** The possible readings of each row; more than one if its role or media is unknown. */
  readings: ReadonlyMap<Row, readonly Reading[]>;
  /** Resolved categories of the messages that have one. */
  categories: ReadonlyMap<Row, string>;
  /** Messages whose category depends on the reading. */
  undecided: ReadonlySet<Row>;
  /** Rows that an aggregate selects, cached by its parts to avoid a search at every instant. */
  selected: Map<object, Selection>;
}

/** Rows that count under every reading, and rows that count under at least one. */
export interface Selection {
  surely: readonly Row[];
  possibly: readonly Row[];
}

export interface WorldInput {
  policy: Policy;
  group: GroupPolicy;
  log: GroupRows;
  roster: readonly RosterEntry[];
  shows: readonly Signal[];
  /** Whether the log says that anybody is a member, staff or an owner. */
  saysRoles: boolean;
  complete: boolean;
}

export function worldOf(input: WorldInput): World {
  const { group, log, roster, complete, saysRoles } = input;
  const calendar = Calendar.of(group.timezone);
  const beginning = calendar.dayAt(log.covers.from).from;
  const names = namesOf(log, roster);
  const roles = rolesOf({ log, roster, declared: input.policy.roles, names, roles: saysRoles, complete });
  const memberships = membershipsOf(log, roster, { beginning, complete, isBot: roles.isBot });
  const days = evaluatedDays(log, calendar, beginning, memberships);
  const [firstDay] = days;
  const lastDay = days.at(-1);
  const { categories: declared } = group.content;
  const readings = new Map(log.rows.map((row) => [row, readingsOf(row, roles.ofRow(row), declared, names)]));
  const categories = new Map<Row, string>();
  const undecided = new Set<Row>();
  for (const [row, ways] of readings) {
    const found = new Set(ways.map((reading) => reading.category));
    const [only = null] = found;
    if (found.size > 1) undecided.add(row);
    else if (only !== null) categories.set(row, only);
  }
  const { founded } = log;
  const firstEvent = log.rows[0]?.ts ?? Infinity;
  const seesFounding = founded !== null && beginning <= founded && founded <= firstEvent;
  if (firstDay === undefined || lastDay === undefined) throw new Error(`group ${log.group} has no day to evaluate`);
  return {
    ...input,
    rows: log.rows,
    foundedInView: seesFounding ? founded : null,
    calendar,
    beginning,
    days,
    firstDay,
    lastDay,
    firstEvent: log.rows[0]?.ts ?? firstDay.from,
    memberships,
    names,
    roles,
    readings,
    categories,
    undecided,
    selected: new Map(),
  };
}

function evaluatedDays(
  log: GroupRows,
  calendar: Calendar,
  beginning: number,
  memberships: ReadonlyMap<string, readonly Membership[]>,
): Day[] {
  const firstEvent = log.rows[0]?.ts ?? beginning;
  const someoneBefore = [...memberships.values()].flat().some((membership) => membership.from < firstEvent);
  const first = someoneBefore ? Math.min(beginning, firstEvent) : firstEvent;
  const last = Math.max(log.covers.to, first, log.rows.at(-1)?.ts ?? first);
  return calendar.daysBetween(calendar.dayAt(first), calendar.dayAt(last));
}

function namesOf(log: GroupRows, roster: readonly RosterEntry[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const entry of roster) {
    if (entry.name !== null) names.set(entry.member, entry.name);
  }
  for (const member of log.members) {
    if (member.name !== null) names.set(member.id, member.name);
  }
  return names;
}

/** Ids of the members at the instant, by code units. */
export function membersAt(world: World, instant: number): string[] {
  const present = [...world.memberships].filter(([, list]) => runningAt(list, instant) !== null);
  return present.map(([id]) => id).sort();
}

/** Whether the log can show that base signal. */
export function shown(world: World, signal: string): boolean {
  return world.complete || world.shows.some((candidate) => candidate === signal);
}

/** Whether nothing happened before the log begins. */
export function isWhole(world: World): boolean {
  return world.complete || world.foundedInView !== null;
}

/** Whether a span that starts at the instant is covered. */
export function coveredFrom(world: World, start: number): boolean {
  return isWhole(world) || start >= world.beginning;
}
