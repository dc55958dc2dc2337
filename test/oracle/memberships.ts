/** Who is a member when. */
import type { RosterEntry } from '@steward/events';
import type { GroupRows, Row } from './rows.ts';

export interface Membership {
  member: string;
  from: number;
  /** The instant of leaving, exclusive; Infinity while it lasts. */
  until: number;
  /** Whether `from` is a join or a roster's date. */
  joined: boolean;
  /** Start of tenure; a roster's date may be before the log. */
  tenure: { from: number; exact: boolean };
  /** Start of `since` if it sees no event. */
  since: { from: number; exact: boolean };
}

export interface MembershipSetting {
  /** Start of the local day of `covers.from`. */
  beginning: number;
  complete: boolean;
  isBot(member: string): boolean;
}

/** @returns memberships by member, each member's in time order; bots have none. */
export function membershipsOf(
  log: GroupRows,
  roster: readonly RosterEntry[],
  setting: MembershipSetting,
): Map<string, Membership[]> {
  const ids = new Set([...log.members.map((member) => member.id), ...roster.map((entry) => entry.member)]);
  const people = [...ids].filter((id) => !setting.isBot(id));
  return new Map(
    people.map((id) => {
      const rows = log.rows.filter((row) => row.member === id);
      const entry = roster.find((candidate) => candidate.member === id);
      return [id, membershipsOfOne(id, rows, entry, setting)];
    }),
  );
}

function membershipsOfOne(
  member: string,
  rows: readonly Row[],
  entry: RosterEntry | undefined,
  setting: MembershipSetting,
): Membership[] {
  const found: Membership[] = [];
  const listed = entry === undefined ? null : fromRoster(member, rows, entry, setting);
  if (listed !== null) found.push(listed);
  for (const row of rows) {
    const last = found.at(-1);
    const running = last !== undefined && last.until === Infinity;
    if (row.kind === 'leave') {
      if (running) last.until = row.ts;
    } else if (!running) {
      found.push(fromRow(member, row, setting));
    }
  }
  return found;
}

function fromRow(member: string, row: Row, setting: MembershipSetting): Membership {
  const joined = row.kind === 'join';
  const start = { from: row.ts, exact: joined || setting.complete };
  return { member, from: row.ts, until: Infinity, joined, tenure: start, since: start };
}

function fromRoster(
  member: string,
  rows: readonly Row[],
  entry: RosterEntry,
  setting: MembershipSetting,
): Membership | null {
  const { complete } = setting;
  const [first] = rows;
  if (first?.kind === 'join') return null;
  const beginning = Math.min(setting.beginning, first?.ts ?? Infinity);
  const date = entry.joined;
  if (date === null) {
    const start = { from: beginning, exact: complete };
    return { member, from: beginning, until: Infinity, joined: false, tenure: start, since: start };
  }
  const tenure = { from: date, exact: true };
  if (date < setting.beginning) {
    const since = complete ? tenure : { from: beginning, exact: false };
    return { member, from: beginning, until: Infinity, joined: false, tenure, since };
  }
  if (first !== undefined && first.ts <= date) return null;
  return { member, from: date, until: Infinity, joined: true, tenure, since: tenure };
}

/** The current membership at the instant, after all its events. */
export function runningAt(memberships: readonly Membership[], instant: number): Membership | null {
  return memberships.find((membership) => membership.from <= instant && instant < membership.until) ?? null;
}
