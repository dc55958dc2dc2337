/** Actions: what would have been done, in order, with arguments and what it would have prevented. */
import type { ActionCall, ActionDefinition, ArgumentValue } from '@steward/policy';
import type { ActionCause, ActionRecord, ActionsOutcome, ResolvedArgument } from '@steward/simulator';
import { instantText } from './calendar.ts';
import { durationMicros } from './durations.ts';
import { evidenceOf } from './evidence.ts';
import type { Row } from './rows.ts';
import type { World } from './world.ts';

const LAST_RECORD = 1_000;

/** What the clause matched. */
export interface Match {
  senders: string[];
  members: string[];
  messages: Row[];
}

export const NOTHING_MATCHED: Match = { senders: [], members: [], messages: [] };

/** One call at one instant. */
export interface Act {
  at: number;
  call: ActionCall;
  cause: ActionCause;
  matched: Match;
  /** Sort keys within one instant, most significant first. */
  order: (number | string)[];
}

/** Order of clause kinds within one instant. */
export const ORDER = { ban: 0, risk: 1, tier: 2, health: 3, campaign: 4 } as const;

/** All calls of a clause. */
export function actsOf(calls: readonly ActionCall[], clause: Omit<Act, 'call'>): Act[] {
  return calls.map((call, index) => ({ ...clause, call, order: [...clause.order, index] }));
}

export function inOrder(acts: readonly Act[]): Act[] {
  return [...acts].sort((a, b) => a.at - b.at || compareOrder(a.order, b.order));
}

function compareOrder(a: Act['order'], b: Act['order']): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined || left === right) continue;
    return left < right ? -1 : 1;
  }
  return 0;
}

export function runActions(world: World, acts: readonly Act[]): ActionsOutcome {
  const taken = new Map<string, Set<Row>>();
  const records = inOrder(acts).map((act) => recordOf(world, act, taken));
  return {
    total: records.length,
    byAction: world.policy.actions.flatMap(({ name }) => {
      const own = records.filter((record) => record.action === name);
      const prevented = own.reduce((sum, record) => sum + (record.prevented ?? 0), 0);
      return own.length === 0 ? [] : [{ action: name, count: own.length, prevented }];
    }),
    records: records.slice(0, LAST_RECORD),
  };
}

function recordOf(world: World, act: Act, taken: Map<string, Set<Row>>): ActionRecord {
  const given = argumentsOf(world, act.call);
  const resolved = given.map(({ parameter, value }) => ({ parameter, value: resolve(world, value, act.matched) }));
  return {
    at: instantText(act.at),
    action: act.call.action,
    cause: act.cause,
    arguments: resolved,
    prevented: preventedBy(world, act, taken),
  };
}

function definitionOf(world: World, call: ActionCall): ActionDefinition {
  const definition = world.policy.actions.find((action) => action.name === call.action);
  if (definition === undefined) throw new Error(`no action ${call.action}`);
  return definition;
}

/** In parameter order, with defaults filled in. */
export function argumentsOf(world: World, call: ActionCall): { parameter: string; value: ArgumentValue }[] {
  return definitionOf(world, call).parameters.flatMap((parameter) => {
    const given = call.arguments.find((argument) => argument.parameter === parameter.name);
    const value = given?.value ?? parameter.default;
    return value === null ? [] : [{ parameter: parameter.name, value }];
  });
}

function resolve(world: World, value: ArgumentValue, matched: Match): ResolvedArgument {
  switch (value.kind) {
    case 'string':
      return { kind: 'text', text: value.value };
    case 'number':
      return { kind: 'text', text: value.text };
    case 'duration':
      return { kind: 'text', text: `${value.value.amount}${value.value.unit}` };
    case 'reference':
      return { kind: 'reference', to: value.to, name: value.name };
    case 'matched':
      if (value.what === 'message') return { kind: 'messages', evidence: evidenceOf(matched.messages, world) };
      return { kind: 'members', members: value.what === 'sender' ? matched.senders : matched.members };
  }
}

/** Counts the later events that the action would have prevented, and removes them for later actions of the same name. */
function preventedBy(world: World, act: Act, taken: Map<string, Set<Row>>): number | null {
  const definition = definitionOf(world, act.call);
  if (definition.prevents.length === 0) return null;

  const values = argumentsOf(world, act.call).map((argument) => resolve(world, argument.value, act.matched));
  const members = values.find((value) => value.kind === 'members')?.members ?? [];
  const length = argumentsOf(world, act.call).find((argument) => argument.value.kind === 'duration')?.value;
  const until = length?.kind === 'duration' ? act.at + durationMicros(length.value) : Infinity;
  const gone = taken.get(definition.name) ?? new Set<Row>();
  taken.set(definition.name, gone);

  const prevented = world.rows.filter(
    (row) =>
      definition.prevents.includes(row.kind) &&
      row.member !== null &&
      members.includes(row.member) &&
      row.ts > act.at &&
      row.ts <= until &&
      !gone.has(row),
  );
  for (const row of prevented) gone.add(row);
  return prevented.length;
}
