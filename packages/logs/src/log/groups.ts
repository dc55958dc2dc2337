/** Yields one group at a time from the records of the log, and scans texts for the predicates asked for. */
import type { GroupLog, TextPredicate } from '@steward/events';
import { buildGroupLog, type Dictionaries } from '../columns/group-log.ts';
import { inLogOrder, withoutDuplicates } from '../columns/order.ts';
import {
  type GroupedRecords,
  type GroupRange,
  type Partitions,
  recordsOfGroup,
  Scratch,
} from '../columns/partitions.ts';
import { bitScanOf, scanBits } from '../text/scan-bits.ts';
import { type DecodeContext, type DecodedLog, newPartitions } from './decode.ts';
import { NO_TARGETS, readTargets, type Targets } from './dictionaries.ts';

/** An opened log. */
export interface ScanContext extends DecodeContext {
  decoded: DecodedLog;
  /** SQL of every source without its unsound rows, in decoding order. */
  sources: readonly string[];
  dictionaries: Dictionaries;
  /** Null if no event has a target. */
  targets: Targets | null;
  hasDuplicates: boolean;
  /** By group number. */
  covers: readonly { from: number; to: number }[];
  /** Microseconds, by group number; null if unknown. */
  founded: readonly (number | null)[];
}

export async function* readGroups(
  context: ScanContext,
  predicates: readonly TextPredicate[],
  only: readonly string[] | null,
): AsyncGenerator<GroupLog, void, undefined> {
  const { database, decoded, dictionaries, groups } = context;
  const { layout } = decoded;
  for await (const part of partsOf(context, predicates, only)) {
    const targets = context.targets === null ? [] : await readTargets(database, part.range, context.targets);
    for (const { number, records, order, bits } of part.groups()) {
      const entry = groups.entries[number];
      if (entry === undefined) throw new Error(`No group ${number}`);
      const facts = {
        group: entry.group,
        groupName: entry.groupName,
        covers: context.covers[number] ?? { from: 0, to: 0 },
        founded: context.founded[number] ?? null,
        targets: targets[number - part.range.from] ?? NO_TARGETS,
      };
      yield buildGroupLog(records, order, layout, facts, dictionaries, bits);
    }
  }
}

export async function* readTextBits(
  context: ScanContext,
  predicates: readonly TextPredicate[],
  only: readonly string[] | null,
): AsyncGenerator<{ group: string; textBits: Uint32Array[] }, void, undefined> {
  for await (const part of partsOf(context, predicates, only)) {
    for (const { number, bits } of part.groups()) {
      yield { group: context.groups.entries[number]?.group ?? '', textBits: bits };
    }
  }
}

interface OrderedGroup {
  number: number;
  records: Uint32Array;
  /** Where each event's record starts, in log order. */
  order: Int32Array;
  bits: Uint32Array[];
}

interface Part {
  range: GroupRange;
  /** The requested groups of the range that have events. */
  groups(): Generator<OrderedGroup, void, undefined>;
}

async function* partsOf(
  context: ScanContext,
  predicates: readonly TextPredicate[],
  only: readonly string[] | null,
): AsyncGenerator<Part, void, undefined> {
  const { partitions } = context.decoded;
  const wanted = only === null ? null : new Set(only);
  const isWanted = (number: number): boolean =>
    wanted === null || wanted.has(context.groups.entries[number]?.group ?? '');
  const answers = predicates.length === 0 ? null : await answersTo(context, predicates);
  const scratch = new Scratch();
  const bitScratch = new Scratch();
  try {
    for (const [index, range] of partitions.ranges.entries()) {
      if (!anyIn(range, isWanted)) continue;
      const grouped = partitions.grouped(index, scratch);
      const bits = answers?.grouped(index, bitScratch) ?? null;
      yield { range, groups: () => orderedGroups(context, grouped, range, bits, isWanted) };
    }
  } finally {
    answers?.close();
  }
}

function anyIn(range: GroupRange, isWanted: (number: number) => boolean): boolean {
  for (let number = range.from; number < range.to; number++) if (isWanted(number)) return true;
  return false;
}

/** Answers in row order: a group's k-th answer belongs to its k-th record. */
async function answersTo(context: ScanContext, predicates: readonly TextPredicate[]): Promise<Partitions> {
  const { database, groups } = context;
  const scan = await bitScanOf(database, predicates);
  const partitions = newPartitions(context, scan.layout, [], context.decoded.partitions.ranges);
  let records = 0;
  for (const source of context.sources) {
    for await (const chunk of scanBits(database, scan, groups.hash, `(${source})`)) {
      partitions.push(chunk, null);
      records += chunk.rows;
      context.onProgress(records);
    }
  }
  return partitions;
}

function* orderedGroups(
  context: ScanContext,
  grouped: GroupedRecords,
  range: GroupRange,
  bits: GroupedRecords | null,
  isWanted: (number: number) => boolean,
): Generator<OrderedGroup, void, undefined> {
  const { layout } = context.decoded;
  // Known to have no duplicates, so there is nothing to search for.
  const searched = context.hasDuplicates ? layout : { ...layout, id: -1 };
  for (let index = 0; index < range.to - range.from; index++) {
    const number = range.from + index;
    const records = recordsOfGroup(grouped, index);
    if (records.length === 0 || !isWanted(number)) continue;
    const order = inLogOrder(records, withoutDuplicates(records, searched).kept, layout);
    const count = records.length / layout.words;
    yield {
      number,
      records,
      order: order.map((event) => event * layout.words),
      bits: bits === null ? [] : bitColumns(recordsOfGroup(bits, index), count, order),
    };
  }
}

/** @param count events of the group, including duplicates */
function bitColumns(answers: Uint32Array, count: number, order: Int32Array): Uint32Array[] {
  const words = answers.length / count;
  if (!Number.isInteger(words)) throw new Error('The log changed while it was read');
  return Array.from({ length: words - 1 }, (_, word) =>
    Uint32Array.from(order, (event) => answers[event * words + 1 + word] ?? 0),
  );
}
