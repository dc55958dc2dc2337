/** Tiers: who is in which at the end of every day. */
import type { Tier } from '@steward/policy';
import type { MemberHistory, TierOrNone, TierOutcome } from '@steward/simulator';
import type { Duration } from '@steward/time';
import type { Day } from './calendar.ts';
import { testCondition } from './conditions.ts';
import { durationDays, durationMicros } from './durations.ts';
import { missingSignals, reasonOf, UnknownCount } from './reasons.ts';
import type { Truth } from './truth.ts';
import type { Moment } from './windows.ts';
import { membersAt, type World } from './world.ts';

/** The state of one member at the end of one day. */
interface Standing {
  state: TierOrNone;
  /** Held by grace. */
  grace: boolean;
  /** Tiers that were tried and unknown. */
  unknown: string[];
}

export interface TiersResult {
  tiers: TierOutcome[];
  untiered: { members: number; byDay: number[] };
  transitions: { from: TierOrNone; to: TierOrNone; count: number }[];
  histories: MemberHistory[];
  /** For actions: who entered which tier at the end of which day, in order. */
  entries: { tier: Tier; day: Day; member: string }[];
}

const OUTSIDE: Standing = { state: { kind: 'outside' }, grace: false, unknown: [] };

export function runTiers(world: World): TiersResult {
  const { tiers } = world.group;
  const counts = new Map(tiers.map((tier) => [tier.name, new UnknownCount()]));
  const standings = standingsOf(world, counts);
  const moves = movesOf(world, standings);
  return {
    tiers: tiers.map((tier) => tierOutcome(world, tier, standings, moves, counts.get(tier.name))),
    untiered: countsByDay(world, standings, (standing) => standing.state.kind === 'none'),
    transitions: transitionsOf(tiers, moves),
    histories: historiesOf(world, standings),
    entries: moves.flatMap((move) => {
      const tier = tiers.find((candidate) => isTier(move.to, candidate));
      return tier === undefined ? [] : [{ tier, day: move.day, member: move.member }];
    }),
  };
}

/** By member, one standing per day. */
type Standings = ReadonlyMap<string, readonly Standing[]>;

function standingsOf(world: World, counts: ReadonlyMap<string, UnknownCount>): Standings {
  const standings = new Map([...world.memberships.keys()].sort().map((id): [string, Standing[]] => [id, []]));
  /** By member and tier: the last day on which the condition was true and won. */
  const won = new Map<string, Day>();
  for (const day of world.days) {
    const present = new Set(membersAt(world, day.last));
    for (const [member, history] of standings) {
      history.push(present.has(member) ? standOn(world, day, member, history.at(-1) ?? OUTSIDE, won, counts) : OUTSIDE);
    }
  }
  return standings;
}

function standOn(
  world: World,
  day: Day,
  member: string,
  before: Standing,
  won: Map<string, Day>,
  counts: ReadonlyMap<string, UnknownCount>,
): Standing {
  const moment = momentOf(world, day, member);
  const unknown: string[] = [];
  for (const tier of world.group.tiers) {
    const truth: Truth = tier.when === null ? true : testCondition(tier.when, moment);
    counts.get(tier.name)?.add(truth === null && tier.when !== null ? reasonOf(tier.when, moment) : null);
    if (truth === null) unknown.push(tier.name);
    const key = JSON.stringify([member, tier.name]);
    const state: TierOrNone = { kind: 'tier', tier: tier.name };
    if (truth === true) {
      won.set(key, day);
      return { state, grace: false, unknown };
    }
    const last = won.get(key);
    if (isTier(before.state, tier) && last !== undefined && isWithinGrace(tier.grace, last, day)) {
      return { state, grace: true, unknown };
    }
  }
  return { state: { kind: 'none' }, grace: false, unknown };
}

function isWithinGrace(grace: Duration | null, last: Day, today: Day): boolean {
  if (grace === null) return false;
  const days = durationDays(grace);
  if (days !== null) return today.number - last.number <= days;
  return today.last - last.last <= durationMicros(grace);
}

