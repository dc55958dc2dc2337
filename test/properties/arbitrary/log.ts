/** Logs of a few members over a few days in one or more groups, with every property an event can have. */
import { type RosterEntry, SIGNALS, type Signal } from '@steward/events';
import fc from 'fast-check';
import { groupRows, type RowShape } from '../../oracle/log-builder.ts';
import type { GroupRows, RowLog } from '../../oracle/rows.ts';
import { LABELS, MEDIA_USED, MEMBER_NAMES, MEMBERS, STRANGERS, TEXTS } from './names.ts';
import { type Stretch, settle, type Timing, timing } from './time.ts';

const kind: fc.Arbitrary<Signal> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Signal>('message') },
  { weight: 6, arbitrary: fc.constant<Signal>('complaint') },
  { weight: 6, arbitrary: fc.constantFrom<Signal[]>('join', 'leave', 'reaction') },
  { weight: 4, arbitrary: fc.constantFrom<Signal[]>('campaign', 'resolve') },
  {
    weight: 7,
    arbitrary: fc.constantFrom<Signal[]>('recall', 'read', 'click', 'share', 'checkin', 'participation', 'purchase'),
  },
);

function sometimes<T>(arbitrary: fc.Arbitrary<T>, absent: number, present: number): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: absent, arbitrary: fc.constant(null) }, { weight: present, arbitrary });
}

/** One event, or a burst of similar ones. */
interface EventPlan {
  timing: Timing;
  kind: Signal;
  /** Index into MEMBERS, taken modulo the group's size; null: the system. */
  member: number | null;
  said: Pick<RowShape, 'media' | 'category' | 'about' | 'amount' | 'text'>;
  /** A name, or how many events back the named message is. */
  target: string | number | null;
  /** How an event names a risk or campaign; nothing past the end of the list. */
  naming: number;
  repeat: { times: number; minutes: number };
}

const eventPlan: fc.Arbitrary<EventPlan> = fc.record({
  timing,
  kind,
  member: sometimes(fc.nat(7), 1, 12),
  said: fc.record({
    media: sometimes(fc.constantFrom(...MEDIA_USED, 'unknown' as const), 1, 2),
    category: sometimes(fc.constantFrom(...LABELS), 4, 1),
    about: sometimes(fc.constantFrom(...LABELS, 'R1', '风险一', 'R2', 'C2', '活动一'), 2, 3),
    amount: sometimes(fc.constantFrom(0, 2_500, 10_000, 12_500, 33_333, -5_000, 90_000_000_001), 3, 2),
    text: sometimes(fc.constantFrom(...TEXTS), 1, 3),
  }),
  target: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.nat(6) },
    { weight: 3, arbitrary: fc.constantFrom('m1', 'm2', 'Ann-A', 'Bo', '小美', 'R1', 'R3', 'C1', 'C2', 'nobody') },
  ),
  naming: fc.nat(6),
  repeat: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ times: 1, minutes: 0 }) },
    {
      weight: 2,
      arbitrary: fc.record({ times: fc.integer({ min: 2, max: 5 }), minutes: fc.constantFrom(0, 1, 30, 60) }),
    },
  ),
});

const MOST_ROWS = 80;
const MICROS_PER_DAY = 86_400_000_000;

const NAMED: Partial<Record<Signal, readonly string[]>> = {
  resolve: ['R1', '风险一', 'R2', '风险三'],
  campaign: ['C1', '活动一', 'C2'],
};

export interface GroupPlan {
  name: string | null;
  size: number;
  events: EventPlan[];
  /** Index into MEMBERS of a member who turns out to be a bot. */
  bot: number | null;
  staff: number;
  /** Days by which the files begin before the group's first event; negative: they claim to begin after it. */
  lead: number;
  /** Whether everybody joins before anything else happens. */
  opening: boolean;
  /** Days before the first event at which the log says the group was founded; null if it does not. */
  founded: number | null;
}

