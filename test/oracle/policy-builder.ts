/** Builds policies concisely, for hand-computed and generated cases. Ranges are empty, because no result shows them. */
import type { Rational } from '@steward/numbers';
import {
  type ActionCall,
  type ActionDefinition,
  type Aggregate,
  type AggregateFunction,
  type ArgumentValue,
  type Arithmetic,
  type Campaign,
  type ComparisonOperator,
  type Condition,
  type Constant,
  type EventCondition,
  type EventField,
  type FieldValue,
  type Goal,
  type GroupPolicy,
  type Intrinsic,
  lengthsWith,
  type MetricUse,
  type Phase,
  POLICY_FORMAT,
  type Policy,
  type Quantity,
  type Rank,
  type Response,
  type Risk,
  type RoleDefinition,
  type SignalPart,
  type SourceRange,
  type Stage,
  type Tier,
  type Unit,
  type Window,
} from '@steward/policy';
import type { Duration, Period } from '@steward/time';
import { durationMicros } from './durations.ts';

export const RANGE: SourceRange = {
  file: 0,
  startOffset: 0,
  endOffset: 0,
  startLine: 1,
  startColumn: 1,
  endLine: 1,
  endColumn: 1,
};

/** `30d`, `2h`, `90min`. */
export function duration(text: string): Duration {
  const match = /^(\d+)(s|min|h|d|w)$/.exec(text);
  const unit = match?.[2];
  if (unit !== 's' && unit !== 'min' && unit !== 'h' && unit !== 'd' && unit !== 'w')
    throw new Error(`no duration: ${text}`);
  return { amount: Number(match?.[1]), unit };
}

export function ratio(numerator: number, denominator: number): Rational {
  const divisor = commonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? Math.max(a, 1) : commonDivisor(b, a % b);
}

export const ALL: Window = { kind: 'all' };
export const RUN: Window = { kind: 'run' };

export function within(text: string): Window {
  return { kind: 'trailing', duration: duration(text) };
}

export function per(period: Period): Window {
  return { kind: 'period', period };
}

export interface AggregateShape {
  function?: AggregateFunction;
  signals: readonly string[];
  where?: EventCondition | null;
  window?: Window;
  field?: EventField | null;
  scope?: 'member' | 'group';
}

export function aggregate(shape: AggregateShape): Aggregate {
  const { signals, where = null, window = ALL, field = null, scope = 'group' } = shape;
  const what = shape.function ?? 'count';
  const parts = signals.map((signal): SignalPart => ({ signal, where }));
  const unit = what === 'since' ? 'duration' : what === 'sum' || what === 'average' ? 'number' : 'count';
  return {
    kind: 'aggregate',
    function: what,
    parts,
    signal: signals.join(' | '),
    field,
    scope,
    window,
    unit,
    range: RANGE,
  };
}

export function count(signal: string, window: Window, scope: 'member' | 'group' = 'group'): Aggregate {
  return aggregate({ signals: [signal], window, scope });
}

export function since(signal: string, scope: 'member' | 'group' = 'group'): Aggregate {
  return aggregate({ function: 'since', signals: [signal], scope });
}

export function intrinsic(name: Intrinsic['name'], window: Window = ALL): Intrinsic {
  return {
    kind: 'intrinsic',
    name,
    window,
    unit: name === 'age' || name === 'tenure' ? 'duration' : 'count',
    range: RANGE,
  };
}

export function constant(value: Rational, unit: Unit, text: string): Constant {
  return { kind: 'constant', value, unit, text, range: RANGE };
}

export function number(value: number): Constant {
  return constant(ratio(value, 1), 'count', String(value));
}

export function percent(value: number): Constant {
  return constant(ratio(value, 100), 'ratio', `${value}%`);
}

export function length(text: string): Constant {
  return constant({ numerator: durationMicros(duration(text)), denominator: 1 }, 'duration', text);
}

export function calculate(
  left: Quantity,
  operator: Arithmetic['operator'],
  right: Quantity,
  unit: Unit = 'number',
): Arithmetic {
  return { kind: 'arithmetic', operator, left, right, unit, range: RANGE };
}

export function metric(name: string, window: Window, body: Quantity): MetricUse {
  return { kind: 'metric', metric: name, window, body, unit: body.unit, range: RANGE };
}

export function compares(left: Quantity, operator: ComparisonOperator, right: Quantity | number): Condition {
  const constantRight = typeof right === 'number' ? number(right) : right;
  return { kind: 'compare', operator, left, right: constantRight, range: RANGE };
}

export function both(left: Condition, right: Condition): Condition {
  return { kind: 'and', left, right, range: RANGE };
}

export function either(left: Condition, right: Condition): Condition {
  return { kind: 'or', left, right, range: RANGE };
}

export function negated(operand: Condition): Condition {
  return { kind: 'not', operand, range: RANGE };
}

export function trend(measure: Quantity, direction: 'rises' | 'falls', percentage: number, window: Window): Condition {
  return { kind: 'trend', direction, measure, window, by: ratio(percentage, 100), range: RANGE };
}

