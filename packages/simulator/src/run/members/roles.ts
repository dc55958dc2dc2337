/**
 * Who is owner, staff or bot of a group: by the log's events, else the roster, else the roles that the rules declare
 * (`SEMANTICS.md`, "Roles").
 */
import { type GroupLog, type LogInfo, NO_ROLE, NONE, ROLES, type Role, type RosterEntry } from '@steward/events';
import type { RoleDefinition } from '@steward/policy';

const MEMBER = ROLES.indexOf('member');
const BOT = ROLES.indexOf('bot');

/** Where a role came from. */
export type RoleSource = 'log' | 'roster' | 'declared';

/** What is known of a person outside the log. */
interface Listed {
  role: Role;
  source: RoleSource;
  /** Name of the declared role. */
  declared: string | null;
}

/** A declared role and its precedence: the strongest first. */
interface Ranked {
  rank: number;
  listed: Listed;
}

/** A person's role data. */
export interface Standing {
  /** null: unknown. */
  role: Role | null;
  /** null: on no list, so an ordinary member or unknown. */
  source: RoleSource | null;
  declared: string | null;
  bot: boolean;
}

export interface Roles {
  /** By person. */
  standings: Standing[];
  /** Of every event: index into ROLES; NO_ROLE if unknown. */
  ofEvents: Uint8Array;
}

export interface RoleInput {
  log: GroupLog;
  info: Pick<LogInfo, 'roles' | 'complete'>;
  /** The log's people first, by number. */
  persons: readonly { id: string; name: string | null }[];
  /** By person: the roster's entry. */
  entries: readonly (RosterEntry | null)[];
  roster: readonly RosterEntry[];
  declared: readonly RoleDefinition[];
}

/** If a person has several declared roles, the first counts. */
const STRONGEST: readonly Role[] = ['bot', 'owner', 'staff', 'member'];

export function rolesOf(input: RoleInput): Roles {
  const { log, info, persons, entries, roster, declared } = input;
  const byText = declaredByText(declared);
  const listed = persons.map((person, who) => listedAs(person, entries[who] ?? null, byText));
  const othersAreMembers = info.complete || info.roles;
  const namesSomebody =
    roster.some(({ role }) => role !== null && role !== 'bot') ||
    declared.some(({ standing, members }) => standing !== 'bot' && members.length > 0);
  const unlisted = othersAreMembers || namesSomebody ? MEMBER : NO_ROLE;
  /** For events without a member. */
  const unsigned = othersAreMembers ? MEMBER : NO_ROLE;

  const ofEvents = log.role.slice();
  /** By person: the role of the last event, and whether the event itself gives it. */
  const last = new Uint8Array(persons.length).fill(unlisted);
  const said = new Uint8Array(persons.length);
  const bots = new Uint8Array(persons.length);
  listed.forEach((entry, who) => {
    if (entry !== null) last[who] = ROLES.indexOf(entry.role);
    if (entry?.role === 'bot' || entries[who]?.role === 'bot') bots[who] = 1;
  });
  for (let event = 0; event < log.length; event += 1) {
    const who = log.member[event] as number;
    const own = log.role[event] as number;
    if (own === BOT && who !== NONE) bots[who] = 1;
    if (own === NO_ROLE) ofEvents[event] = who === NONE ? unsigned : unsaid(listed[who] ?? null, unlisted);
    if (who === NONE) continue;
    last[who] = ofEvents[event] as number;
    said[who] = own === NO_ROLE ? 0 : 1;
  }
  return { standings: listed.map(standingOf), ofEvents };

  function standingOf(entry: Listed | null, who: number): Standing {
    const bot = bots[who] === 1;
    if (entry?.source === 'roster') return { ...entry, bot };
    const role = ROLES[last[who] as number] ?? null;
    if (said[who] === 1) return { role, source: 'log', declared: null, bot };
    return { role, source: entry?.source ?? null, declared: entry?.declared ?? null, bot };
  }
}

/** The role of an event that gives none. */
function unsaid(entry: Listed | null, unlisted: number): number {
  return entry === null ? unlisted : ROLES.indexOf(entry.role);
}

/** The declared role of each id and name: the strongest one, and the first of equals. */
function declaredByText(declared: readonly RoleDefinition[]): Map<string, Ranked> {
  const byText = new Map<string, Ranked>();
  const strongest = declared
    .map((role, place) => ({ role, place }))
    .sort((a, b) => STRONGEST.indexOf(a.role.standing) - STRONGEST.indexOf(b.role.standing) || a.place - b.place);
  for (const [rank, { role }] of strongest.entries()) {
    const { name, standing, members } = role;
    for (const text of members) {
      if (byText.has(text)) continue;
      byText.set(text, { rank, listed: { role: standing, source: 'declared', declared: name } });
    }
  }
  return byText;
}

/** By id or last known name; everybody with that name. */
function listedAs(
  person: { id: string; name: string | null },
  entry: RosterEntry | null,
  byText: ReadonlyMap<string, Ranked>,
): Listed | null {
  if (entry !== null && entry.role !== null) return { role: entry.role, source: 'roster', declared: null };
  const byId = byText.get(person.id);
  const byName = person.name === null ? undefined : byText.get(person.name);
  if (byId === undefined || byName === undefined) return (byId ?? byName)?.listed ?? null;
  return (byName.rank < byId.rank ? byName : byId).listed;
}
