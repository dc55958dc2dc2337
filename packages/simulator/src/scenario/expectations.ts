/**
 * Checks a scenario's expectations against its outcome: `SEMANTICS.md`, "Scenarios". Pure; observations are data for messages.
 *
 * - A claim occurs a number of times in a group (`Observation.times`); without a bound, once is enough.
 * - It holds if it holds in one of the log's groups; with `no` or `at most`, if it holds in all.
 */

import type { Expectation } from '@steward/policy';
import { calendarOf, DAY, dateText, type Instant, instantMicros, type LocalDate, localMicros } from '@steward/time';
import type { ActionRecord } from '../outcome/actions.ts';
import type { GroupOutcome, MemberHistory, MixOutcome, PeriodStart, TierOrNone } from '../outcome/outcome.ts';

export interface ExpectationResult {
  expectation: Expectation;
  met: boolean;
  /** What actually happened, one entry per group. */
  observed: Observation[];
}

export interface Observation {
  /** Id of the group in the log. */
  group: string;
  timezone: string;
  /** First and last evaluated day. */
  days: { from: LocalDate; to: LocalDate };
  /** How often the claim held: incidents, actions, days or periods; for a tier without a member, the most members on any day. */
  times: number;
  /** Whether that is often enough; for `no` and `at most`, too often. */
  holds: boolean;
  fact: Fact;
}

export type Fact =
  | { kind: 'tier'; member: string; stretches: TierStretch[] }
  /** Members in it, by day. */
  | { kind: 'members'; byDay: { on: LocalDate; members: string[] }[] }
  | { kind: 'risk'; incidents: { id: string; opened: Instant; closed: Instant | null }[]; others: string[] }
  | { kind: 'breach'; byDay: { on: LocalDate; state: 'healthy' | 'breach' | 'unknown' }[] }
  | { kind: 'action'; taken: { at: Instant; members: string[] }[]; others: { action: string; count: number }[] }
  | { kind: 'stage'; stretches: { stage: string | null; from: LocalDate; to: LocalDate }[] }
  | { kind: 'mix'; periods: { start: PeriodStart; verdict: MixVerdict; shares: MixShare[] }[] };

export type MixVerdict = MixOutcome['periods'][number]['verdict'];

/** Of one period: the messages of a category. */
export interface MixShare {
  category: string;
  messages: number;
}

/** Days that a member spent in one state; empty if the log never saw the member. */
export interface TierStretch {
  from: LocalDate;
  to: LocalDate;
  state: TierOrNone;
  grace: boolean;
  /** Tiers whose condition could not be decided. */
  unknown: string[];
}

/** A stretch of instants, both inclusive, in microseconds; its days, as numbers from 1970-01-01. */
interface Span {
  from: number;
  to: number;
  /** Days whose end counts; for an instant, the last day that had ended by then. */
  firstDay: number;
  lastDay: number;
}

/** @param outcomes with member histories and all actions */
export function judgeExpectation(expectation: Expectation, outcomes: readonly GroupOutcome[]): ExpectationResult {
  const observed = outcomes.map((outcome) => observe(expectation, outcome));
  const holds = observed.some((observation) => observation.holds);
  return { expectation, observed, met: holds !== forbids(expectation) };
}

/** Whether an expectation is met by absence. */
export function forbids({ negated, count }: Expectation): boolean {
  return negated || count?.bound === 'most';
}

/** How often the claim must occur. */
function enough({ count }: Expectation): number {
  if (count === null) return 1;
  return count.bound === 'least' ? count.times : count.times + 1;
}

function observe(expectation: Expectation, outcome: GroupOutcome): Observation {
  const span = spanOf(expectation, outcome);
  const { fact, times } = factOf(expectation, outcome, span);
  const { from, to } = outcome.days;
  const holds = times >= enough(expectation);
  return { group: outcome.group, timezone: outcome.timezone, days: { from, to }, times, holds, fact };
}

