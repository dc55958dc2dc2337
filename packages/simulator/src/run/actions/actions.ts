/** Actions in order, with their arguments resolved and what they would have prevented. */
import { type ActionDefinition, type ArgumentValue, durationText } from '@steward/policy';
import { durationMicros, instantText } from '@steward/time';
import type { ActionRecord, ActionsOutcome, ResolvedArgument } from '../../outcome/actions.ts';
import { streamPlan } from '../../program/clauses.ts';
import { evidenceOf } from '../evidence.ts';
import { countUpTo } from '../members/memberships.ts';
import type { GroupStore } from '../store.ts';
import { frameEnd } from '../time/frame.ts';
import type { Subject, Trigger } from './triggers.ts';

export type ActionsByName = ReadonlyMap<string, ActionDefinition>;

/**
 * @param triggers in action order
 * @param limit how many to list one by one
 */
export function runActions(
  store: GroupStore,
  definitions: readonly ActionDefinition[],
  triggers: readonly Trigger[],
  limit: number,
): ActionsOutcome {
  const byName = actionsByName(definitions);
  /** Made on first use, because a group uses few of the actions. */
  const preventers = new Map<string, Preventer>();
  const counts = new Map<string, { count: number; prevented: number }>();
  const records: ActionRecord[] = [];
  for (const trigger of triggers) {
    const name = trigger.call.action;
    const isNotified = records.length < limit;
    const preventing = preventerOf(store, byName.get(name), preventers);
    // Beyond the limit, actions are only counted.
    const given = isNotified || preventing !== null || !byName.has(name) ? argumentsOf(byName, trigger) : [];
    const prevented = preventing?.(trigger, given) ?? null;
    const tally = counts.get(name) ?? { count: 0, prevented: 0 };
    tally.count += 1;
    tally.prevented += prevented ?? 0;
    counts.set(name, tally);
    if (isNotified) records.push(describe(store, trigger, given, prevented));
  }
  return {
    total: triggers.length,
    byAction: definitions.flatMap(({ name }) => {
      const tally = counts.get(name);
      return tally === undefined ? [] : [{ action: name, ...tally }];
    }),
    records,
  };
}

export function actionsByName(definitions: readonly ActionDefinition[]): ActionsByName {
  return new Map(definitions.map((definition) => [definition.name, definition]));
}

interface Given {
  parameter: string;
  value: ArgumentValue;
}

/** In parameter order: the call's argument, else the default; parameters with neither are left out. */
export function argumentsOf(definitions: ActionsByName, { call }: Trigger): Given[] {
  const definition = definitions.get(call.action);
  if (definition === undefined) throw new Error(`the policy calls an action that it does not define: ${call.action}`);
  return definition.parameters.flatMap((parameter) => {
    const value = call.arguments.find((argument) => argument.parameter === parameter.name)?.value ?? parameter.default;
    return value === null ? [] : [{ parameter: parameter.name, value }];
  });
}

function describe(
  store: GroupStore,
  trigger: Trigger,
  given: readonly Given[],
  prevented: number | null,
): ActionRecord {
  return {
    at: instantText(trigger.at),
    action: trigger.call.action,
    cause: trigger.cause,
    arguments: given.map(({ parameter, value }) => ({ parameter, value: resolve(store, value, trigger.subject) })),
    prevented,
  };
}

function resolve(store: GroupStore, value: ArgumentValue, subject: Subject): ResolvedArgument {
  switch (value.kind) {
    case 'string':
      return { kind: 'text', text: value.value };
    case 'number':
      return { kind: 'text', text: value.text };
    case 'duration':
      return { kind: 'text', text: durationText(value.value) };
    case 'reference':
      return { kind: 'reference', to: value.to, name: value.name };
    case 'matched':
      if (value.what === 'message') return { kind: 'messages', evidence: evidenceOf(store, subject.messages) };
      return {
        kind: 'members',
        members: personsOf(value.what, subject).map((person) => store.people.persons[person]?.id ?? ''),
      };
  }
}

function personsOf(what: 'sender' | 'member', subject: Subject): readonly number[] {
  return what === 'sender' ? subject.senders : subject.members;
}

type Preventer = (trigger: Trigger, given: readonly Given[]) => number;

function preventerOf(
  store: GroupStore,
  definition: ActionDefinition | undefined,
  known: Map<string, Preventer>,
): Preventer | null {
  if (definition === undefined || definition.prevents.length === 0) return null;
  const made = known.get(definition.name) ?? preventer(store, definition);
  known.set(definition.name, made);
  return made;
}

/** Counts what actions of one name would have prevented. Actions come in time order, and no event counts twice. */
function preventer(store: GroupStore, definition: ActionDefinition): Preventer {
  const stream = store.memberStream(streamPlan(definition.prevents.map((signal) => ({ signal, where: null }))));
  const until = new Map<number, number>();
  const end = frameEnd(store.frame);
  return (trigger, given) => {
    const length = given.map(({ value }) => value).find((value) => value.kind === 'duration');
    const to = length === undefined ? end : trigger.at + durationMicros(length.value);
    let prevented = 0;
    for (const person of membersArgument(trigger, given)) {
      const from = Math.max(trigger.at, until.get(person) ?? Number.NEGATIVE_INFINITY);
      if (to <= from) continue;
      until.set(person, to);
      const own = stream.ts.subarray(stream.offsets[person] ?? 0, stream.offsets[person + 1] ?? 0);
      prevented += countUpTo(own, to) - countUpTo(own, from);
    }
    return prevented;
  };
}

/** Persons in the first argument that names members. */
function membersArgument(trigger: Trigger, given: readonly Given[]): readonly number[] {
  for (const { value } of given) {
    if (value.kind === 'matched' && value.what !== 'message') return personsOf(value.what, trigger.subject);
  }
  return [];
}
