/**
 * The events of a scenario as a log: complete (every signal is shown and nothing happened before), and lasting until the end of the last day
 * named by an event or expectation, so that a scenario can expect what silence leads to.
 */
import { type GroupLog, type LogInfo, MEDIA, ROLES, type RosterEntry, SIGNALS, type Signal } from '@steward/events';
import type { Scenario, ScenarioEvent } from '@steward/policy';
import { type Calendar, calendarOf, localMicros } from '@steward/time';
import { columnsFromEvents, type EventRow } from '../columns/from-events.ts';
import type { Program } from '../program/program.ts';

/** One group's log and its context, as {@link runGroup} takes it. */
export interface LogOfGroup {
  log: GroupLog;
  info: LogInfo;
  roster: readonly RosterEntry[];
}

/** @returns null if the scenario has no events of its own */
export function scenarioLog(program: Program, scenario: Scenario): LogOfGroup | null {
  const rows = scenarioRows(program, scenario);
  const [log] = columnsFromEvents(rows, program.textPredicates, { covers: coveredTo(program, scenario, rows) });
  if (log === undefined) return null;
  return { log, info: { files: [scenario.title], shows: [...SIGNALS], roles: false, complete: true }, roster: [] };
}

/** The scenario's events one by one; repeats differ only in order. */
export function scenarioRows(program: Program, scenario: Scenario): EventRow[] {
  const calendar = calendarOfGroup(program, scenario.group);
  return scenario.events.flatMap((event) => {
    const row = rowOf(event, scenario.group, calendar);
    return Array.from({ length: event.times }, () => row);
  });
}

function calendarOfGroup(program: Program, group: string): Calendar {
  const rules = program.groups.get(group);
  if (rules === undefined) throw new Error(`the policy has no group ${group}`);
  return calendarOf(rules.policy.timezone);
}

function rowOf({ at, member, signal, fields, range }: ScenarioEvent, group: string, calendar: Calendar): EventRow {
  const given = new Map(fields.map(({ field, value }) => [field, value]));
  const text = (field: ScenarioEvent['fields'][number]['field']): string | null => given.get(field) ?? null;
  const amount = text('amount');
  return {
    ts: calendar.instantAt(localMicros(at)),
    group,
    member,
    kind: known<Signal>(SIGNALS, signal) ?? 'message',
    role: known(ROLES, text('role')),
    media: known(MEDIA, text('media')),
    category: text('category'),
    text: text('text'),
    target: text('target'),
    about: text('about'),
    amount: amount === null ? null : Number(amount),
    line: range.startLine,
  };
}

function known<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((one) => one === value) ?? null;
}

function coveredTo(program: Program, scenario: Scenario, rows: readonly EventRow[]): { to?: number } {
  const calendar = calendarOfGroup(program, scenario.group);
  const named = scenario.expectations
    .flatMap(({ on, until }) => [on, until])
    .flatMap((moment) => (moment === null ? [] : [calendar.instantAt(localMicros(moment))]));
  const instants = [...rows.map(({ ts }) => ts), ...named];
  return instants.length === 0 ? {} : { to: instants.reduce((last, instant) => Math.max(last, instant)) };
}
