/** Converts rows to the engine's columns, answering text predicates as a reader would. */
import {
  type GroupLog,
  MEDIA,
  NO_MEDIA,
  NO_ROLE,
  NONE,
  ROLES,
  SIGNALS,
  type TextPredicate,
  UNKNOWN_MEDIA,
} from '@steward/events';
import type { GroupRows, Row } from '../oracle/rows.ts';
import { containsAny, matchesPattern } from '../oracle/text.ts';

export function columnsOf(log: GroupRows, predicates: readonly TextPredicate[]): GroupLog {
  const { rows } = log;
  const labels = distinct(rows.flatMap((row) => [row.category, row.about]));
  const targets = distinct(rows.map((row) => row.target));
  const ids = log.members.map((member) => member.id);
  return {
    group: log.group,
    groupName: log.groupName,
    covers: log.covers,
    founded: log.founded,
    members: log.members,
    length: rows.length,
    ts: Float64Array.from(rows, (row) => row.ts),
    member: Int32Array.from(rows, (row) => place(ids, row.member)),
    kind: Uint8Array.from(rows, (row) => SIGNALS.indexOf(row.kind)),
    role: Uint8Array.from(rows, (row) => (row.role === null ? NO_ROLE : ROLES.indexOf(row.role))),
    media: Uint8Array.from(rows, (row) => mediaOf(row)),
    category: Int32Array.from(rows, (row) => place(labels, row.category)),
    about: Int32Array.from(rows, (row) => place(labels, row.about)),
    target: Int32Array.from(rows, (row) => place(targets, row.target)),
    amount: Float64Array.from(rows, (row) => row.amount ?? Number.NaN),
    hasText: Uint8Array.from(rows, (row) => (row.text === null ? 0 : 1)),
    textBits: textBits(rows, predicates),
    labels,
    targets,
    targetEvent: Int32Array.from(targets, (target) =>
      rows.findIndex((row) => row.kind === 'message' && row.id === target),
    ),
    targetMember: Int32Array.from(targets, (target) => memberNamed(log, target)),
    sourceFile: Uint16Array.from(rows, (row) => row.file),
    sourceLine: Uint32Array.from(rows, (row) => row.line),
  };
}

function mediaOf({ media }: Row): number {
  if (media === 'unknown') return UNKNOWN_MEDIA;
  return media === null ? NO_MEDIA : MEDIA.indexOf(media);
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null);
}

function place(values: readonly string[], value: string | null): number {
  return value === null ? NONE : values.indexOf(value);
}

/** By id, else by a unique name. */
function memberNamed(log: GroupRows, target: string): number {
  const byId = log.members.findIndex((member) => member.id === target);
  if (byId >= 0) return byId;
  const called = log.members.flatMap((member, index) => (member.name === target ? [index] : []));
  return called.length === 1 ? (called[0] ?? NONE) : NONE;
}

function textBits(rows: readonly Row[], predicates: readonly TextPredicate[]): Uint32Array[] {
  const words = Array.from({ length: Math.ceil(predicates.length / 32) }, () => new Uint32Array(rows.length));
  predicates.forEach((predicate, bit) => {
    const word = words[Math.floor(bit / 32)];
    rows.forEach((row, index) => {
      if (word !== undefined && answer(predicate, row)) word[index] = (word[index] ?? 0) | (1 << (bit % 32));
    });
  });
  return words;
}

/** Predicates that do not apply to an event are answered with yes, to catch an engine that reads them. */
function answer(predicate: TextPredicate, row: Row): boolean {
  const isAsked = predicate.only === undefined || predicate.only.includes(row.kind);
  if (!isAsked || row.text === null) return true;
  if (predicate.kind === 'contains') return containsAny(row.text, predicate.words);
  return matchesPattern(row.text, predicate.pattern, predicate.ignoreCase);
}
