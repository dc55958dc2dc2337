/**
 * Where a command's result goes: standard output, or a file.
 *
 * - A file is written beside its final place and renamed when it is complete: whoever looks sees the old file or the new one.
 * - On a failure or an interruption nothing is left behind.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotRun } from '../faults.ts';
import type { Messages } from '../locale/messages.ts';
import { beforeExit } from './cleanup.ts';
import type { TextStream } from './stream.ts';

export interface Sink {
  write: (text: string) => Promise<void>;
  /** The result is complete. */
  finish: () => void;
  /** It never will be. */
  abandon: () => void;
}

/** @param path null = standard output */
export function openSink(path: string | null, stdout: TextStream, words: Messages): Sink {
  if (path === null) return { write: stdout.write, finish: () => {}, abandon: () => {} };
  const special = statSync(path, { throwIfNoEntry: false });
  // A pipe or `/dev/stdout` cannot be replaced; it is written as it is.
  if (special !== undefined && !special.isFile() && !special.isDirectory()) return plainSink(path, words);
  return renamedSink(path, words);
}

function plainSink(path: string, words: Messages): Sink {
  const descriptor = guarded(path, words, () => openSync(path, 'w'));
  return {
    write: async (text) => writeAll(descriptor, text, path, words),
    finish: () => closeSync(descriptor),
    abandon: () => closeSync(descriptor),
  };
}

function renamedSink(path: string, words: Messages): Sink {
  const temporary = temporaryBeside(path);
  const descriptor = guarded(path, words, () => openSync(temporary, 'wx'));
  const undo = (): void => rmSync(temporary, { force: true });
  const settled = beforeExit(undo);
  return {
    write: async (text) => writeAll(descriptor, text, path, words),
    finish: () =>
      guarded(path, words, () => {
        fsyncSync(descriptor);
        closeSync(descriptor);
        renameSync(temporary, path);
        settled();
      }),
    abandon: () => {
      closeSync(descriptor);
      undo();
      settled();
    },
  };
}

/** A name in the same folder, so that renaming cannot cross file systems; the ending stays, for writers that read it. */
function temporaryBeside(path: string): string {
  return join(dirname(path), `.steward-${process.pid}-${basename(path)}`);
}

function writeAll(descriptor: number, text: string, path: string, words: Messages): void {
  guarded(path, words, () => {
    const bytes = Buffer.from(text);
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  });
}

/** @throws CannotRun for what the operating system refuses */
function guarded<Result>(path: string, words: Messages, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new CannotRun(words.cannotWrite(path, reasonOf(error)));
  }
}

/** The system's own words, without the call and the path. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message.replace(/^([A-Z]+): ([^,]*),.*$/s, '$2 ($1)');
}