function spanOf({ on, until }: Expectation, outcome: GroupOutcome): Span {
  const first = momentSpan(on, outcome);
  if (until === null) return first;
  const last = momentSpan(until, outcome);
  return { from: first.from, to: last.to, firstDay: first.firstDay, lastDay: last.lastDay };
}

function momentSpan(on: Expectation['on'], outcome: GroupOutcome): Span {
  const calendar = calendarOf(outcome.timezone);
  if (on === null) {
    const firstDay = dayOf(outcome.days.from);
    const lastDay = dayOf(outcome.days.to);
    return { from: calendar.dayStart(firstDay), to: calendar.dayStart(lastDay + 1) - 1, firstDay, lastDay };
  }
  if (on.includes('T')) {
    const at = calendar.instantAt(localMicros(on));
    const ended = calendar.dayOf(at + 1) - 1;
    return { from: at, to: at, firstDay: ended, lastDay: ended };
  }
  const day = dayOf(on);
  return { from: calendar.dayStart(day), to: calendar.dayStart(day + 1) - 1, firstDay: day, lastDay: day };
}

function dayOf(date: LocalDate): number {
  return localMicros(date) / DAY;
}

interface Found {
  fact: Fact;
  times: number;
}

function factOf(expectation: Expectation, outcome: GroupOutcome, span: Span): Found {
  switch (expectation.kind) {
    case 'tier':
      return expectation.member === null
        ? membersFact(expectation.tier, outcome, span)
        : tierFact(expectation.tier, expectation.member, outcome, span);
    case 'risk':
      return riskFact(expectation.risk, outcome, span);
    case 'breach':
      return breachFact(expectation.health, outcome, span);
    case 'action':
      return actionFact(expectation, outcome, span);
    case 'stage':
      return stageFact(expectation.stage, outcome, span);
    case 'mix':
      return mixFact(expectation, outcome, span);
  }
}

function tierFact(tier: string, member: string, { memberHistories }: GroupOutcome, span: Span): Found {
  const history = historyOf(memberHistories ?? [], member);
  const stretches = stretchesIn(history, span);
  const times = stretches
    .filter((stretch) => isIn(tier, stretch))
    .reduce((sum, { from, to }) => sum + dayOf(to) - dayOf(from) + 1, 0);
  return { times, fact: { kind: 'tier', member: history?.member ?? member, stretches } };
}

function isIn(tier: string, { state }: TierStretch): boolean {
  return state.kind === 'tier' && state.tier === tier;
}

function membersFact(tier: string, { memberHistories, days }: GroupOutcome, span: Span): Found {
  const first = Math.max(dayOf(days.from), span.firstDay);
  const last = Math.min(dayOf(days.to), span.lastDay);
  const byDay = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({
    on: dateText(first + index),
    members: [] as string[],
  }));
  for (const history of memberHistories ?? []) {
    for (const stretch of stretchesIn(history, span).filter((one) => isIn(tier, one))) {
      const from = dayOf(stretch.from) - first;
      for (const day of byDay.slice(from, dayOf(stretch.to) - first + 1))
        day.members.push(history.name ?? history.member);
    }
  }
  const times = byDay.reduce((most, { members }) => Math.max(most, members.length), 0);
  return { times, fact: { kind: 'members', byDay } };
}

/** By id; failing that, by name. */
function historyOf(histories: readonly MemberHistory[], member: string): MemberHistory | undefined {
  return histories.find(({ member: id }) => id === member) ?? histories.find(({ name }) => name === member);
}

function stretchesIn(history: MemberHistory | undefined, span: Span): TierStretch[] {
  return (history?.stretches ?? []).flatMap(({ from, days, state, grace, unknown }) => {
    const first = Math.max(dayOf(from), span.firstDay);
    const last = Math.min(dayOf(from) + days - 1, span.lastDay);
    return first > last ? [] : [{ from: dateText(first), to: dateText(last), state, grace, unknown }];
  });
}

