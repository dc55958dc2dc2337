/** The records of one group as the columns that engines read. */
import { type GroupLog, type LogMember, NONE } from '@steward/events';
import { hasTextOf, kindOf, mediaOf, roleOf } from '../database/flags.ts';
import { MESSAGE } from '../schema/fields.ts';
import { HashIndex } from './hash-index.ts';
import type { Layout } from './layout.ts';
import { inLogOrder, wide } from './order.ts';

/** Texts of a group by the hashes that stand for them in records. */
export interface HashedTexts {
  /** Two words each. */
  hashes: Uint32Array;
  texts: string[];
}

export interface GroupTexts {
  group: string;
  groupName: string | null;
  covers: { from: number; to: number };
  members: LogMember[];
  /** Hashes of the members' ids, two words each. */
  memberHashes: Uint32Array;
  labels: HashedTexts;
  targets: HashedTexts;
}

/** @param positions of the group's records */
export function buildGroupLog(
  records: Uint32Array,
  positions: Int32Array,
  layout: Layout,
  texts: GroupTexts,
): GroupLog {
  const order = inLogOrder(records, positions, layout);
  const length = order.length;
  const members = indexOf(texts.memberHashes, texts.members.length);
  const labels = indexOf(texts.labels.hashes, texts.labels.texts.length);
  const targets = indexOf(texts.targets.hashes, texts.targets.texts.length);
  const column = (offset: number, index: HashIndex): Int32Array => numbers(records, order, offset, index);
  const log: GroupLog = {
    group: texts.group,
    groupName: texts.groupName,
    covers: texts.covers,
    members: texts.members,
    length,
    ts: new Float64Array(length),
    member: column(layout.at.member, members),
    kind: new Uint8Array(length),
    role: new Uint8Array(length),
    media: new Uint8Array(length),
    category: column(layout.at.category, labels),
    about: column(layout.at.about, labels),
    target: column(layout.at.target, targets),
    amount: amounts(records, order, layout.at.amount),
    hasText: new Uint8Array(length),
    textBits: Array.from({ length: layout.bitWords }, (_, word) => words(records, order, layout.at.bits + word)),
    labels: texts.labels.texts,
    targets: texts.targets.texts,
    targetEvent: new Int32Array(texts.targets.texts.length).fill(NONE),
    targetMember: targetMembers(texts, members),
    sourceFile: new Uint16Array(length),
    sourceLine: words(records, order, layout.at.line),
  };
  fillFlags(log, records, order, layout);
  if (layout.at.id >= 0) fillTargetEvents(log, records, order, layout, targets);
  return log;
}

function indexOf(hashes: Uint32Array, count: number): HashIndex {
  const index = new HashIndex(count);
  for (let i = 0; i < count; i++) {
    const other = index.add(hashes[i * 2] ?? 0, hashes[i * 2 + 1] ?? 0, i);
    // Two texts of one group with one 64-bit hash: not met in the life of the program, and never read wrongly in silence.
    if (other >= 0) throw new Error(`Texts ${other} and ${i} of a group have the same hash`);
  }
  return index;
}

function numbers(records: Uint32Array, order: Int32Array, offset: number, index: HashIndex): Int32Array {
  const column = new Int32Array(order.length).fill(NONE);
  if (offset < 0) return column;
  for (let i = 0; i < order.length; i++) {
    const at = (order[i] ?? 0) + offset;
    const low = records[at] ?? 0;
    const high = records[at + 1] ?? 0;
    if (low === 0 && high === 0) continue;
    const value = index.get(low, high);
    if (value < 0) throw new Error('A text of an event is not among those of its group');
    column[i] = value;
  }
  return column;
}

function words(records: Uint32Array, order: Int32Array, offset: number): Uint32Array {
  const column = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) column[i] = records[(order[i] ?? 0) + offset] ?? 0;
  return column;
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

function fillFlags(log: GroupLog, records: Uint32Array, order: Int32Array, layout: Layout): void {
  for (let i = 0; i < order.length; i++) {
    const at = order[i] ?? 0;
    const flags = records[at + layout.at.flags] ?? 0;
    log.ts[i] = wide(records, at + layout.at.ts);
    log.kind[i] = kindOf(flags);
    log.role[i] = roleOf(flags);
    log.media[i] = mediaOf(flags);
    log.hasText[i] = hasTextOf(flags);
    log.sourceFile[i] = flags >>> 16;
  }
}

/** Messages whose id some event of the group names as its target. */
function fillTargetEvents(
  log: GroupLog,
  records: Uint32Array,
  order: Int32Array,
  layout: Layout,
  targets: HashIndex,
): void {
  if (log.targets.length === 0) return;
  for (let i = 0; i < order.length; i++) {
    if (log.kind[i] !== MESSAGE) continue;
    const at = (order[i] ?? 0) + layout.at.id;
    const target = targets.get(records[at] ?? 0, records[at + 1] ?? 0);
    if (target >= 0) log.targetEvent[target] = i;
  }
}

/** Targets that are the id of a member or, failing that, the name of exactly one. */
function targetMembers(texts: GroupTexts, members: HashIndex): Int32Array {
  const { hashes, texts: targets } = texts.targets;
  const column = new Int32Array(targets.length).fill(NONE);
  const byName = uniqueNames(texts.members);
  for (let i = 0; i < targets.length; i++) {
    const byId = members.get(hashes[i * 2] ?? 0, hashes[i * 2 + 1] ?? 0);
    column[i] = byId >= 0 ? byId : (byName.get(targets[i] ?? '') ?? NONE);
  }
  return column;
}

function uniqueNames(members: readonly LogMember[]): Map<string, number> {
  const byName = new Map<string, number>();
  members.forEach(({ name }, index) => {
    if (name !== null) byName.set(name, byName.has(name) ? NONE : index);
  });
  return byName;
}
