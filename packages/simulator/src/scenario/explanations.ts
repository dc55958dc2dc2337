/** The conditions behind a failed expectation, with their values at the most telling time. */

import type { Rational } from '@steward/numbers';
import type { Expectation } from '@steward/policy';
import { calendarOf, type Instant, instantMicros, instantText, type LocalDate, localMicros } from '@steward/time';
import { explainClause } from '../explain/explain.ts';
import type { ExplainedCondition } from '../explain/explanation.ts';
import type { Program } from '../program/program.ts';
import { groupProgram } from '../run/group.ts';
import { type ExpectationResult, forbids, type Observation } from './expectations.ts';
import type { LogOfGroup } from './scenario-log.ts';

/** One clause and its result; `condition` is null if always true. */
export interface ExplainedClause {
  clause: string;
  condition: ExplainedCondition | null;
}

export type Explanation =
  /** Every tier in the order tried, at the end of a day. Excludes grace, which keeps a member in a tier whose condition is false. */
  | { kind: 'tier'; member: string; on: LocalDate; clauses: ExplainedClause[] }
  /** Every goal of a dimension, or one stage, at the end of a day. */
  | { kind: 'breach' | 'stage'; on: LocalDate; clauses: ExplainedClause[] }
  /** A risk at its opening or, if it never opened, at the event where its condition came closest. */
  | { kind: 'risk'; at: Instant; clauses: ExplainedClause[] };

/** How many instants to try for the closest one; fewer in a long log, since each scans all its events. */
const MOST_TRIED = 100;
const MOST_LOOKS = 1_000_000;

/** @returns null if no condition is behind the claim: an action, a mix, or a member who was never there */
export function explain(
  program: Program,
  policyGroup: string,
  logs: readonly LogOfGroup[],
  { expectation, observed }: ExpectationResult,
): Explanation | null {
  for (const [index, observation] of observed.entries()) {
    const log = logs[index];
    if (log === undefined || observation.holds !== forbids(expectation)) continue;
    const found = explainOne({ program, policyGroup, log }, expectation, observation);
    if (found !== null) return found;
  }
  return null;
}

interface Source {
  program: Program;
  policyGroup: string;
  log: LogOfGroup;
}

function explainOne(source: Source, expectation: Expectation, observation: Observation): Explanation | null {
  switch (expectation.kind) {
    case 'tier':
      return explainTiers(source, expectation.tier, observation);
    case 'breach':
      return explainGoals(source, expectation.health, observation);
    case 'risk':
      return explainRisk(source, expectation, observation);
    case 'stage':
      return explainStage(source, expectation.stage, observation);
    case 'action':
    case 'mix':
      return null;
  }
}

function explainTiers({ program, policyGroup, log }: Source, tier: string, { fact }: Observation): Explanation | null {
  if (fact.kind !== 'tier') return null;
  const inTier = fact.stretches.find(({ state }) => state.kind === 'tier' && state.tier === tier);
  const on = inTier?.from ?? fact.stretches.findLast(({ state }) => state.kind !== 'outside')?.to;
  if (on === undefined) return null;
  const { member } = fact;
  const clauses = groupProgram(program, policyGroup).policy.tiers.flatMap(({ name }) => {
    const explained = explainClause(program, policyGroup, log, { kind: 'tier', tier: name, member, on });
    return explained === null ? [] : [{ clause: name, condition: explained.condition }];
  });
  return { kind: 'tier', member, on, clauses };
}

function explainGoals(
  { program, policyGroup, log }: Source,
  dimension: string,
  { fact }: Observation,
): Explanation | null {
  if (fact.kind !== 'breach') return null;
  const on = (fact.byDay.find(({ state }) => state === 'breach') ?? fact.byDay.at(-1))?.on;
  const goals = groupProgram(program, policyGroup).policy.health.find(({ name }) => name === dimension)?.goals;
  if (on === undefined || goals === undefined) return null;
  const clauses = goals.flatMap((_, goal) => {
    const explained = explainClause(program, policyGroup, log, { kind: 'goal', dimension, goal, on });
    return explained === null ? [] : [{ clause: dimension, condition: explained.condition }];
  });
  return { kind: 'breach', on, clauses };
}

function explainStage({ program, policyGroup, log }: Source, stage: string, { fact }: Observation): Explanation | null {
  if (fact.kind !== 'stage') return null;
  const on = fact.stretches.find((stretch) => stretch.stage === stage)?.from ?? fact.stretches.at(-1)?.to;
  if (on === undefined) return null;
  const explained = explainClause(program, policyGroup, log, { kind: 'stage', stage, on });
  return explained === null
    ? null
    : { kind: 'stage', on, clauses: [{ clause: stage, condition: explained.condition }] };
}

function explainRisk(
  source: Source,
  { risk, on, until }: Extract<Expectation, { kind: 'risk' }>,
  { fact, timezone }: Observation,
): Explanation | null {
  if (fact.kind !== 'risk') return null;
  const [incident] = fact.incidents;
  const instants =
    incident === undefined ? instantsIn(source.log, on, until, timezone) : [instantMicros(incident.opened)];
  let best: { at: number; condition: ExplainedCondition; score: number } | null = null;
  for (const at of instants) {
    const explained = explainClause(source.program, source.policyGroup, source.log, { kind: 'risk', risk, at });
    if (explained === null || explained.condition === null) continue;
    const score = closeness(explained.condition);
    if (best === null || score > best.score) best = { at, condition: explained.condition, score };
  }
  if (best === null) return null;
  return { kind: 'risk', at: instantText(best.at), clauses: [{ clause: risk, condition: best.condition }] };
}

/** The instants of events on the requested days, or at any time; just the instant if one is given. */
function instantsIn(
  { log }: LogOfGroup,
  on: Expectation['on'],
  until: Expectation['until'],
  timezone: string,
): number[] {
  const calendar = calendarOf(timezone);
  if (on?.includes('T') === true && until === null) return [calendar.instantAt(localMicros(on))];
  const dayOf = (moment: string): number => calendar.dayOf(calendar.instantAt(localMicros(moment)));
  const first = on === null ? Number.NEGATIVE_INFINITY : dayOf(on);
  const last = until === null ? (on === null ? Number.POSITIVE_INFINITY : first) : dayOf(until);
  const instants = [...new Set(log.ts)].filter((instant) => {
    const day = calendar.dayOf(instant);
    return day >= first && day <= last;
  });
  return instants.slice(-Math.max(1, Math.min(MOST_TRIED, Math.floor(MOST_LOOKS / log.length))));
}

/** 1 if true; otherwise closer to 1 the closer the values are to their constants. */
function closeness({ kind, truth, parts, values }: ExplainedCondition): number {
  if (truth === 'true') return 1;
  if (kind === 'and') return parts.reduce((sum, part) => sum + closeness(part), 0) / parts.length;
  if (kind === 'or') return parts.reduce((most, part) => Math.max(most, closeness(part)), 0);
  const [left, right] = values;
  if (kind !== 'compare' || left === undefined || right === undefined) return 0;
  const [a, b] = [numberOf(left.lo), numberOf(right.lo)];
  const greatest = Math.max(Math.abs(a), Math.abs(b));
  return greatest === 0 || !Number.isFinite(greatest) ? 0 : 1 - Math.min(1, Math.abs(a - b) / greatest);
}

function numberOf(value: Rational | null): number {
  return value === null ? Number.POSITIVE_INFINITY : value.numerator / value.denominator;
}
