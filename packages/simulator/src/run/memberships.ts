/** Who is a member when: from joins, leaves, first sights and the roster (`SEMANTICS.md`, "Members"). */

import { type GroupLog, NONE, ROLES, type Role, type RosterEntry, SIGNALS } from '@steward/events';

const JOIN = SIGNALS.indexOf('join');
const LEAVE = SIGNALS.indexOf('leave');
const BOT = ROLES.indexOf('bot');

export interface Person {
  id: string;
  /** Last known name: the log's, else the roster's. */
  name: string | null;
  role: Role;
  bot: boolean;
}

export interface Membership {
  /** Index into {@link People.persons}; the log's members come first, by their numbers. */
  person: number;
  /** First instant as a member. */
  start: number;
  /** First instant no longer a member; Infinity while it runs. */
  end: number;
  /** Where `since` starts, and whether nothing can have happened before. */
  sinceStart: number;
  sinceExact: boolean;
  /** Where `tenure` starts: may lie before the log. */
  tenureStart: number;
  tenureExact: boolean;
  /** Began by a join in the log or at a roster's date. */
  joined: boolean;
}

export interface People {
  persons: Person[];
  /** By person, then in time order. */
  memberships: Membership[];
  /** Starts and ends of all memberships, each sorted: a head count is a difference of two ranks. */
  starts: Float64Array;
  ends: Float64Array;
  /** Somebody is a member before the first event because the roster says so. */
  rosterBeforeEvents: boolean;
}

/** @param beginning first instant of the log's view. */
export function findPeople(
  log: GroupLog,
  roster: readonly RosterEntry[],
  beginning: number,
  complete: boolean,
): People {
  const { persons, entries } = gatherPersons(log, roster);
  const memberships = readMemberships(log, persons, entries, beginning, complete);
  const first = log.ts[0] ?? Number.POSITIVE_INFINITY;
  return {
    persons,
    memberships,
    starts: Float64Array.from(memberships, (membership) => membership.start).sort(),
    ends: Float64Array.from(memberships, (membership) => membership.end).sort(),
    rosterBeforeEvents: memberships.some((membership) => membership.start < first),
  };
}

function gatherPersons(log: GroupLog, roster: readonly RosterEntry[]) {
  const last = lastRoles(log);
  const persons: Person[] = log.members.map(({ id, name }, i) => ({
    id,
    name,
    role: ROLES[last.role[i] ?? 0] ?? 'member',
    bot: last.bot[i] === 1,
  }));
  const numbers = new Map(persons.map((person, i) => [person.id, i]));
  const entries: (RosterEntry | null)[] = persons.map(() => null);
  for (const entry of roster) {
    let number = numbers.get(entry.member);
    if (number === undefined) {
      number = persons.length;
      numbers.set(entry.member, number);
      persons.push({ id: entry.member, name: null, role: 'member', bot: false });
      entries.push(null);
    }
    const person = persons[number];
    if (person === undefined) continue;
    if (entry.role === 'bot') person.bot = true;
    if (entries[number] !== null) continue;
    entries[number] = entry;
    person.name ??= entry.name;
    person.role = entry.role ?? person.role;
  }
  return { persons, entries };
}

function lastRoles(log: GroupLog): { role: Uint8Array; bot: Uint8Array } {
  const role = new Uint8Array(log.members.length);
  const bot = new Uint8Array(log.members.length);
  for (let event = 0; event < log.length; event += 1) {
    const who = log.member[event] as number;
    if (who === NONE) continue;
    role[who] = log.role[event] as number;
    if (log.role[event] === BOT) bot[who] = 1;
  }
  return { role, bot };
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
      const entry = entries[who] ?? null;
      if (entry !== null && kind !== JOIN) {
        const known = rosterMembership(who, entry, beginning, complete, at);
        if (known !== null) begin(known);
      }
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
    const entry = entries[who] ?? null;
    if (person.bot || entry === null || seen[who] === 1) return;
    const known = rosterMembership(who, entry, beginning, complete, Number.POSITIVE_INFINITY);
    if (known !== null) begin(known);
  });
  return found.flat();
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

/** What a roster says of somebody whose first event is no join; null where that event is what counts. */
function rosterMembership(
  person: number,
  entry: RosterEntry,
  beginning: number,
  complete: boolean,
  firstEvent: number,
): Membership | null {
  const { joined } = entry;
  // What a sidecar says it covers may begin after somebody's first event.
  const there = Math.min(beginning, firstEvent);
  if (joined === null) return membershipAt(person, there, complete, false);
  if (joined >= beginning) return joined < firstEvent ? membershipAt(person, joined, true, true) : null;
  const known = membershipAt(person, there, complete, false);
  return { ...known, sinceStart: complete ? joined : there, tenureStart: joined, tenureExact: true };
}

/** Members at an instant: who starts then is one, who ends then is none. */
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
