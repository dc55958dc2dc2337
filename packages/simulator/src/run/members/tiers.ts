/** Tiers: who is in which at the end of each day, moves, grace, tasks. */
import { type Duration, durationDays, durationMicros } from '@steward/time';
import type { MemberHistory, TierOrNone, TierOutcome } from '../../outcome/outcome.ts';
import { TRUE, UNKNOWN } from '../../program/interval.ts';
import type { Judges } from '../../program/judges.ts';
import { type GroupProgram, onlyClause } from '../../program/program.ts';
import type { GroupStore } from '../store.ts';
import { dayEnd, dayEndingAtOrAfter, type Frame } from '../time/frame.ts';
import { windowReader } from '../time/windows.ts';
import { noteUnknown, noUnknowns, reasonAt } from '../unknowns.ts';
import { historyKeeper } from './histories.ts';
import { ladderOf } from './ladder.ts';
import { walkTable } from './table-walk.ts';
import { memberTruths } from './truths.ts';
import { walkMemberships } from './walk.ts';

export interface TiersRun {
  outcome: {
    tiers: TierOutcome[];
    untiered: { members: number; byDay: number[] };
    transitions: { from: TierOrNone; to: TierOrNone; count: number }[];
    memberHistories: MemberHistory[] | null;
  };
  /** Entries into tiers that trigger actions. */
  entries: { day: number; tier: number; person: number }[];
}

/** Counts made during the walk. States are tiers by index, then `none`, then `outside`. */
interface Counts {
  /** Members by state and day, as differences between days. */
  members: Int32Array[];
  /** Unknown evaluations by tier and day, as differences between days. */
  unknown: Int32Array[];
  evaluations: Float64Array;
  moves: Float64Array;
  /** State of each person at the end of the last day. */
  last: Int16Array;
  inGrace: Int32Array;
}

export function runTiers(store: GroupStore, judges: Judges, program: GroupProgram, histories: boolean): TiersRun {
  const { tiers } = program.policy;
  const { days } = store.frame;
  const none = tiers.length;
  const outside = none + 1;
  const counts: Counts = {
    members: Array.from({ length: none + 1 }, () => new Int32Array(days + 1)),
    unknown: tiers.map(() => new Int32Array(days + 1)),
    evaluations: new Float64Array(none),
    moves: new Float64Array((outside + 1) ** 2),
    last: new Int16Array(store.people.persons.length).fill(outside),
    inGrace: new Int32Array(none),
  };
  const keeper = histories ? historyKeeper(store) : null;
  const entries: TiersRun['entries'] = [];
  const states = [...tiers.map((tier): TierOrNone => ({ kind: 'tier', tier: tier.name })), ...OTHER_STATES];
  const ladder = ladderOf(
    program.tiers.map((table, i) => store.keep(program.keys.truths[i] ?? '', () => memberTruths(store, judges, table))),
  );
  const acts = tiers.map((tier) => tier.actions.length > 0);

  let person = -1;
  /** The current stretch; it is written when the next one begins. */
  let state = outside;
  let from = 0;
  let until = 0;
  let grace = false;
  let stretchUnknown: number[] = [];
  let lastTrue = 0;
  const unknown: number[] = [];

  const write = (): void => {
    if (from === until) return;
    span(counts.members[state], from, until);
    for (let tier = 0; tier <= state && tier < none; tier += 1) {
      counts.evaluations[tier] = (counts.evaluations[tier] as number) + until - from;
    }
    for (const tier of stretchUnknown) span(counts.unknown[tier], from, until);
    if (until === days) {
      counts.last[person] = state;
      if (grace) counts.inGrace[state] = (counts.inGrace[state] as number) + 1;
    }
    keeper?.note(
      from,
      until,
      states[state] as TierOrNone,
      grace,
      stretchUnknown.map((tier) => tiers[tier]?.name ?? ''),
    );
  };
  const record = (day: number, past: number, next: number, held: boolean): void => {
    write();
    if (next !== state) {
      move(counts, state, next, outside);
      if (acts[next] === true) entries.push({ day, tier: next, person });
    }
    state = next;
    from = day;
    until = past;
    grace = held;
    stretchUnknown = unknown.length === 0 ? NOTHING : unknown.filter((tier) => tier <= next);
  };
  const leave = (): void => {
    write();
    move(counts, state, outside, outside);
    state = outside;
    from = until;
  };

  /** The ladder yields `winner` on all days of [first, past). */
  const stand = (first: number, past: number, winner: number): void => {
    if (winner === state && until === first && !grace && sameList(unknown, stretchUnknown)) {
      until = past;
      lastTrue = past - 1;
      return;
    }
    let day = first;
    const kept = state < winner ? (tiers[state]?.grace ?? null) : null;
    if (kept !== null) {
      const end = Math.min(past, graceEnd(store.frame, kept, lastTrue));
      if (end > day) {
        record(day, end, state, true);
        day = end;
      }
    }
    if (day === past) return;
    record(day, past, winner, false);
    lastTrue = past - 1;
  };

  walkMemberships(store, {
    begin(number) {
      person = number;
      state = outside;
      from = 0;
      until = 0;
      keeper?.begin(number);
    },
    membership(first, past) {
      if (until !== first && state !== outside) leave();
      ladder.enter();
      let day = first;
      while (day < past) {
        const next = Math.min(past, ladder.at(day, unknown));
        stand(day, next, ladder.winner());
        day = next;
      }
    },
    end() {
      if (state !== outside && until < days) leave();
      else write();
      keeper?.end();
    },
  });

  const untieredByDay = totals(counts.members[none], days);
  return {
    entries,
    outcome: {
      tiers: describeTiers(store, judges, program, counts),
      untiered: { members: untieredByDay[days - 1] ?? 0, byDay: untieredByDay },
      transitions: describeMoves(counts.moves, states),
      memberHistories: keeper?.histories() ?? null,
    },
  };
}

