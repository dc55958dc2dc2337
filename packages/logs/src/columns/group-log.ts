/** The records of one group as the columns that engines read. */
import { type GroupLog, type LogMember, NONE } from '@steward/events';
import { hasTextOf, kindOf, mediaOf, roleOf } from '../database/flags.ts';
import { MESSAGE } from '../schema/fields.ts';
import { HashIndex } from './hash-index.ts';
import type { EventLayout } from './layout.ts';
import { wide } from './order.ts';

/** Texts by the hash that records hold. @throws Error for a hash that the log does not have */
export interface TextsByHash {
  textOf(low: number, high: number): string;
}

/** A member's id, and their name if the whole log knows only one. */
export interface MembersByHash {
  memberOf(low: number, high: number): LogMember;
}

/** The targets of one group. */
export interface HashedTexts {
  /** Two words each. */
  hashes: Uint32Array;
  texts: string[];
}

export interface GroupFacts {
  group: string;
  groupName: string | null;
  covers: { from: number; to: number };
  /** Microseconds of its founding notice; null if it has none. */
  founded: number | null;
  targets: HashedTexts;
}

export interface Dictionaries {
  members: MembersByHash;
  memberNames: TextsByHash;
  labels: TextsByHash;
}

/** @param records of one group; @param order offsets of its events, in log order; @param bits answers in that order */
export function buildGroupLog(
  records: Uint32Array,
  order: Int32Array,
  layout: EventLayout,
  facts: GroupFacts,
  dictionaries: Dictionaries,
  bits: Uint32Array[],
): GroupLog {
  const length = order.length;
  const members = new Numbering(records, order);
  const member = members.column(layout.member);
  const labels = new Numbering(records, order);
  const category = labels.column(layout.category);
  const about = labels.column(layout.about);
  const targets = new Numbering(records, order);
  const target = targets.column(layout.target);
  const targetTexts = textsOfTargets(targets, records, facts.targets);
  const people = members.first.map((at) => dictionaries.members.memberOf(records[at] ?? 0, records[at + 1] ?? 0));
  if (layout.memberName >= 0) nameLast(people, member, records, order, layout, dictionaries.memberNames);
  const log: GroupLog = {
    group: facts.group,
    groupName: facts.groupName,
    covers: facts.covers,
    founded: null,
    members: people,
    length,
    ts: new Float64Array(length),
    member,
    kind: new Uint8Array(length),
    role: new Uint8Array(length),
    media: new Uint8Array(length),
    category,
    about,
    target,
    amount: amounts(records, order, layout.amount),
    hasText: new Uint8Array(length),
    textBits: bits,
    labels: labels.first.map((at) => dictionaries.labels.textOf(records[at] ?? 0, records[at + 1] ?? 0)),
    targets: targetTexts,
    targetEvent: new Int32Array(targetTexts.length).fill(NONE),
    targetMember: targetMembers(targetTexts, people),
    sourceFile: new Uint16Array(length),
    sourceLine: new Uint32Array(length),
  };
  fillPlainColumns(log, records, order, layout);
  log.founded = foundedIn(facts.founded, log.ts);
  if (layout.id >= 0) fillTargetEvents(log, records, order, layout, targets.index);
  return log;
}

/** A notice after other events cannot be a founding. @param ts of the group's events, ascending */
export function foundedIn(stated: number | null, ts: Float64Array): number | null {
  return stated === null || (ts[0] ?? stated) < stated ? null : stated;
}

/** Numbers the hashes of columns in log order. */
class Numbering {
  readonly index = new HashIndex(8);
  /** Where each number first occurs: offset into the records. */
  readonly first: number[] = [];
  readonly #records: Uint32Array;
  readonly #order: Int32Array;
  #capacity = 8;

  constructor(records: Uint32Array, order: Int32Array) {
    this.#records = records;
    this.#order = order;
  }