function riskFact(risk: string, outcome: GroupOutcome, span: Span): Found {
  const openIn = (name: string) =>
    (outcome.risks.find((one) => one.risk === name)?.incidents ?? []).filter(({ opened, closed }) => {
      const begins = instantMicros(opened);
      const ends = closed === null ? Number.POSITIVE_INFINITY : instantMicros(closed);
      // An incident closed at t is no longer open at t, unless it opened at t too.
      return begins <= span.to && (ends > span.from || begins === span.from);
    });
  const incidents = openIn(risk).map(({ id, opened, closed }) => ({ id, opened, closed }));
  const others = outcome.risks.flatMap((one) => (one.risk !== risk && openIn(one.risk).length > 0 ? [one.risk] : []));
  return { times: incidents.length, fact: { kind: 'risk', incidents, others } };
}

function breachFact(health: string, outcome: GroupOutcome, span: Span): Found {
  const states = outcome.health.find(({ dimension }) => dimension === health)?.byDay ?? [];
  const first = dayOf(outcome.days.from);
  const byDay = states.flatMap((state, index) => {
    const day = first + index;
    return day < span.firstDay || day > span.lastDay ? [] : [{ on: dateText(day), state }];
  });
  return { times: byDay.filter(({ state }) => state === 'breach').length, fact: { kind: 'breach', byDay } };
}

function actionFact(
  { action, member }: Extract<Expectation, { kind: 'action' }>,
  outcome: GroupOutcome,
  span: Span,
): Found {
  const within = outcome.actions.records.filter(({ at }) => {
    const instant = instantMicros(at);
    return instant >= span.from && instant <= span.to;
  });
  const taken = within
    .filter((record) => record.action === action)
    .map((record) => ({ at: record.at, members: membersOf(record) }));
  const counts = new Map<string, number>();
  for (const record of within) {
    if (record.action !== action) counts.set(record.action, (counts.get(record.action) ?? 0) + 1);
  }
  return {
    times: taken.filter(({ members }) => member === null || members.includes(member)).length,
    fact: { kind: 'action', taken, others: [...counts].map(([name, count]) => ({ action: name, count })) },
  };
}

function membersOf({ arguments: given }: ActionRecord): string[] {
  return [...new Set(given.flatMap(({ value }) => (value.kind === 'members' ? value.members : [])))];
}

function stageFact(stage: string, { lifecycle }: GroupOutcome, span: Span): Found {
  const stretches = (lifecycle?.stretches ?? []).flatMap((stretch) => {
    const first = Math.max(dayOf(stretch.from), span.firstDay);
    const last = Math.min(dayOf(stretch.to), span.lastDay);
    return first > last ? [] : [{ stage: stretch.stage, from: dateText(first), to: dateText(last) }];
  });
  const times = stretches
    .filter((stretch) => stretch.stage === stage)
    .reduce((sum, { from, to }) => sum + dayOf(to) - dayOf(from) + 1, 0);
  return { times, fact: { kind: 'stage', stretches } };
}

/** Of the periods that overlap the span. */
function mixFact(
  { verdict, period }: Extract<Expectation, { kind: 'mix' }>,
  { content, timezone }: GroupOutcome,
  span: Span,
): Found {
  const calendar = calendarOf(timezone);
  const periods = content.mixes
    .filter((mix) => mix.period === period)
    .flatMap((mix) =>
      mix.periods
        .filter(({ start }) => {
          const bounds = calendar.period(period, calendar.instantAt(localMicros(start)));
          return bounds.start <= span.to && bounds.next > span.from;
        })
        .map(({ start, verdict: found, messages }) => ({
          start,
          verdict: found,
          shares: mix.shares.map(({ category }, i) => ({ category, messages: messages[i] ?? 0 })),
        })),
    );
  return { times: periods.filter((one) => one.verdict === verdict).length, fact: { kind: 'mix', periods } };
}
