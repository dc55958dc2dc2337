/** Who is a member when, from joins, leaves, first appearances and the roster (`SEMANTICS.md`, "Members"). */

import { type GroupLog, type LogInfo, NONE, type RosterEntry, SIGNALS } from '@steward/events';
import type { RoleDefinition } from '@steward/policy';
import { rolesOf, type Standing } from './roles.ts';

const JOIN = SIGNALS.indexOf('join');
const LEAVE = SIGNALS.indexOf('leave');

export interface Person extends Standing {
  id: string;
  /** Last known name: the log's, else the roster's. */
  name: string | null;
}

export interface Membership {
  /** Index into {@link People.persons}; the log's members come first, by number. */
  person: number;
  /** First instant as a member. */
  start: number;
  /** First instant after the membership; Infinity while it lasts. */
  end: number;
  /** Start of `since`, and whether nothing can have happened before it. */
  sinceStart: number;
  sinceExact: boolean;
  /** Start of `tenure`; may be before the log. */
  tenureStart: number;
  tenureExact: boolean;
  /** Whether it began by a join in the log or at a roster's date. */
  joined: boolean;
}

export interface People {
  persons: Person[];
  /** By person, then in time order. */
  memberships: Membership[];
  /** Starts and ends of all memberships, both sorted, so that a head count is a difference of two ranks. */
  starts: Float64Array;
  ends: Float64Array;
  /** Whether the roster makes somebody a member before the first event. */
  rosterBeforeEvents: boolean;
  /** First appearances of people who were already there: their first event is not a join, and no list says when they came. */
  foundThere: { person: number; at: number }[];
  /** Of every event: index into ROLES; NO_ROLE if unknown. */
  roles: Uint8Array;
  /** Start of `age` if the log shows it: a founding, or the first join into an empty room. */
  founded: number | null;
}

/** What is known of people outside the log. */
export interface PeopleInput {
  log: GroupLog;
  info: Pick<LogInfo, 'roles' | 'shows' | 'complete'>;
  roster: readonly RosterEntry[];
  declared: readonly RoleDefinition[];
}

/**
 * @param beginning first instant of the log's view
 * @param startOfDay gives the first instant of an instant's local day
 */
export function findPeople(input: PeopleInput, beginning: number, startOfDay: (instant: number) => number): People {
  const { log, info } = input;
  const { persons, entries, roles } = gatherPersons(input);
  const memberships = readMemberships(log, persons, entries, beginning, info.complete);
  const first = log.ts[0] ?? Number.POSITIVE_INFINITY;
  return {
    persons,
    memberships,
    starts: Float64Array.from(memberships, (membership) => membership.start).sort(),
    ends: Float64Array.from(memberships, (membership) => membership.end).sort(),
    rosterBeforeEvents: memberships.some((membership) => membership.start < first),
    foundThere: info.complete ? [] : firstSights(log, persons, entries, beginning),
    roles,
    founded: log.founded ?? firstJoin(input, persons, entries, startOfDay),
  };
}

/**
 * The log's first event if it is a join into an empty room: everybody first appears by a join, and no list has anybody before. Else null.
 */
function firstJoin(
  { log, info }: PeopleInput,
  persons: readonly Person[],
  entries: readonly (RosterEntry | null)[],
  startOfDay: (instant: number) => number,
): number | null {
  const [first] = log.ts;
  if (first === undefined || log.kind[0] !== JOIN || !(info.complete || info.shows.includes('join'))) return null;
  const seen = new Uint8Array(persons.length);
  for (let event = 0; event < log.length; event += 1) {
    const who = log.member[event] as number;
    if (who === NONE || seen[who] === 1) continue;
    seen[who] = 1;
    if (log.kind[event] !== JOIN && persons[who]?.bot !== true) return null;
  }
  const wasThere = entries.some((entry, who) => {
    if (entry === null || persons[who]?.bot === true) return false;
    return entry.joined === null ? seen[who] === 0 : entry.joined < startOfDay(first);
  });
  return wasThere ? null : first;
}

