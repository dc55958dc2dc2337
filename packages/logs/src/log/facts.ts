/** What is known about an opened log besides its events, whichever reader opened it. */
import { SIGNALS, type Signal } from '@steward/events';
import type { Bilingual } from '@steward/text';
import type { DoubtReason, SkipReason } from '../formats/format.ts';
import { type LogNote, noMembers, unreadColumns } from '../problems/column-problems.ts';
import { takenForGb18030 } from '../problems/encoding-note.ts';
import { emptyLog } from '../problems/file-problems.ts';
import { zerosInIdsNote } from '../problems/id-problems.ts';
import { countedTwice } from '../problems/overlap-note.ts';
import { LogError, quoted } from '../problems/problem.ts';
import { ID_FIELDS } from '../schema/fields.ts';
import { foundedLater } from '../sidecar.ts';
import type { FileFacts } from './decode.ts';
import type { Ingestion, LogFile } from './ingest.ts';
import type { DoubtfulRecords, LogReader, SkippedRecords } from './reader.ts';

/** What a reader says about its log as a whole. */
export type LogFacts = Pick<
  LogReader,
  'info' | 'problems' | 'problemCount' | 'skipped' | 'doubts' | 'notes' | 'formats'
>;

/** What the rows of a log showed, whichever reader read them. */
export interface RowFacts {
  /** By index of the file. */
  files: readonly (FileFacts | undefined)[];
  /** Ids of groups, in the order of the reader. */
  groups: readonly string[];
  /** For each of the groups, the indexes of its files. */
  filesOfGroup: readonly ReadonlySet<number>[];
}

/** When a group was covered and founded, by position in {@link RowFacts.groups}. */
export interface GroupTimes {
  covers: { from: number; to: number }[];
  founded: (number | null)[];
}

/** @param asked signals the user says the log shows; null = whatever the log says */
export function factsOf(ingestion: Ingestion, rows: RowFacts, asked: readonly Signal[] | null): LogFacts {
  const { files } = ingestion;
  return {
    info: {
      files: files.map(({ path }) => path),
      shows: showsOf(files, rows.files, asked),
      roles: showsRoles(rows.files),
      complete: false,
    },
    problems: ingestion.problems,
    problemCount: ingestion.problemCount,
    skipped: skippedOf(ingestion),
    doubts: doubtsOf(ingestion),
    notes: notesOf(ingestion, rows.files, rows.filesOfGroup),
    formats: files.map(({ format }) => format),
  };
}

export function timesOf({ files, founded }: Ingestion, rows: RowFacts): GroupTimes {
  return {
    covers: coversOf(files, rows.files, rows.filesOfGroup),
    founded: foundedOf(files, rows.files, rows.groups, rows.filesOfGroup, founded),
  };
}

export function nothingIn({ files, problems }: Ingestion): LogError {
  return new LogError(problems.length > 0 ? problems : [emptyLog(files[0]?.path ?? '')]);
}

/**
 * Refuses a log without members: tiers and filters would have nothing to evaluate, and all would look decided.
 * @throws LogError for each file whose messages have no member, and for a log that names nobody
 */
export function requireMembers({ files, options }: Ingestion, facts: readonly (FileFacts | undefined)[]): void {
  if (options.withoutMembers) return;
  const asked = files.filter((file) => file.sidecar?.withoutMembers !== true && facts[file.index] !== undefined);
  const nameless = asked.filter((file) => facts[file.index]?.members === false);
  const named = nameless.length < asked.length;
  const refused = named ? nameless.filter((file) => facts[file.index]?.kinds.includes('message')) : nameless;
  if (refused.length > 0) throw new LogError(refused.map(({ path, unknown }) => noMembers(path, unknown)));
}

/** Remarks that are worth knowing but are not faults. */
function notesOf(
  { files }: Ingestion,
  facts: readonly (FileFacts | undefined)[],
  filesOfGroup: readonly ReadonlySet<number>[],
): LogNote[] {
  return [
    ...files.filter(({ isGb18030 }) => isGb18030).map(({ path }) => takenForGb18030(path)),
    ...files.flatMap(zeroNotes),
    ...unreadNotes(files),
    ...doubledNotes(files, facts, filesOfGroup),
  ];
}

/** Columns of ids with lost digits; only a lenient reader gets this far. */
function zeroNotes({ path, idColumns }: LogFile): LogNote[] {
  return (idColumns ?? []).flatMap(({ rounded }, index) =>
    rounded === null ? [] : [zerosInIdsNote(path, ID_FIELDS[index] ?? 'id', rounded)],
  );
}

/** Pairs of files that cover the same time of one group in two notations, so shared messages cannot be recognised. */
function doubledNotes(
  files: readonly LogFile[],
  facts: readonly (FileFacts | undefined)[],
  filesOfGroup: readonly ReadonlySet<number>[],
): LogNote[] {
  const chats = files.filter(({ isChat }) => isChat);
  if (new Set(chats.map(writingOf)).size < 2) return [];
  const pairs = new Map<string, LogNote>();
  for (const group of filesOfGroup) {
    const exports = chats.filter(({ index }) => group.has(index));
    for (const [position, one] of exports.entries()) {
      const other = exports
        .slice(position + 1)
        .find((file) => writingOf(file) !== writingOf(one) && overlap(facts[one.index], facts[file.index]));
      if (other !== undefined) pairs.set(`${one.index} ${other.index}`, countedTwice(one.path, other.path));
    }
  }
  return [...pairs.values()];
}