const OTHER_STATES: TierOrNone[] = [{ kind: 'none' }, { kind: 'outside' }];

const NOTHING: number[] = [];

function sameList(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** The first day on which a grace that starts at the end of day `from` is over. */
function graceEnd(frame: Frame, grace: Duration, from: number): number {
  const calendarDays = durationDays(grace);
  if (calendarDays !== null) return from + calendarDays + 1;
  return dayEndingAtOrAfter(frame, dayEnd(frame, from) + durationMicros(grace) + 1);
}

function move(counts: Counts, from: number, to: number, outside: number): void {
  const cell = from * (outside + 1) + to;
  counts.moves[cell] = (counts.moves[cell] as number) + 1;
}

function span(differences: Int32Array | undefined, day: number, past: number): void {
  if (differences === undefined) return;
  differences[day] = (differences[day] as number) + 1;
  differences[past] = (differences[past] as number) - 1;
}

function totals(differences: Int32Array | undefined, days: number): number[] {
  let total = 0;
  return Array.from({ length: days }, (_, day) => {
    total += differences?.[day] ?? 0;
    return total;
  });
}

function describeMoves(moves: Float64Array, states: readonly TierOrNone[]): TiersRun['outcome']['transitions'] {
  return states.flatMap((from, i) =>
    states.flatMap((to, j) => {
      const count = moves[i * states.length + j] ?? 0;
      return count === 0 ? [] : [{ from, to, count }];
    }),
  );
}

function describeTiers(store: GroupStore, judges: Judges, program: GroupProgram, counts: Counts): TierOutcome[] {
  const { tiers } = program.policy;
  const { days } = store.frame;
  const states = tiers.length + 2;
  const tasks = runTasks(store, judges, program, counts.last);
  const windows = windowReader(store.frame, 'completed', null);
  return tiers.map((tier, index) => {
    const table = program.tiers[index];
    if (table === undefined) throw new Error(`tier ${tier.name} without its program`);
    const clause = onlyClause(table);
    const byDay = totals(counts.members[index], days);
    const unknownByDay = totals(counts.unknown[index], days);
    const unknowns = noUnknowns(store, clause.signals);
    unknowns.evaluations = counts.evaluations[index] ?? 0;
    unknownByDay.forEach((times, day) => {
      if (times === 0) return;
      noteUnknown(unknowns, reasonAt(store, clause, windows, dayEnd(store.frame, day)), times);
    });
    let entered = 0;
    let left = 0;
    for (let other = 0; other < states; other += 1) {
      entered += counts.moves[other * states + index] ?? 0;
      left += counts.moves[index * states + other] ?? 0;
    }
    return {
      tier: tier.name,
      members: byDay[days - 1] ?? 0,
      byDay,
      inGrace: counts.inGrace[index] ?? 0,
      unknownAtEnd: unknownByDay[days - 1] ?? 0,
      entered,
      left,
      tasks: tasks[index] ?? [],
      unknowns,
    };
  });
}

/** Tasks of each tier, over its members at the end of the last day. */
function runTasks(store: GroupStore, judges: Judges, program: GroupProgram, last: Int16Array): TierOutcome['tasks'][] {
  const { tiers } = program.policy;
  const tallies = tiers.map((tier) => tier.tasks.map(({ title }) => ({ title, done: 0, open: 0, unknown: 0 })));
  if (program.tasks.clauses.length === 0) return tallies;
  const tests = program.tasks.clauses.map((clause) => (clause.test === null ? null : judges.of(clause.test)));
  const firsts = tiers.map((_, i) => tiers.slice(0, i).reduce((sum, tier) => sum + tier.tasks.length, 0));
  const { days } = store.frame;
  let person = -1;
  walkTable(
    store,
    program.tasks,
    {
      begin: (number) => {
        person = number;
      },
      end: () => undefined,
      stretch(_day, _past, slots) {
        const tier = last[person] as number;
        tallies[tier]?.forEach((tally, i) => {
          const test = tests[(firsts[tier] ?? 0) + i] ?? null;
          const truth = test === null ? TRUE : test(slots);
          if (truth === TRUE) tally.done += 1;
          else if (truth === UNKNOWN) tally.unknown += 1;
          else tally.open += 1;
        });
      },
    },
    { from: days - 1, past: days },
  );
  return tallies;
}