const groupPlan: fc.Arbitrary<GroupPlan> = fc.record({
  name: sometimes(fc.constantFrom('VIP one', 'club', 'vip-x'), 1, 1),
  size: fc.integer({ min: 1, max: 8 }),
  events: fc.oneof(
    { weight: 1, arbitrary: fc.constant<EventPlan[]>([]) },
    { weight: 12, arbitrary: fc.array(eventPlan, { minLength: 1, maxLength: 6 }) },
    { weight: 24, arbitrary: fc.array(eventPlan, { minLength: 8, maxLength: 60, size: 'max' }) },
  ),
  bot: sometimes(fc.nat(7), 5, 1),
  staff: fc.nat(7),
  lead: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 3, 3, 10, 10, 40, 40, -2),
  opening: fc.constantFrom(false, false, false, false, true),
  founded: sometimes(fc.constantFrom(0, 0, 1, 5, -1), 4, 1),
});

/** What the log leaves unknown: roles and message media. */
interface Silence {
  /** `none`: no event has a role; `bots`: only events of bots do; `some`: only events of staff and bots do. */
  roles: 'said' | 'some' | 'bots' | 'none';
  /** Whether some messages have an unknown form. */
  media: boolean;
}

/** @param file index of the file that contains the group's events */
function rowsOf(plan: GroupPlan, group: string, when: Stretch, file: number, silence: Silence): GroupRows {
  const settled: number[] = [];
  const shapes: RowShape[] = [];
  for (const event of plan.events) {
    const start = settle(event.timing, when, settled);
    for (let time = 0; time < event.repeat.times && shapes.length < MOST_ROWS; time += 1) {
      const at = settle({ kind: 'tie', back: 0 }, when, [start + time * event.repeat.minutes * 60_000_000]);
      settled.push(at);
      shapes.push(rowShape(plan, event, at, shapes.length, file, silence));
    }
  }
  const first = Math.min(...settled);
  const joins = plan.opening && shapes.length > 0 ? joinsBefore(first, plan.size, file) : [];
  const rows = [...joins, ...shapes];
  const founded =
    plan.founded === null || shapes.length === 0
      ? null
      : (joins.length > 0 ? first - plan.size : first) - plan.founded * MICROS_PER_DAY;
  const built = groupRows({ group, groupName: plan.name, founded, names: MEMBER_NAMES, rows });
  const quiet = when.days[0]?.from ?? 0;
  const { from, to } = shapes.length === 0 ? { from: quiet, to: quiet } : built.covers;
  return { ...built, covers: { from: from - plan.lead * MICROS_PER_DAY, to } };
}

function joinsBefore(first: number, size: number, file: number): RowShape[] {
  return MEMBERS.slice(0, size).map((member, index) => ({ at: first - (size - index), kind: 'join', member, file }));
}

function rowShape(
  plan: GroupPlan,
  event: EventPlan,
  at: number,
  index: number,
  file: number,
  silence: Silence,
): RowShape {
  const member = event.member === null ? null : (MEMBERS[event.member % plan.size] ?? null);
  const target = typeof event.target === 'number' ? `e${Math.max(0, index - event.target)}` : event.target;
  const named = NAMED[event.kind]?.[event.naming];
  const about = named ?? event.said.about ?? null;
  return {
    at,
    kind: event.kind,
    member,
    ...event.said,
    media: event.said.media === 'unknown' && !silence.media ? 'other' : (event.said.media ?? null),
    about,
    target,
    id: index === 4 ? 'm2' : `e${index}`,
    role: saidRole(roleOf(plan, member, index), silence),
    file,
  };
}

function saidRole(role: 'bot' | 'staff' | 'member', { roles }: Silence): 'bot' | 'staff' | 'member' | null {
  if (roles === 'none' || (roles === 'bots' && role !== 'bot')) return null;
  return roles === 'some' && role === 'member' ? null : role;
}

