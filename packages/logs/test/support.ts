/** Logs as text for tests: writes them to a temporary folder, reads them, and prints events as lines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { afterAll } from 'vitest';
import { LogError, type LogProblem, type LogReader, type OpenLogOptions, openLog } from '../src/index.ts';

type Engine = NonNullable<OpenLogOptions['engine']>;

let engine: Engine = 'database';

/** Sets the engine for this test file. */
export function readWith(chosen: Engine): void {
  engine = chosen;
}

/** Most tests are not about members, so their logs name none. */
const NAMELESS = { withoutMembers: true };

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files, removed after the tests of the file. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'steward-logs-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export type Options = Omit<OpenLogOptions, 'paths'>;

/** Opens the files of a folder, passes the reader on, and closes it. */
export async function withLog<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Options,
  use: (reader: LogReader, folder: string) => Promise<T>,
): Promise<T> {
  const folder = folderOf(files);
  return withReader({ ...options, paths: [folder] }, (reader) => use(reader, folder));
}

export async function withReader<T>(options: OpenLogOptions, use: (reader: LogReader) => Promise<T>): Promise<T> {
  const reader = await openLog({ engine, ...NAMELESS, ...options });
  try {
    return await use(reader);
  } finally {
    await reader.close();
  }
}

export async function groupsOf(reader: LogReader, predicates: readonly TextPredicate[] = []): Promise<GroupLog[]> {
  return collect(reader.groups(predicates));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Every event as a line: time, group, member, kind, then its other values. */
export async function eventLines(reader: LogReader): Promise<string[]> {
  return (await groupsOf(reader)).flatMap(linesOf);
}

export function linesOf(log: GroupLog): string[] {
  return Array.from({ length: log.length }, (_, event) => lineOf(log, event));
}

function lineOf(log: GroupLog, event: number): string {
  const member = log.members[log.member[event] ?? NONE];
  const parts = [
    new Date((log.ts[event] ?? 0) / 1000).toISOString(),
    log.group,
    member === undefined ? '-' : member.name === null ? member.id : `${member.id}(${member.name})`,
    SIGNALS[log.kind[event] ?? 0],
  ];
  const role = ROLES[log.role[event] ?? NO_ROLE];
  if (role !== undefined && role !== 'member') parts.push(role);
  const media = log.media[event] ?? NO_MEDIA;
  if (media !== NO_MEDIA) parts.push(media === UNKNOWN_MEDIA ? 'unknown' : MEDIA[media]);
  const amount = log.amount[event] ?? Number.NaN;
  if (!Number.isNaN(amount)) parts.push(`amount=${amount}`);
  const name = (key: string, list: string[], index: number | undefined): void => {
    if (index !== undefined && index !== NONE) parts.push(`${key}=${list[index]}`);
  };
  name('category', log.labels, log.category[event]);
  name('about', log.labels, log.about[event]);
  name('target', log.targets, log.target[event]);
  if (log.hasText[event] === 1) parts.push('text');
  parts.push(`@${log.sourceFile[event]}:${log.sourceLine[event]}`);
  return parts.join(' ');
}

/** The problems that prevent reading the files; fails if they can be read. */
export async function problemsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Options = {},
): Promise<LogProblem[]> {
  const folder = folderOf(files);
  return problemsAt([folder], options, folder);
}

export async function problemsAt(paths: string[], options: Options = {}, root = ''): Promise<LogProblem[]> {
  try {
    const reader = await openLog({ engine, ...NAMELESS, ...options, paths });
    await reader.close();
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    return error.problems.map((problem) => ({ ...problem, file: problem.file.replace(`${root}/`, '') }));
  }
  throw new Error('The log was read without a problem');
}

/** `file:line:column code` of each problem. */
export function places(problems: readonly LogProblem[]): string[] {
  return problems.map(({ file, line, column, code }) =>
    [[file, line, column].filter((part) => part !== null).join(':'), code].join(' '),
  );
}

/** Opens one of these files in a new folder, with JavaScript: it opens instantly, and the result does not depend on the engine. */
export async function problemsOfFile(
  files: Readonly<Record<string, string>>,
  name: string,
  format = 'auto',
): ReturnType<typeof problemsAt> {
  return problemsAt([join(folderOf(files), name)], { format, engine: 'javascript' });
}
