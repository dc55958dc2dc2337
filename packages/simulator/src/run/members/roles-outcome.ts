/** Roles and roster in an Outcome. */
import { NO_ROLE } from '@steward/events';
import type { KnownRole, RolesOutcome, RosterOutcome } from '../../outcome/roles.ts';
import type { GroupStore } from '../store.ts';
import type { Person } from './memberships.ts';

const EXAMPLES = 10;

export function rolesOutcome(store: GroupStore): RolesOutcome {
  const { people, declared, roster, log } = store;
  const called = new Set(people.persons.flatMap(({ id, name }) => (name === null ? [id] : [id, name])));
  return {
    people: people.persons.flatMap(knownRole).sort((a, b) => byUnits(a.member, b.member)),
    unknown: people.roles.reduce((count, role) => count + (role === NO_ROLE ? 1 : 0), 0),
    absent: declared.flatMap(({ name, members }) =>
      members.filter((text) => !called.has(text)).map((member) => ({ role: name, member })),
    ),
    roster:
      roster.length === 0
        ? null
        : rosterOutcome(people.persons, log.members.length, new Set(roster.map(({ member }) => member))),
  };
}

function knownRole({ id, name, role, bot, source, declared }: Person): KnownRole[] {
  // A bot is one by any event or list, even if the last event says otherwise.
  if (bot && role !== 'bot') return [{ member: id, name, role: 'bot', from: 'log', declared: null }];
  if (role === null || role === 'member' || source === null) return [];
  return [{ member: id, name, role, from: source, declared }];
}

/** @param speaking how many people have events; they come first */
function rosterOutcome(persons: readonly Person[], speaking: number, listed: ReadonlySet<string>): RosterOutcome {
  const silent = persons.slice(speaking).map(({ id }) => id);
  const unlisted = persons.slice(0, speaking).flatMap(({ id, bot }) => (bot || listed.has(id) ? [] : [id]));
  return { people: listed.size, silent: namedPeople(silent), unlisted: namedPeople(unlisted) };
}

function namedPeople(ids: string[]): RosterOutcome['silent'] {
  return { count: ids.length, examples: ids.sort(byUnits).slice(0, EXAMPLES) };
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