export function rank(direction: Rank['direction'], limit: number | `${number}%`, measure: Quantity): Condition {
  const places = typeof limit === 'number' ? limit : null;
  return {
    kind: 'rank',
    direction,
    limit:
      places === null
        ? { kind: 'share', share: ratio(Number.parseInt(String(limit), 10), 100) }
        : { kind: 'places', places },
    measure,
    range: RANGE,
  };
}

type ListField = Extract<EventCondition, { kind: 'field-in' }>['field'];

export function fieldIn(field: ListField, ...values: (string | FieldValue)[]): EventCondition {
  const named = values.map((value) => (typeof value === 'string' ? { name: value, spellings: [value] } : value));
  return { kind: 'field-in', field, values: named, range: RANGE };
}

export function fieldNot(operand: EventCondition): EventCondition {
  return { kind: 'not', operand, range: RANGE };
}

export function contains(...words: string[]): EventCondition {
  return { kind: 'contains', words, lexicon: null, range: RANGE };
}

export function matches(pattern: string, ignoreCase = false): EventCondition {
  return { kind: 'matches', pattern, ignoreCase, range: RANGE };
}

export function amount(operator: ComparisonOperator, value: Rational): EventCondition {
  return { kind: 'field-compare', operator, value, range: RANGE };
}

export function tier(name: string, when: Condition | null, more: Partial<Tier> = {}): Tier {
  return {
    ...{ name, label: null, range: RANGE, color: null, when, grace: null, badge: null },
    ...{ benefits: [], tasks: [], strategies: [], actions: [] },
    ...more,
  };
}

export function risk(name: string, when: Condition, more: Partial<Risk> = {}): Risk {
  return {
    ...{ name, label: null, range: RANGE, when, for: null, cooldown: null, actions: [], escalations: [] },
    ...more,
  };
}

export function goal(when: Condition, held: Duration | null = null): Goal {
  return { when, for: held, range: RANGE };
}

export function response(actions: ActionCall[], more: Partial<Response> = {}): Response {
  return { ...lengthsWith('response', () => null), actions, range: RANGE, ...more };
}

export function stage(name: string, when: Condition | null, held: Duration | null = null): Stage {
  return { name, label: null, range: RANGE, when, for: held, focus: [] };
}

export function phase(name: Phase['name'], lasts: string, actions: ActionCall[] = []): Phase {
  return { name, duration: duration(lasts), actions, produces: null, range: RANGE };
}

export function campaign(name: string, phases: Phase[], more: Partial<Campaign> = {}): Campaign {
  return { ...{ name, label: null, range: RANGE, size: 'medium', phases, goals: [], starts: [] }, ...more };
}

export function call(action: string, values: Record<string, ArgumentValue> = {}): ActionCall {
  const given = Object.entries(values).map(([parameter, value]) => ({ parameter, value }));
  return { action, arguments: given, range: RANGE };
}

export function matched(what: 'sender' | 'message' | 'member'): ArgumentValue {
  return { kind: 'matched', what };
}

export function reference(
  to: 'script' | 'role' | 'campaign' | 'tier' | 'lexicon' | 'risk' | 'category',
  name: string,
): ArgumentValue {
  return { kind: 'reference', to, name };
}

export function actionDefinition(
  name: string,
  parameters: Record<string, ArgumentValue | null>,
  prevents: string[] = [],
): ActionDefinition {
  const named = Object.entries(parameters).map(([parameter, value]) => ({ name: parameter, default: value }));
  return { name, label: null, range: RANGE, alias: null, parameters: named, needs: [], prevents };
}

/** The prelude's actions as far as they matter here: warnings, mutes, notifications and campaigns. */
export const ACTIONS: readonly ActionDefinition[] = [
  actionDefinition('warn', { member: null }),
  actionDefinition('mute', { member: null, length: { kind: 'duration', value: duration('1d') } }, ['message', 'share']),
  actionDefinition('kick', { member: null }, ['message', 'reaction', 'checkin', 'purchase']),
  actionDefinition('recall', { message: matched('message') }),
  actionDefinition('notify', { who: null, text: { kind: 'string', value: 'look' } }),
  actionDefinition('start', { campaign: null }),
  actionDefinition('pause', { campaign: null }),
];

export function group(name: string, more: Partial<GroupPolicy> = {}): GroupPolicy {
  return {
    ...{ name, label: null, range: RANGE, kind: 'service', match: [], platform: null, timezone: 'UTC', capacity: null },
    ...{ purpose: null, nickname: null, founded: null, roster: null, sample: null, tiers: [] },
    ...{ content: { categories: [], mixes: [], caps: [], bans: [], slots: [] }, health: [], risks: [], campaigns: [] },
    ...{ cadence: [], lifecycle: null, duty: [] },
    ...more,
  };
}

export function policyOf(
  groups: GroupPolicy[],
  actions: readonly ActionDefinition[] = ACTIONS,
  roles: readonly RoleDefinition[] = [],
): Policy {
  return {
    format: POLICY_FORMAT,
    files: [{ path: 'main.group' }],
    groups,
    signals: [],
    metrics: [],
    actions: [...actions],
    lexicons: [],
    roles: [...roles],
    tools: [],
    scripts: [],
    scenarios: [],
  };
}
