/**
 * What is known of one group's log under one policy: the frame, its people, and everything derived from the columns, computed on first use
 * and cached under a key that states its inputs.
 */
import { type GroupLog, type LogInfo, type RosterEntry, SIGNALS, type Signal } from '@steward/events';
import type { EventField, GroupPolicy, RoleDefinition } from '@steward/policy';
import { resolveCategories } from '../columns/categories.ts';
import { doubtfulFields, noSupposition, withCategories } from '../columns/doubt.ts';
import type { FilterContext } from '../columns/filter.ts';
import {
  byMember,
  eventsBySignal,
  fieldCodes,
  isDoubtful,
  type MemberStream,
  possibleCodes,
  type Stream,
  selectStream,
} from '../columns/streams.ts';
import type { AggregateLeaf, Leaf, StreamPlan } from '../program/plan.ts';
import type { GroupProgram } from '../program/program.ts';
import type { People } from './members/memberships.ts';
import { buildFrame, eventDays, type Frame } from './time/frame.ts';

/** Caches the result of `make` under `key`. The key must cover everything the value depends on, except the log itself. */
export type Keep = <T>(key: string, make: () => T) => T;

export interface GroupStore {
  log: GroupLog;
  info: LogInfo;
  policy: GroupPolicy;
  frame: Frame;
  people: People;
  /** As declared in the rules. */
  declared: readonly RoleDefinition[];
  roster: readonly RosterEntry[];
  messages: number;
  /** Evaluated day of each event. */
  eventDay: Int32Array;
  /** Resolved category of each event. */
  categories: Int16Array;
  filter: FilterContext;
  keep: Keep;
  /** What a leaf depends on besides the log, as a key for values derived from it. */
  leafKey(leaf: Leaf): string;
  shows(signals: readonly Signal[]): boolean;
  stream(plan: StreamPlan): Stream;
  memberStream(plan: StreamPlan): MemberStream;
  codes(field: EventField): ArrayLike<number>;
  /** The aggregate over all events that may count; null if it is known for every event whether it counts. */
  possibly(leaf: AggregateLeaf): AggregateLeaf | null;
  possibleCodes(field: EventField): ArrayLike<number>;
}

function possibly(leaf: AggregateLeaf, filter: FilterContext): AggregateLeaf | null {
  const hangs = isDoubtful(leaf.stream, filter) || (leaf.field !== null && filter.doubtful.has(leaf.field));
  if (!hangs) return null;
  return { ...leaf, stream: { ...leaf.stream, key: `possible ${leaf.stream.key}`, possible: true } };
}

/** Caches for one run. */
function keepOnce(): Keep {
  const kept = new Map<string, unknown>();
  return (key, make) => {
    // Each key is only ever used with one `make`, so its value has that type.
    if (kept.has(key)) return kept.get(key) as ReturnType<typeof make>;
    const made = make();
    kept.set(key, made);
    return made;
  };
}

export interface StoreInput {
  log: GroupLog;
  info: LogInfo;
  roster: readonly RosterEntry[];
  program: GroupProgram;
  /** Bit of each text predicate in the log. */
  bits: ReadonlyMap<string, number>;
}

/** @param keep cache of earlier runs over the same log and roster */
export function openStore(input: StoreInput, keep: Keep = keepOnce()): GroupStore {
  const { log, info, roster, program, bits } = input;
  const { policy } = program;

  const zone = policy.timezone;
  const { frame, people } = keep(`frame ${zone}`, () =>
    buildFrame({ log, info, roster, declared: program.roles }, zone),
  );
  const declared = policy.content.categories;
  const categoriesKey = program.keys.categories;
  const names = people.persons.map((person) => person.name);
  const { roles } = people;
  const doubtful = keep('doubtful', () => doubtfulFields(log, roles));
  const unresolved: FilterContext = {
    log,
    bits,
    names,
    roles,
    doubtful,
    suppose: keep('supposition', noSupposition),
    declared,
    categories: null,
    undecided: null,
    supposedCategory: null,
  };
  const resolved = keep(categoriesKey, () => resolveCategories(unresolved));
  const categories = resolved.ofEvents;
  const filter: FilterContext = {
    ...unresolved,
    doubtful: withCategories(doubtful, declared),
    categories,
    undecided: resolved.undecided,
    supposedCategory: resolved.supposed,
  };
  const shown = new Set<Signal>(info.shows);

  /** Streams that read the category depend on its definitions. */
  const dependence = (plan: StreamPlan): string =>
    plan.fields.includes('category') ? `${plan.key} ${categoriesKey}` : plan.key;

  const bySignal = keep('signals', () => eventsBySignal(log));
  const stream = (plan: StreamPlan): Stream =>
    keep(`stream ${dependence(plan)}`, () => selectStream(plan, filter, bySignal));
  const eventDay = keep(`days ${zone}`, () => eventDays(log, frame));

  const codes = (field: EventField): ArrayLike<number> =>
    keep(field === 'category' ? `codes category ${categoriesKey}` : `codes ${field}`, () => fieldCodes(field, filter));

  return {
    log,
    info,
    policy,
    frame,
    people,
    declared: program.roles,
    roster,
    messages: bySignal[SIGNALS.indexOf('message')]?.length ?? 0,
    eventDay,
    categories,
    filter,
    keep,
    leafKey: ({ key, fields, readsAge }) =>
      `${zone} ${readsAge ? policy.founded : null} ${fields.includes('category') ? categoriesKey : ''} ${key}`,
    shows: (signals) => info.complete || signals.every((signal) => shown.has(signal)),
    stream,
    memberStream: (plan) =>
      keep(`members ${zone} ${dependence(plan)}`, () => byMember(stream(plan), log, eventDay, log.members.length)),
    codes,
    possibly: (leaf) => possibly(leaf, filter),
    possibleCodes: (field) =>
      keep(`possible codes ${field} ${field === 'category' ? categoriesKey : ''}`, () =>
        possibleCodes(field, codes(field), filter),
      ),
  };
}