function gatherPersons(input: PeopleInput): {
  persons: Person[];
  entries: (RosterEntry | null)[];
  roles: Uint8Array;
} {
  const { log, roster } = input;
  const named = log.members.map(({ id, name }) => ({ id, name }));
  const numbers = new Map(named.map((person, i) => [person.id, i]));
  const entries: (RosterEntry | null)[] = named.map(() => null);
  for (const entry of roster) {
    const number = numbers.get(entry.member) ?? named.length;
    if (number === named.length) {
      numbers.set(entry.member, number);
      named.push({ id: entry.member, name: null });
      entries.push(null);
    }
    const person = named[number];
    if (person === undefined || entries[number] !== null) continue;
    entries[number] = entry;
    person.name ??= entry.name;
  }
  const { standings, ofEvents } = rolesOf({ ...input, persons: named, entries });
  const persons = named.flatMap((person, i): Person[] => {
    const standing = standings[i];
    return standing === undefined ? [] : [{ ...person, ...standing }];
  });
  return { persons, entries, roles: ofEvents };
}

function readMemberships(
  log: GroupLog,
  persons: readonly Person[],
  entries: readonly (RosterEntry | null)[],
  beginning: number,
  complete: boolean,
): Membership[] {
  const running: (Membership | null)[] = persons.map(() => null);
  const seen = new Uint8Array(persons.length);
  const found: Membership[][] = persons.map(() => []);
  const begin = (membership: Membership): void => {
    running[membership.person] = membership;
    found[membership.person]?.push(membership);
  };

  for (let event = 0; event < log.length; event += 1) {
    const who = log.member[event] as number;
    if (who === NONE || persons[who]?.bot === true) continue;
    const kind = log.kind[event] as number;
    const at = log.ts[event] as number;
    if (seen[who] === 0) {
      seen[who] = 1;
      const known = kind === JOIN ? null : rosterMembership(who, entries[who] ?? null, beginning, complete, at);
      if (known !== null) begin(known);
    }
    const current = running[who] ?? null;
    if (kind === LEAVE) {
      if (current !== null) current.end = at;
      running[who] = null;
      continue;
    }
    if (current !== null) continue;
    const exact = complete || kind === JOIN;
    begin(membershipAt(who, at, exact, kind === JOIN));
  }
  persons.forEach((person, who) => {
    if (person.bot || seen[who] === 1) return;
    const known = rosterMembership(who, entries[who] ?? null, beginning, complete, Number.POSITIVE_INFINITY);
    if (known !== null) begin(known);
  });
  return found.flat();
}

function firstSights(
  log: GroupLog,
  persons: readonly Person[],
  entries: readonly (RosterEntry | null)[],
  beginning: number,
): People['foundThere'] {
  const found: People['foundThere'] = [];
  const seen = new Uint8Array(persons.length);
  for (let event = 0; event < log.length; event += 1) {
    const who = log.member[event] as number;
    if (who === NONE || seen[who] === 1) continue;
    seen[who] = 1;
    const at = log.ts[event] as number;
    if (log.kind[event] === JOIN || persons[who]?.bot === true) continue;
    const known = rosterMembership(who, entries[who] ?? null, beginning, false, at);
    if (known === null || known.start >= at) found.push({ person: who, at });
  }
  return found;
}

function membershipAt(person: number, start: number, exact: boolean, joined: boolean): Membership {
  return {
    person,
    start,
    end: Number.POSITIVE_INFINITY,
    sinceStart: start,
    sinceExact: exact,
    tenureStart: start,
    tenureExact: exact,
    joined,
  };
}

/** The roster's start for somebody whose first event is not a join; null if that event counts instead. */
function rosterMembership(
  person: number,
  entry: RosterEntry | null,
  beginning: number,
  complete: boolean,
  firstEvent: number,
): Membership | null {
  if (entry === null) return null;
  const { joined } = entry;
  // A sidecar's coverage may begin after somebody's first event.
  const there = Math.min(beginning, firstEvent);
  if (joined === null) return membershipAt(person, there, complete, false);
  if (joined >= beginning) return joined < firstEvent ? membershipAt(person, joined, true, true) : null;
  const known = membershipAt(person, there, complete, false);
  return { ...known, sinceStart: complete ? joined : there, tenureStart: joined, tenureExact: true };
}

/** Member count at an instant; starts at it are included, ends are not. */
export function headCount(people: People, instant: number): number {
  return countUpTo(people.starts, instant) - countUpTo(people.ends, instant);
}

/** How many values of a sorted array are at or below `limit`. */
export function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
