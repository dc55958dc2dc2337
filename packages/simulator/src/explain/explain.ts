/**
 * The evidence behind numbers of an Outcome that do not carry it: computed on request from the log, for one clause at one time.
 */
import type { GroupLog, LogInfo, RosterEntry } from '@steward/events';
import { type Condition, clausesOfKind } from '@steward/policy';
import { DAY, instantText, type LocalDate, localMicros } from '@steward/time';
import type { Evidence } from '../outcome/evidence.ts';
import { clauseBuilder } from '../program/clauses.ts';
import type { Slots } from '../program/judge.ts';
import type { AggregateLeaf, Clause, ClauseTable, Leaf } from '../program/plan.ts';
import type { Program } from '../program/program.ts';
import { evidenceOf } from '../run/evidence.ts';
import { groupProgram } from '../run/group.ts';
import { firstAtOrAfter, withField } from '../run/leaves/aggregates.ts';
import { groupLeaf } from '../run/leaves/group-leaves.ts';
import { walkTable } from '../run/members/table-walk.ts';
import { type GroupStore, openStore } from '../run/store.ts';
import { dayEnd } from '../run/time/frame.ts';
import { completedPeriods, periodStartText } from '../run/time/periods.ts';
import { type PeriodMode, type WindowReader, windowReader } from '../run/time/windows.ts';
import { type Reason, reasonAt } from '../run/unknowns.ts';
import { type ExplainedCondition, explainCondition, type LeafFacts } from './explanation.ts';

export interface ExplainInput {
  log: GroupLog;
  info: LogInfo;
  roster: readonly RosterEntry[];
}

/** Which clause, and when. A day is an evaluated day, at its end; `at` is in UTC microseconds. */
export type ClauseAt =
  | { kind: 'tier'; tier: string; member: string; on: LocalDate }
  | { kind: 'task'; tier: string; task: number; member: string; on: LocalDate }
  | { kind: 'goal'; dimension: string; goal: number; on: LocalDate }
  | { kind: 'stage'; stage: string; on: LocalDate }
  | { kind: 'risk'; risk: string; at: number };

export interface ClauseExplanation {
  /** null: always true. */
  condition: ExplainedCondition | null;
  /** Why it is unknown, if it is, ignoring `for` and `grace`. */
  reason: Reason | null;
}

/** @returns null if there is no such clause, the day is not evaluated, or the member is not present at its end */
export function explainClause(
  program: Program,
  policyGroup: string,
  { log, info, roster }: ExplainInput,
  clause: ClauseAt,
): ClauseExplanation | null {
  const group = groupProgram(program, policyGroup);
  const condition = conditionOf(group.policy, clause);
  if (condition === undefined) return null;
  if (condition === null) return { condition: null, reason: null };
  const store = openStore({ log, info, roster, program: group, bits: program.bits });
  if (clause.kind === 'risk') return explainGroup(store, condition, clause.at, 'running');
  const day = localMicros(clause.on) / DAY - store.frame.firstDay;
  if (day < 0 || day >= store.frame.days) return null;
  if (clause.kind === 'tier' || clause.kind === 'task') return explainMembers(store, condition, clause.member, day);
  return explainGroup(store, condition, dayEnd(store.frame, day), 'completed');
}

/** undefined: no such clause. */
function conditionOf(policy: GroupStore['policy'], at: ClauseAt): Condition | null | undefined {
  const { owner: wanted, part } = addressOf(at);
  const found = clausesOfKind(policy, at.kind).find(
    ({ owner, place }) => owner.name === wanted && (part === null || place.at(-1) === part),
  );
  return found?.condition;
}

/** The named declaration and the index of its part; null for the declaration's own condition. */
function addressOf(at: ClauseAt): { owner: string; part: number | null } {
  switch (at.kind) {
    case 'tier':
      return { owner: at.tier, part: null };
    case 'task':
      return { owner: at.tier, part: at.task };
    case 'goal':
      return { owner: at.dimension, part: at.goal };
    case 'stage':
      return { owner: at.stage, part: null };
    case 'risk':
      return { owner: at.risk, part: null };
  }
}

function compiled(condition: Condition): { clause: Clause; table: ClauseTable } {
  const builder = clauseBuilder();
  const clause = builder.add(condition);
  return { clause, table: builder.table() };
}

function explainGroup(store: GroupStore, condition: Condition, instant: number, mode: PeriodMode): ClauseExplanation {
  const { clause, table } = compiled(condition);
  const windows = windowReader(store.frame, mode, null);
  const slots = new Float64Array(table.slots);
  for (const leaf of table.leaves) groupLeaf(store, leaf, windows).fill(slots, instant);
  return explained(store, condition, clause, table, slots, instant, windows, null);
}