/** Messages of two files can be matched only if these are equal. */
function writingOf({ format, hasIds }: LogFile): string {
  return hasIds ? format : `${format} without ids`;
}

function overlap(a: FileFacts | undefined, b: FileFacts | undefined): boolean {
  return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

function unreadNotes(files: readonly LogFile[]): LogNote[] {
  const bySet = Map.groupBy(
    files.filter(({ unknown }) => unknown.length > 0),
    ({ unknown }) => JSON.stringify(unknown),
  );
  return [...bySet.values()].flatMap((alike) => {
    const [first, ...others] = alike;
    return first === undefined ? [] : [unreadColumns(first.path, first.unknown, others.length)];
  });
}

const SKIP_MESSAGES: Readonly<Record<SkipReason, Bilingual>> = {
  directMessage: { en: 'messages between two people, outside any group', zh: '条两人之间的消息，不属于任何群' },
  systemNotice: { en: 'system notices that say nothing about members', zh: '条与成员无关的系统提示' },
  noMember: { en: 'notices that do not say whom they are about', zh: '条未说明对象的通知' },
};

function skippedOf({ skipped }: Ingestion): SkippedRecords[] {
  return [...skipped].map(([reason, count]) => ({ reason, count, message: SKIP_MESSAGES[reason] }));
}

const DOUBT_MESSAGES: Readonly<Record<DoubtReason, Bilingual>> = {
  unknownNotice: {
    en: 'not understood (a system notice): joins, removals and recalls may be missing, so counts of these are lower bounds',
    zh: '是无法理解的系统提示：其中可能有进群、移出或撤回，因此这些次数只是下限',
  },
  unknownMedia: {
    en: 'of an unknown type of message: anything that depends on its `media` is uncertain',
    zh: '是类型未知的消息：凡取决于其 `media`（媒体）的结果都不确定',
  },
};

/** Signals that a record not understood may have meant. */
const HIDES: Readonly<Record<DoubtReason, readonly Signal[]>> = {
  unknownNotice: ['recall', 'join', 'leave'],
  unknownMedia: [],
};

function doubtsOf({ doubts }: Ingestion): DoubtfulRecords[] {
  return [...doubts].map(([reason, { count, first, file }]) => ({
    reason,
    count,
    example: { file, line: first.line, found: quoted(first.found) },
    message: DOUBT_MESSAGES[reason],
  }));
}

/**
 * The signals that the user gives; else, file by file, those of its sidecar, of its format, or the kinds that occur. Leaves out what notices
 * show if one of them is not understood.
 */
function showsOf(
  files: readonly LogFile[],
  facts: readonly (FileFacts | undefined)[],
  given: readonly Signal[] | null,
): Signal[] {
  if (given !== null) return SIGNALS.filter((signal) => given.includes(signal));
  const shown = new Set<Signal>();
  const hidden = new Set<Signal>();
  for (const file of files) {
    const occurring = facts[file.index]?.kinds ?? [];
    // The format takes precedence over what occurs: WeChat shows who was removed, but not who left.
    const said = file.sidecar?.shows ?? (file.shows.size > 0 ? file.shows : occurring);
    for (const signal of said) shown.add(signal);
    // A sidecar takes precedence over both.
    if (file.sidecar?.shows == null)
      for (const doubt of file.doubts) for (const signal of HIDES[doubt]) hidden.add(signal);
  }
  return SIGNALS.filter((signal) => shown.has(signal) && !hidden.has(signal));
}

/** Whether any event says who is, or is not, staff. */
function showsRoles(facts: readonly (FileFacts | undefined)[]): boolean {
  return facts.some((file) => file?.roles === true);
}

/**
 * When each group was founded, in microseconds, by group number: from a sidecar of one of its files, else from the group's own notice; null if neither says.
 * @param reported by notices
 * @throws LogError if a sidecar names a time after the file's first event
 */
function foundedOf(
  files: readonly LogFile[],
  facts: readonly (FileFacts | undefined)[],
  groups: readonly string[],
  filesOfGroup: readonly ReadonlySet<number>[],
  reported: ReadonlyMap<string, number>,
): (number | null)[] {
  const late = files.filter(
    (file) =>
      (file.sidecar?.founded ?? Number.NEGATIVE_INFINITY) > (facts[file.index]?.first ?? Number.POSITIVE_INFINITY),
  );
  if (late.length > 0) throw new LogError(late.map(({ path }) => foundedLater(path)));
  return groups.map((group, number) => {
    const said = [...(filesOfGroup[number] ?? [])].flatMap((file) => files[file]?.sidecar?.founded ?? []);
    return said.length > 0 ? Math.min(...said) : (reported.get(group) ?? null);
  });
}

/** By group number: from the first event of any group in the group's files to the last of the whole log, or as sidecars say. */
function coversOf(
  files: readonly LogFile[],
  facts: readonly (FileFacts | undefined)[],
  filesOfGroup: readonly ReadonlySet<number>[],
): { from: number; to: number }[] {
  const from: number[] = [];
  let to = Number.NEGATIVE_INFINITY;
  for (const file of files) {
    const known = facts[file.index];
    const said = file.sidecar?.covers ?? { from: null, to: null };
    from[file.index] = said.from ?? known?.first ?? Number.POSITIVE_INFINITY;
    to = Math.max(to, said.to ?? known?.last ?? to);
  }
  return filesOfGroup.map((group) => ({
    from: Math.min(...[...group].map((file) => from[file] ?? Number.POSITIVE_INFINITY)),
    to,
  }));
}
