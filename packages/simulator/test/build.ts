/** Builds policies and logs concisely for tests; whatever is not given is empty. */
import { SIGNALS, type Signal } from '@steward/events';
import type { Rational } from '@steward/numbers';
import type {
  ActionCall,
  ActionDefinition,
  Aggregate,
  ArgumentValue,
  Campaign,
  ComparisonOperator,
  Condition,
  Constant,
  EventCondition,
  GroupPolicy,
  HealthDimension,
  Policy,
  Quantity,
  Response,
  Risk,
  SourceRange,
  Tier,
  Unit,
  Window,
} from '@steward/policy';
import { lengthsWith } from '@steward/policy';
import { type Duration, durationMicros } from '@steward/time';
import {
  columnsFromEvents,
  compile,
  type EventRow,
  type GroupOutcome,
  type RunOptions,
  runGroup,
} from '../src/index.ts';

export const RANGE: SourceRange = {
  file: 0,
  startOffset: 0,
  endOffset: 0,
  startLine: 1,
  startColumn: 1,
  endLine: 1,
  endColumn: 1,
};

/** `7d`, `2h`, `30min`. */
export function duration(text: string): Duration {
  const [, amount = '', unit = ''] = /^(\d+)(s|min|h|d|w)$/.exec(text) ?? [];
  if (amount === '') throw new Error(`no duration: ${text}`);
  return { amount: Number(amount), unit: unit as Duration['unit'] };
}

/** `in 7d`, `per week`, `all`, `run`. */
export function window(text: string): Window {
  const [word, rest = ''] = text.split(' ');
  if (word === 'in') return { kind: 'trailing', duration: duration(rest) };
  if (word === 'per') return { kind: 'period', period: rest as 'day' };
  return { kind: word as 'all' | 'run' };
}

interface AggregateShape {
  function?: Aggregate['function'];
  field?: Aggregate['field'];
  scope?: Aggregate['scope'];
  where?: EventCondition;
}

/** `count(signal)` of the group unless said otherwise. */
export function count(signal: string, over: string, shape: AggregateShape = {}): Aggregate {
  return {
    kind: 'aggregate',
    function: shape.function ?? 'count',
    parts: signal.split('|').map((part) => ({ signal: part, where: shape.where ?? null })),
    signal,
    field: shape.field ?? null,
    scope: shape.scope ?? 'group',
    window: window(over),
    unit: 'count',
    range: RANGE,
  };
}

export function own(signal: string, over: string, shape: AggregateShape = {}): Aggregate {
  return count(signal, over, { ...shape, scope: 'member' });
}

export function since(signal: string, scope: Aggregate['scope'] = 'member'): Aggregate {
  return { ...count(signal, 'all', { function: 'since', scope }), unit: 'duration' };
}

export function members(over = 'all'): Quantity {
  return { kind: 'intrinsic', name: 'members', window: window(over), unit: 'count', range: RANGE };
}

/** A number, `2/5`, or a duration. */
export function constant(text: string | number): Constant {
  const [numerator, denominator] = String(text).split('/').map(Number);
  const isDuration = Number.isNaN(numerator);
  const value: Rational = isDuration
    ? { numerator: durationMicros(duration(String(text))), denominator: 1 }
    : { numerator: numerator ?? 0, denominator: denominator ?? 1 };
  const unit: Unit = isDuration ? 'duration' : 'number';
  return { kind: 'constant', value, unit, text: String(text), range: RANGE };
}

export function is(left: Quantity, operator: ComparisonOperator, right: Quantity | string | number): Condition {
  const other = typeof right === 'object' ? right : constant(right);
  return { kind: 'compare', operator, left, right: other, range: RANGE };
}

export function divide(left: Quantity, right: Quantity): Quantity {
  return { kind: 'arithmetic', operator: '/', left, right, unit: 'ratio', range: RANGE };
}

export function both(left: Condition, right: Condition): Condition {
  return { kind: 'and', left, right, range: RANGE };
}

export function top(limit: number | string, measure: Quantity): Condition {
  const places = { kind: 'places' as const, places: Number(limit) };
  const share = typeof limit === 'string' ? { kind: 'share' as const, share: constant(limit).value } : places;
  return { kind: 'rank', direction: 'top', limit: share, measure, range: RANGE };
}

export function about(value: string): EventCondition {
  return { kind: 'field-in', field: 'about', values: [{ name: value, spellings: [value] }], range: RANGE };
}