  column(offset: number): Int32Array {
    const column = new Int32Array(this.#order.length).fill(NONE);
    if (offset < 0) return column;
    for (let i = 0; i < column.length; i++) {
      const at = (this.#order[i] ?? 0) + offset;
      const low = this.#records[at] ?? 0;
      const high = this.#records[at + 1] ?? 0;
      if (low === 0 && high === 0) continue;
      const known = this.index.add(low, high, this.first.length);
      column[i] = known < 0 ? this.first.length : known;
      if (known < 0) this.#grow(at);
    }
    return column;
  }

  #grow(at: number): void {
    this.first.push(at);
    if (this.first.length < this.#capacity) return;
    this.#capacity *= 2;
    this.index.reset(this.#capacity);
    this.first.forEach((place, number) => {
      this.index.add(this.#records[place] ?? 0, this.#records[place + 1] ?? 0, number);
    });
  }
}

/** The texts of the group's targets, by number. */
function textsOfTargets(targets: Numbering, records: Uint32Array, { hashes, texts }: HashedTexts): string[] {
  const index = new HashIndex(texts.length);
  for (let i = 0; i < texts.length; i++) {
    const other = index.add(hashes[i * 2] ?? 0, hashes[i * 2 + 1] ?? 0, i);
    // Two texts with the same strong hash: practically impossible, but never misread silently.
    if (other >= 0) throw new Error(`Targets ${texts[other]} and ${texts[i]} of a group have the same hash`);
  }
  return targets.first.map((at) => {
    const text = texts[index.get(records[at] ?? 0, records[at + 1] ?? 0)];
    if (text === undefined) throw new Error('A target is not among those of its group');
    return text;
  });
}

/** The last name seen for each member. */
function nameLast(
  people: readonly LogMember[],
  member: Int32Array,
  records: Uint32Array,
  order: Int32Array,
  layout: EventLayout,
  names: TextsByHash,
): void {
  const last = new Int32Array(people.length).fill(-1);
  for (let i = 0; i < order.length; i++) {
    const at = (order[i] ?? 0) + layout.memberName;
    const who = member[i] ?? NONE;
    if (who !== NONE && ((records[at] ?? 0) !== 0 || (records[at + 1] ?? 0) !== 0)) last[who] = at;
  }
  people.forEach((person, who) => {
    const at = last[who] ?? -1;
    if (at >= 0) person.name = names.textOf(records[at] ?? 0, records[at + 1] ?? 0);
  });
}

function amounts(records: Uint32Array, order: Int32Array, offset: number): Float64Array {
  const column = new Float64Array(order.length).fill(Number.NaN);
  if (offset < 0) return column;
  for (let i = 0; i < order.length; i++) {
    const value = wide(records, (order[i] ?? 0) + offset);
    if (value >= 0) column[i] = value;
  }
  return column;
}

function fillPlainColumns(log: GroupLog, records: Uint32Array, order: Int32Array, layout: EventLayout): void {
  for (let i = 0; i < order.length; i++) {
    const at = order[i] ?? 0;
    const flags = records[at + layout.flags] ?? 0;
    log.ts[i] = wide(records, at + layout.ts);
    log.kind[i] = kindOf(flags);
    log.role[i] = roleOf(flags);
    log.media[i] = mediaOf(flags);
    log.hasText[i] = hasTextOf(flags);
    log.sourceFile[i] = flags >>> 16;
    log.sourceLine[i] = records[at + layout.line] ?? 0;
  }
}

/** Links events to the messages of the group that their targets name by id. */
function fillTargetEvents(
  log: GroupLog,
  records: Uint32Array,
  order: Int32Array,
  layout: EventLayout,
  targets: HashIndex,
): void {
  if (log.targets.length === 0) return;
  for (let i = 0; i < order.length; i++) {
    if (log.kind[i] !== MESSAGE) continue;
    const at = (order[i] ?? 0) + layout.id;
    const target = targets.get(records[at] ?? 0, records[at + 1] ?? 0);
    if (target >= 0) log.targetEvent[target] = i;
  }
}

/** Targets that are the id of a member or, failing that, the name of exactly one. */
export function targetMembers(targets: readonly string[], members: readonly LogMember[]): Int32Array {
  const column = new Int32Array(targets.length).fill(NONE);
  if (targets.length === 0) return column;
  const known = uniqueNames(members);
  for (const [index, { id }] of members.entries()) known.set(id, index);
  for (let i = 0; i < targets.length; i++) column[i] = known.get(targets[i] ?? '') ?? NONE;
  return column;
}

function uniqueNames(members: readonly LogMember[]): Map<string, number> {
  const byName = new Map<string, number>();
  members.forEach(({ name }, index) => {
    if (name !== null) byName.set(name, byName.has(name) ? NONE : index);
  });
  return byName;
}
