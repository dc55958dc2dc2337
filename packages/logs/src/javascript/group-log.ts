/** The events of one group as the columns that engines read. */
import { type GroupLog, type LogMember, NONE } from '@steward/events';
import { foundedIn, targetMembers } from '../columns/group-log.ts';
import { MESSAGE, NO_AMOUNT } from '../schema/fields.ts';
import type { PlacedEvent } from './rows.ts';

export interface GroupFacts {
  group: string;
  groupName: string | null;
  covers: { from: number; to: number };
  /** Microseconds of its founding notice; null if it has none. */
  founded: number | null;
  /** A member's name if the whole log knows exactly one; null if it knows several or none. */
  nameOf: (member: string) => string | null;
}

/** @param events in log order; @param textBits answers in that order */
export function groupLogOf(events: readonly PlacedEvent[], facts: GroupFacts, textBits: Uint32Array[]): GroupLog {
  const ts = Float64Array.from(events, ({ event }) => event.ts);
  const members = new Numbering();
  const labels = new Numbering();
  const targets = new Numbering();
  const member = members.column(events.map(({ event }) => event.member));
  const category = labels.column(events.map(({ event }) => event.category));
  const about = labels.column(events.map(({ event }) => event.about));
  const target = targets.column(events.map(({ event }) => event.target));
  const people = membersOf(members.values, events, facts);
  return {
    group: facts.group,
    groupName: facts.groupName,
    covers: facts.covers,
    founded: foundedIn(facts.founded, ts),
    members: people,
    length: events.length,
    ts,
    member,
    kind: Uint8Array.from(events, ({ event }) => event.kind),
    role: Uint8Array.from(events, ({ event }) => event.role),
    media: Uint8Array.from(events, ({ event }) => event.media),
    category,
    about,
    target,
    amount: Float64Array.from(events, ({ event }) => (event.amount === NO_AMOUNT ? Number.NaN : event.amount)),
    hasText: Uint8Array.from(events, ({ event }) => (event.text === null ? 0 : 1)),
    textBits,
    labels: labels.values,
    targets: targets.values,
    targetEvent: targetEvents(targets, events),
    targetMember: targetMembers(targets.values, people),
    sourceFile: Uint16Array.from(events, ({ file }) => file),
    sourceLine: Uint32Array.from(events, ({ event }) => event.line),
  };
}

/** Numbers texts in the order in which they first occur. */
class Numbering {
  readonly values: string[] = [];
  readonly numbers = new Map<string, number>();

  column(texts: readonly (string | null)[]): Int32Array {
    return Int32Array.from(texts, (text) => (text === null ? NONE : this.#numberOf(text)));
  }

  #numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.values.length);
    this.values.push(text);
    return this.values.length - 1;
  }
}

/** With the last name seen for each. */
function membersOf(ids: readonly string[], events: readonly PlacedEvent[], facts: GroupFacts): LogMember[] {
  const last = new Map<string, string>();
  for (const { event } of events) {
    if (event.member !== null && event.memberName !== null) last.set(event.member, event.memberName);
  }
  return ids.map((id) => ({ id, name: last.get(id) ?? facts.nameOf(id) }));
}

/** Links events to the messages of the group that their targets name by id. */
function targetEvents({ values, numbers }: Numbering, events: readonly PlacedEvent[]): Int32Array {
  const column = new Int32Array(values.length).fill(NONE);
  for (const [index, { event }] of events.entries()) {
    if (event.kind !== MESSAGE || event.id === null) continue;
    const target = numbers.get(event.id);
    if (target !== undefined) column[target] = index;
  }
  return column;
}
