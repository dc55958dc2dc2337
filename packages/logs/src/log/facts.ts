/** What is known of an opened log beside its events, whichever way it was read. */
import { SIGNALS, type Signal } from '@steward/events';
import type { SkipReason } from '../formats/format.ts';
import { emptyLog } from '../problems/file-problems.ts';
import { type Bilingual, LogError } from '../problems/problem.ts';
import type { FileFacts } from './decode.ts';
import type { Ingestion, LogFile } from './ingest.ts';
import type { Skipped } from './reader.ts';

export function nothingIn({ files, problems }: Ingestion): LogError {
  return new LogError(problems.length > 0 ? problems : [emptyLog(files[0]?.path ?? '')]);
}

const SKIP_MESSAGES: Readonly<Record<SkipReason, Bilingual>> = {
  directMessage: { en: 'messages between two people, outside any group', zh: '条两人之间的消息,不属于任何群' },
  systemNotice: { en: 'system notices that say nothing about members', zh: '条与成员无关的系统提示' },
  noMember: { en: 'notices that do not say whom they are about', zh: '条未说明对象的通知' },
};

export function skippedOf({ skipped }: Ingestion): Skipped[] {
  return [...skipped].map(([reason, count]) => ({ reason, count, message: SKIP_MESSAGES[reason] }));
}

/** What the user says; else, file by file, what its sidecar says, what its format says, or the kinds that occur. */
export function showsOf(
  files: readonly LogFile[],
  facts: readonly (FileFacts | undefined)[],
  given: readonly Signal[] | null,
): Signal[] {
  if (given !== null) return SIGNALS.filter((signal) => given.includes(signal));
  const shown = new Set<Signal>();
  for (const file of files) {
    const occurring = facts[file.index]?.kinds ?? [];
    // What a format says goes before what occurs: WeChat shows who was removed, but not who left.
    const said = file.sidecar?.shows ?? (file.shows.size > 0 ? file.shows : occurring);
    for (const signal of said) shown.add(signal);
  }
  return SIGNALS.filter((signal) => shown.has(signal));
}

/** By group number: from the first event of any group in the group's files to the last of the whole log, or as sidecars say. */
export function coversOf(
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
