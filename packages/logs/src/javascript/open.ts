/**
 * Reads a log without the database, for platforms that its native parts do not support and packages that leave them out.
 * Gives the same events in the same order, but keeps the whole log in memory.
 */
import type { Signal } from '@steward/events';
import { factsOf, nothingIn, type RowFacts, requireMembers, timesOf } from '../log/facts.ts';
import { ownId } from '../log/identity.ts';
import { Ingestion, type IngestOptions } from '../log/ingest.ts';
import type { EventIdentity, EventPlace, LogReader } from '../log/reader.ts';
import { MESSAGE } from '../schema/fields.ts';
import { testsOf, textBitsOf } from './answers.ts';
import { groupLogOf } from './group-log.ts';
import { readParquet } from './parquet.ts';
import { inOrder, LogRows, type OrderedEvents, type PlacedEvent } from './rows.ts';

const EXCERPT_LENGTH = 200;

interface Group {
  group: string;
  groupName: string | null;
  ordered: OrderedEvents;
  covers: { from: number; to: number };
  founded: number | null;
}

/** @throws LogError if a file cannot be read and, unless `lenient`, at the first faulty row */
export async function openInMemory(
  paths: readonly string[],
  options: IngestOptions,
  shows: readonly Signal[] | null,
): Promise<LogReader> {
  const ingestion = new Ingestion(options);
  const rows = new LogRows();
  await ingestion.readFiles(paths, rows, (file) => readParquet(file, ingestion, rows));
  if (rows.byGroup.size === 0) throw nothingIn(ingestion);
  requireMembers(ingestion, rows.files);
  const facts = rowFacts(rows);
  const groups = groupsOf(rows, ingestion, facts);
  const nameOf = onlyNames(rows);
  const chosen = (only: readonly string[] | undefined): Group[] =>
    only === undefined ? groups : groups.filter(({ group }) => only.includes(group));
  const sum = (read: (ordered: OrderedEvents) => number): number =>
    groups.reduce((total, { ordered }) => total + read(ordered), 0);
  return {
    ...factsOf(ingestion, facts, shows),
    events: sum(({ events }) => events.length),
    messages: messagesIn(groups),
    groupNames: groups.map(({ group, groupName, ordered }) => ({ group, groupName, events: ordered.events.length })),
    duplicates: sum(({ duplicates }) => duplicates),
    conflictingDuplicates: sum(({ conflicting }) => conflicting),
    async *groups(predicates, only) {
      const tests = testsOf(predicates);
      for (const { ordered, ...facts } of chosen(only)) {
        yield groupLogOf(ordered.events, { ...facts, nameOf }, textBitsOf(ordered.events, tests));
      }
    },
    async *textBits(predicates, only) {
      const tests = testsOf(predicates);
      for (const { group, ordered } of chosen(only)) yield { group, textBits: textBitsOf(ordered.events, tests) };
    },
    identify: async (references) => identify(rows, references),
    close: () => Promise.resolve(),
  };
}

/** Groups are ordered by id (code points). */
function rowFacts(rows: LogRows): RowFacts {
  const groups = [...rows.byGroup.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return {
    files: rows.files,
    groups,
    filesOfGroup: groups.map((group) => rows.filesOfGroup.get(group) ?? new Set<number>()),
  };
}

function groupsOf(rows: LogRows, ingestion: Ingestion, facts: RowFacts): Group[] {
  const { covers, founded } = timesOf(ingestion, facts);
  return facts.groups.map((group, number) => {
    const events = rows.byGroup.get(group) ?? [];
    return {
      group,
      groupName: lastGroupName(events),
      ordered: inOrder(events),
      covers: covers[number] ?? { from: 0, to: 0 },
      founded: founded[number] ?? null,
    };
  });
}

function lastGroupName(events: readonly PlacedEvent[]): string | null {
  let last: PlacedEvent | null = null;
  for (const placed of events) {
    if (placed.event.groupName === null) continue;
    if (last === null || isLater(placed, last)) last = placed;
  }
  return last?.event.groupName ?? null;
}

function isLater(a: PlacedEvent, b: PlacedEvent): boolean {
  return (a.event.ts - b.event.ts || a.file - b.file || a.event.line - b.event.line) > 0;
}

/** The name of a member for whom the whole log knows exactly one. */
function onlyNames(rows: LogRows): (member: string) => string | null {
  const names = new Map<string, string | null>();
  for (const events of rows.byGroup.values()) {
    for (const { event } of events) {
      if (event.member === null || event.memberName === null) continue;
      const known = names.get(event.member);
      names.set(event.member, known === undefined || known === event.memberName ? event.memberName : null);
    }
  }
  return (member) => names.get(member) ?? null;
}

function messagesIn(groups: readonly Group[]): number {
  const isMessage = ({ event }: PlacedEvent): boolean => event.kind === MESSAGE;
  return groups.reduce((sum, { ordered }) => sum + ordered.events.filter(isMessage).length, 0);
}

function identify(rows: LogRows, references: readonly EventPlace[]): EventIdentity[] {
  const wanted = new Set(references.map(keyOf));
  const found = new Map<string, EventIdentity>();
  for (const events of rows.byGroup.values()) {
    for (const { file, event } of events) {
      const key = keyOf({ file, line: event.line });
      if (!wanted.has(key) || found.has(key)) continue;
      const text = event.text === null ? null : [...event.text].slice(0, EXCERPT_LENGTH).join('');
      found.set(key, { id: ownId(event.id), text });
    }
  }
  return references.map((reference) => {
    const identity = found.get(keyOf(reference));
    if (identity !== undefined) return identity;
    throw new RangeError(`No event stands at line ${reference.line} of file ${reference.file}`);
  });
}

function keyOf({ file, line }: EventPlace): string {
  return `${file}:${line}`;
}