function momentOf(world: World, day: Day, member: string): Moment {
  return { world, at: day.last, member, periods: 'completed', run: null };
}

function isTier(state: TierOrNone, tier: Tier): boolean {
  return state.kind === 'tier' && state.tier === tier.name;
}

interface Move {
  day: Day;
  member: string;
  from: TierOrNone;
  to: TierOrNone;
}

function movesOf(world: World, standings: Standings): Move[] {
  return world.days.flatMap((day, index) =>
    [...standings].flatMap(([member, history]) => {
      const from = history[index - 1]?.state ?? OUTSIDE.state;
      const to = history[index]?.state ?? OUTSIDE.state;
      return sameState(from, to) ? [] : [{ day, member, from, to }];
    }),
  );
}

function sameState(a: TierOrNone, b: TierOrNone): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function transitionsOf(tiers: readonly Tier[], moves: readonly Move[]): TiersResult['transitions'] {
  const states: TierOrNone[] = [
    ...tiers.map((tier): TierOrNone => ({ kind: 'tier', tier: tier.name })),
    { kind: 'none' },
    { kind: 'outside' },
  ];
  const pairs = states.flatMap((from) => states.map((to) => ({ from, to })));
  return pairs
    .map(({ from, to }) => ({
      from,
      to,
      count: moves.filter((move) => sameState(move.from, from) && sameState(move.to, to)).length,
    }))
    .filter((transition) => transition.count > 0);
}

function countsByDay(
  world: World,
  standings: Standings,
  counts: (standing: Standing) => boolean,
): { members: number; byDay: number[] } {
  const all = [...standings.values()];
  const byDay = world.days.map((_, index) => all.filter((history) => counts(history[index] ?? OUTSIDE)).length);
  return { members: byDay.at(-1) ?? 0, byDay };
}

function tierOutcome(
  world: World,
  tier: Tier,
  standings: Standings,
  moves: readonly Move[],
  count: UnknownCount | undefined,
): TierOutcome {
  const { members, byDay } = countsByDay(world, standings, (standing) => isTier(standing.state, tier));
  const atEnd = [...standings].map(([member, history]) => ({ member, standing: history.at(-1) ?? OUTSIDE }));
  const inside = atEnd.filter(({ standing }) => isTier(standing.state, tier));
  return {
    tier: tier.name,
    members,
    byDay,
    inGrace: inside.filter(({ standing }) => standing.grace).length,
    unknownAtEnd: atEnd.filter(({ standing }) => standing.unknown.includes(tier.name)).length,
    entered: moves.filter((move) => isTier(move.to, tier)).length,
    left: moves.filter((move) => isTier(move.from, tier)).length,
    tasks: tier.tasks.map((task) => {
      const truths = inside.map(({ member }) => testCondition(task.when, momentOf(world, world.lastDay, member)));
      return {
        title: task.title,
        done: truths.filter((truth) => truth === true).length,
        open: truths.filter((truth) => truth === false).length,
        unknown: truths.filter((truth) => truth === null).length,
      };
    }),
    unknowns: (count ?? new UnknownCount()).result(missingSignals(tier.when === null ? [] : [tier.when], world)),
  };
}

function historiesOf(world: World, standings: Standings): MemberHistory[] {
  const present = [...standings].filter(([, history]) => history.some((each) => each.state.kind !== 'outside'));
  return present.map(([member, history]) => ({
    member,
    name: world.names.get(member) ?? null,
    role: world.roles.ofMember(member).role,
    stretches: stretchesOf(world, history),
  }));
}

function stretchesOf(world: World, history: readonly Standing[]): MemberHistory['stretches'] {
  const stretches: MemberHistory['stretches'] = [];
  history.forEach((standing, index) => {
    const before = history[index - 1];
    const last = stretches.at(-1);
    if (last !== undefined && JSON.stringify(before) === JSON.stringify(standing)) {
      last.days += 1;
    } else {
      const { state, grace, unknown } = standing;
      stretches.push({ from: world.days[index]?.date ?? '', days: 1, state, grace, unknown });
    }
  });
  return stretches;
}
