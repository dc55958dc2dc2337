/** Who is owner, staff, bot or member, by each event, the roster, and declared roles. */
import { ROLES, type Role, type RosterEntry } from '@steward/events';
import type { RoleDefinition } from '@steward/policy';
import type { GroupRows, Row } from './rows.ts';

export interface RoleSetting {
  log: GroupRows;
  roster: readonly RosterEntry[];
  declared: readonly RoleDefinition[];
  /** Last known names by member id. */
  names: ReadonlyMap<string, string>;
  /** Whether the log says that anybody is a member, staff or an owner. */
  roles: boolean;
  complete: boolean;
}

export interface Roles {
  /** By row; null if unknown. */
  ofRow(row: Row): Role | null;
  /** Of a person: the roster's role, else that of the last row. */
  ofMember(member: string): { role: Role | null; from: 'log' | 'roster' | 'declared' | null; declared: string | null };
  isBot(member: string): boolean;
}

interface Listed {
  role: Role;
  from: 'roster' | 'declared';
  declared: string | null;
}

const STRONGEST: readonly Role[] = ['bot', 'owner', 'staff', 'member'];

export function rolesOf(setting: RoleSetting): Roles {
  const { log, roster, declared, roles, complete } = setting;
  const listsNameSomebody =
    roster.some((entry) => entry.role !== null && entry.role !== 'bot') ||
    declared.some((role) => role.standing !== 'bot' && role.members.length > 0);

  const listed = (member: string): Listed | null => onRoster(setting, member) ?? inRules(setting, member);
  const unsaid = (member: string | null): Role | null => {
    if (member === null) return complete || roles ? 'member' : null;
    const standing = listed(member);
    if (standing !== null) return standing.role;
    return complete || roles || listsNameSomebody ? 'member' : null;
  };
  const ofRow = (row: Row): Role | null => row.role ?? unsaid(row.member);

  return {
    ofRow,
    ofMember(member) {
      const standing = listed(member);
      if (standing?.from === 'roster') return standing;
      const last = log.rows.findLast((row) => row.member === member);
      if (last !== undefined && last.role !== null) return { role: last.role, from: 'log', declared: null };
      return standing ?? { role: unsaid(member), from: null, declared: null };
    },
    isBot(member) {
      return listed(member)?.role === 'bot' || log.rows.some((row) => row.member === member && row.role === 'bot');
    },
  };
}

function onRoster({ roster }: RoleSetting, member: string): Listed | null {
  const role = roster.find((entry) => entry.member === member)?.role ?? null;
  return role === null ? null : { role, from: 'roster', declared: null };
}

/** The strongest of several declared roles, and the first among equals. */
function inRules({ declared, names }: RoleSetting, member: string): Listed | null {
  const called = [member, names.get(member)];
  const own = declared.filter((role) => role.members.some((text) => called.includes(text)));
  const [first] = STRONGEST.flatMap((standing) => own.filter((role) => role.standing === standing));
  return first === undefined ? null : { role: first.standing, from: 'declared', declared: first.name };
}

/** The possible roles of a row. */
export function couldBe(role: Role | null): readonly Role[] {
  return role === null ? ROLES : [role];
}