function explainMembers(
  store: GroupStore,
  condition: Condition,
  member: string,
  day: number,
): ClauseExplanation | null {
  const { clause, table } = compiled(condition);
  const wanted = store.people.persons.findIndex(({ id }) => id === member);
  const windows = windowReader(store.frame, 'completed', null);
  let person = -1;
  let found: ClauseExplanation | null = null;
  walkTable(
    store,
    table,
    {
      begin: (number) => {
        person = number;
      },
      stretch(_day, _past, slots) {
        if (person !== wanted) return;
        found = explained(store, condition, clause, table, slots, dayEnd(store.frame, day), windows, wanted);
      },
      end: () => undefined,
    },
    { from: day, past: day + 1 },
  );
  return found;
}

function explained(
  store: GroupStore,
  condition: Condition,
  clause: Clause,
  table: ClauseTable,
  slots: Slots,
  instant: number,
  windows: WindowReader,
  person: number | null,
): ClauseExplanation {
  if (clause.test === null) return { condition: null, reason: null };
  const tree = explainCondition(condition, clause.test, {
    slots,
    leaves: table.leaves,
    facts: (leaf) => leafFacts(store, leaf, instant, windows, person),
  });
  return { condition: tree, reason: tree.truth === 'unknown' ? reasonAt(store, clause, windows, instant) : null };
}

function leafFacts(
  store: GroupStore,
  leaf: Leaf,
  instant: number,
  windows: WindowReader,
  person: number | null,
): LeafFacts {
  const { read } = leaf;
  if (read.kind !== 'aggregate') return { window: null, evidence: null };
  const span =
    read.function === 'since'
      ? {
          from: sinceStart(store, read, person, instant),
          to: instant,
          covered: read.scope === 'group' ? store.frame.whole : store.info.complete,
          running: false,
        }
      : windows.span(read.window, read.earlier, instant);
  const counted = countedEvents(store, read, span.from, span.to, person);
  return {
    window: {
      from: Number.isFinite(span.from) ? instantText(span.from) : null,
      to: instantText(Number.isFinite(span.to) ? span.to : instant),
      covered: span.covered,
      running: span.running,
    },
    evidence: evidenceOf(store, read.function === 'since' ? counted.slice(-1) : counted),
  };
}

/** Where a `since` starts looking: for a member, at the current membership. */
function sinceStart(store: GroupStore, read: AggregateLeaf, person: number | null, instant: number): number {
  if (read.scope === 'group') return Number.NEGATIVE_INFINITY;
  const running = store.people.memberships.find(
    (membership) => membership.person === person && membership.start <= instant && instant < membership.end,
  );
  return running?.start ?? Number.NEGATIVE_INFINITY;
}

/** Events that the aggregate counts within a span, for the member or the group. */
function countedEvents(
  store: GroupStore,
  read: AggregateLeaf,
  from: number,
  to: number,
  person: number | null,
): Int32Array {
  if (read.scope === 'member' && person !== null) {
    const { events, ts, offsets } = store.memberStream(read.stream);
    const first = offsets[person] ?? 0;
    const past = offsets[person + 1] ?? first;
    const own = ts.subarray(first, past);
    const inside = events.subarray(first, past).subarray(firstAtOrAfter(own, from), firstAtOrAfter(own, to + 1));
    return withField(store, read, inside);
  }
  const { events, ts } = store.stream(read.stream);
  return withField(store, read, events.subarray(firstAtOrAfter(ts, from), firstAtOrAfter(ts, to + 1)));
}

export interface MixExplanation {
  /** By share: the messages counted. */
  shares: { category: string; evidence: Evidence }[];
}

/** @returns null if there is no such mix, or none of its periods begins at `start` */
export function explainMix(
  program: Program,
  policyGroup: string,
  { log, info, roster }: ExplainInput,
  { mix, start }: { mix: number; start: string },
): MixExplanation | null {
  const group = groupProgram(program, policyGroup);
  const { mixes, categories } = group.policy.content;
  const asked = mixes[mix];
  if (asked === undefined) return null;
  const store = openStore({ log, info, roster, program: group, bits: program.bits });
  const period = completedPeriods(store.frame, asked.period).find(
    ({ from }) => periodStartText(store.frame, asked.period, from) === start,
  );
  if (period === undefined) return null;
  const first = firstAtOrAfter(log.ts, period.from);
  const past = firstAtOrAfter(log.ts, period.to + 1);
  return {
    shares: asked.shares.map(({ category }) => {
      const wanted = categories.findIndex(({ name }) => name === category);
      const events: number[] = [];
      for (let event = first; event < past; event += 1) if (store.categories[event] === wanted) events.push(event);
      return { category, evidence: evidenceOf(store, events) };
    }),
  };
}
