/** Summary of a run's input: facts and notes. */
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Outcome, UNDECIDED_KINDS, unknownsOf } from '@steward/simulator';
import type { RunSummary } from '../protocol.ts';
import type { Part } from './finished.ts';
import type { Hello } from './messages.ts';
import { type HostWords, named } from './words.ts';

export function summaryOf(
  words: HostWords,
  { locale }: Hello,
  parts: readonly Part[],
  outcome: Outcome,
  milliseconds: number,
): RunSummary {
  return {
    log: [...new Set(parts.map((part) => logName(words, part)))].join(words.list),
    files: outcome.log.files.map(uriOfFile),
    generated: parts.every(({ held }) => held.made),
    groups: outcome.groups.map(({ group, groupName, policy }) => ({ group, name: groupName, policy })),
    events: outcome.log.events,
    messages: outcome.log.messages,
    milliseconds,
    unknowns: undecidedClauses(outcome),
    notes: [...new Set(parts.flatMap((part) => notesOf(words, locale, part)))],
  };
}

/** Empty if the file is gone. */
export function uriOfFile(path: string): string {
  return path === '' ? '' : pathToFileURL(path).href;
}

function logName(words: HostWords, { held, source }: Part): string {
  if (held.made) return words.madeUpLog(source.days);
  return named(
    words,
    held.reader.info.files.map((path) => basename(path)),
  );
}

function notesOf(words: HostWords, locale: Hello['locale'], { held, source, prepared }: Part): string[] {
  const { reader } = held;
  const { everything, bound, unbound } = prepared.binding;
  const [group] = source.groups;
  const name = group?.label ?? group?.name ?? '';
  return [
    ...(held.made && group?.sample === null ? [words.madeUpNote(name)] : []),
    ...(everything === null || held.made ? [] : [words.everything(name, bound.length)]),
    ...(bound.length === 0
      ? [
          words.nothingBound(
            named(
              words,
              reader.groupNames.map(({ group: id }) => id),
            ),
          ),
        ]
      : []),
    ...(unbound.length === 0 || bound.length === 0
      ? []
      : [
          words.unboundNote(
            named(
              words,
              unbound.map(({ group: id }) => id),
            ),
          ),
        ]),
    ...(held.made ? [] : sharedRosters(words, { source, prepared })),
    ...reader.skipped.map(({ count, message }) => words.skipped(count, message[locale])),
    ...reader.doubts.map(({ count, message, example }) =>
      words.doubts(count, message[locale], `${basename(example.file)}:${example.line}`, example.found),
    ),
    ...reader.notes.map(({ message }) => message[locale]),
    ...(reader.duplicates > 0 ? [words.duplicates(reader.duplicates)] : []),
  ];
}

/** One roster for several groups is rarely intended. */
function sharedRosters(words: HostWords, { source, prepared }: Pick<Part, 'source' | 'prepared'>): string[] {
  return source.groups.flatMap(({ name, label, roster }) => {
    const count = prepared.binding.bound.filter(({ policyGroup }) => policyGroup === name).length;
    return roster === null || count < 2 ? [] : [words.rosterForMany(roster, label ?? name, count)];
  });
}

/** Clauses that were undecided at some point in any group. */
function undecidedClauses({ groups }: Outcome): number {
  const found = new Set<string>();
  for (const group of groups) {
    for (const kind of UNDECIDED_KINDS) {
      for (const [index, { unknown }] of unknownsOf(group, kind).entries()) {
        if (unknown > 0) found.add(`${group.policy} ${kind} ${index}`);
      }
    }
  }
  return found.size;
}