function roleOf(plan: GroupPlan, member: string | null, index: number): 'bot' | 'staff' | 'member' {
  if (member === null) return 'member';
  if (plan.bot !== null && member === MEMBERS[plan.bot] && index % 3 === 0) return 'bot';
  return member === MEMBERS[plan.staff] && index % 2 === 0 ? 'staff' : 'member';
}

export interface LogPlan {
  groups: GroupPlan[];
  /** What the log claims to show: everything, what occurs, or this list. */
  shows: 'all' | 'occurring' | Signal[];
  complete: boolean;
  /** Days by which the log outlasts its last event; negative: it claims to end before it. */
  tail: number;
  silence: Silence;
}

export const logPlan: fc.Arbitrary<LogPlan> = fc.record({
  groups: fc.oneof(
    { weight: 2, arbitrary: fc.array(groupPlan, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(groupPlan, { minLength: 2, maxLength: 3 }) },
  ),
  shows: fc.oneof(
    { weight: 5, arbitrary: fc.constant('all' as const) },
    { weight: 3, arbitrary: fc.constant('occurring' as const) },
    { weight: 2, arbitrary: fc.subarray([...SIGNALS], { minLength: 6 }) },
  ),
  complete: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  tail: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 4, 4, -1),
  silence: fc.record({
    roles: fc.constantFrom<Silence['roles'][]>('said', 'said', 'said', 'some', 'bots', 'none', 'none'),
    media: fc.constantFrom(false, false, true),
  }),
});

const GROUP_IDS = ['vip-1', 'other', 'vip-2'] as const;

export function logOfPlan(plan: LogPlan, when: Stretch): RowLog {
  const groups = plan.groups.map((group, index) =>
    rowsOf(group, GROUP_IDS[index] ?? 'vip-9', when, index, plan.silence),
  );
  const said = groups.flatMap(({ rows }) => rows.map(({ role }) => role));
  const to = Math.max(...groups.map((group) => group.covers.to)) + plan.tail * MICROS_PER_DAY;
  return {
    files: groups.map((group) => `${group.group}.jsonl`),
    shows: showsOf(plan, groups),
    roles: said.some((role) => role !== null && role !== 'bot'),
    complete: plan.complete,
    groups: groups.map((group) => ({ ...group, covers: { from: Math.min(group.covers.from, to), to } })),
  };
}

/** A complete log shows every signal, whatever its events. */
function showsOf(plan: LogPlan, groups: readonly GroupRows[]): Signal[] {
  if (plan.shows === 'all' || plan.complete) return [...SIGNALS];
  if (plan.shows !== 'occurring') return plan.shows;
  const occurring = new Set(groups.flatMap((group) => group.rows).map((row) => row.kind));
  return SIGNALS.filter((signal) => occurring.has(signal));
}

export interface RosterPlan {
  member: string;
  named: boolean;
  role: RosterEntry['role'];
  /** Days after the first day, and minutes; null: not given. */
  joined: { day: number; minutes: number } | null;
}

export const rosterPlan: fc.Arbitrary<RosterPlan[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<RosterPlan[]>([]) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(
      fc.record({
        member: fc.constantFrom(...MEMBERS, ...STRANGERS),
        named: fc.boolean(),
        role: fc.constantFrom(null, null, null, 'member' as const, 'staff' as const, 'bot' as const),
        joined: sometimes(
          fc.record({ day: fc.integer({ min: -40, max: 8 }), minutes: fc.constantFrom(0, 0, 600) }),
          1,
          2,
        ),
      }),
      { selector: (entry) => entry.member, minLength: 1, maxLength: 5 },
    ),
  },
);

export function rosterOf(plan: readonly RosterPlan[], { calendar, days }: Stretch): RosterEntry[] {
  const first = days[0]?.number ?? 0;
  return plan.map(({ member, named, role, joined }) => ({
    member,
    name: named ? `${member} of the list` : null,
    role,
    joined: joined === null ? null : calendar.day(first + joined.day).from + joined.minutes * 60_000_000,
  }));
}