export function tier(name: string, when: Condition | null, more: Partial<Tier> = {}): Tier {
  const empty = { label: null, color: null, grace: null, badge: null, benefits: [], tasks: [], strategies: [] };
  return { name, range: RANGE, when, actions: [], ...empty, ...more };
}

export function risk(name: string, when: Condition, more: Partial<Risk> = {}): Risk {
  const empty = { for: null, cooldown: null, actions: [], escalations: [] };
  return { name, label: null, range: RANGE, when, ...empty, ...more };
}

export function health(name: string, goals: Condition[], more: Partial<HealthDimension> = {}): HealthDimension {
  const made = goals.map((when) => ({ when, for: null, range: RANGE }));
  return { name, label: null, range: RANGE, goals: made, responses: [], ...more };
}

export function response(actions: ActionCall[], more: Partial<Response> = {}): Response {
  return { ...lengthsWith('response', () => null), actions, range: RANGE, ...more };
}

export function campaign(
  name: string,
  phases: [Campaign['phases'][number]['name'], string][],
  more: Partial<Campaign> = {},
): Campaign {
  return {
    name,
    label: null,
    range: RANGE,
    size: 'medium',
    phases: phases.map(([phase, length]) => ({
      name: phase,
      duration: duration(length),
      actions: [],
      produces: null,
      range: RANGE,
    })),
    goals: [],
    starts: [],
    ...more,
  };
}

export function call(action: string, values: Record<string, ArgumentValue> = {}): ActionCall {
  return {
    action,
    arguments: Object.entries(values).map(([parameter, value]) => ({ parameter, value })),
    range: RANGE,
  };
}

export const SENDER: ArgumentValue = { kind: 'matched', what: 'sender' };

export function action(name: string, parameters: string[] = [], prevents: Signal[] = []): ActionDefinition {
  return {
    name,
    label: null,
    range: RANGE,
    alias: null,
    parameters: parameters.map((parameter) => ({ name: parameter, default: null })),
    needs: [],
    prevents,
  };
}

export function group(
  more: Partial<Omit<GroupPolicy, 'content'>> & { content?: Partial<GroupPolicy['content']> } = {},
): GroupPolicy {
  return {
    name: 'G',
    label: null,
    range: RANGE,
    kind: 'interest',
    match: [],
    platform: null,
    timezone: 'UTC',
    capacity: null,
    purpose: null,
    nickname: null,
    founded: null,
    roster: null,
    sample: null,
    tiers: [],
    health: [],
    risks: [],
    campaigns: [],
    cadence: [],
    lifecycle: null,
    duty: [],
    ...more,
    content: { categories: [], mixes: [], caps: [], bans: [], slots: [], ...more.content },
  };
}

export function policyOf(groups: GroupPolicy[], actions: ActionDefinition[] = []): Policy {
  return {
    format: 'steward-policy/1',
    files: [{ path: 'test.group' }],
    groups,
    signals: [],
    metrics: [],
    actions,
    lexicons: [],
    roles: [],
    tools: [],
    scripts: [],
    scenarios: [],
  };
}

/** `2025-03-01T10:00` in UTC. */
export function at(text: string): number {
  return Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`) * 1000;
}

/** `2025-03-01T10:00 ann message`, plus further fields. */
export function row(text: string, more: Partial<EventRow> = {}): EventRow {
  const [when = '', member = '', kind = ''] = text.split(' ');
  return { ts: at(when), group: 'g', member: member === '-' ? null : member, kind: kind as Signal, ...more };
}

interface RunShape {
  actions?: ActionDefinition[];
  shows?: readonly Signal[];
  complete?: boolean;
  options?: RunOptions;
  covers?: { from?: number; to?: number };
}

export function run(policy: GroupPolicy, rows: EventRow[], shape: RunShape = {}): GroupOutcome {
  const program = compile(policyOf([policy], shape.actions ?? []));
  const [log] = columnsFromEvents(
    rows,
    program.textPredicates,
    shape.covers === undefined ? {} : { covers: shape.covers },
  );
  if (log === undefined) throw new Error('no rows, no group');
  const info = {
    files: ['log'],
    shows: [...(shape.shows ?? SIGNALS)],
    roles: rows.some(({ role }) => role !== undefined && role !== null && role !== 'bot'),
    complete: shape.complete ?? false,
  };
  return runGroup(program, policy.name, log, info, [], shape.options);
}
