/**
 * Where a command's result goes: standard output, or a file.
 *
 * - A file is written under a temporary name and renamed when it is complete, so readers see either the old file or the new one.
 * - A failed, interrupted or killed run leaves nothing behind.
 * - A result never overwrites a file that the run has read.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { guarded, type Replacement, replaceFile, replacementOf, statusOf } from '@steward/files';
import { CannotRun } from '../faults.ts';
import { requireNoInput } from '../files/inputs.ts';
import type { Words } from '../words.ts';
import { reasonOf } from './reason.ts';
import { withSignalsHeld } from './signals.ts';
import type { Way } from './stream.ts';

export interface Sink {
  write: (text: string) => Promise<void>;
  /** The result is complete. */
  finish: () => void;
  /** It never will be. */
  abandon: () => void;
}

/**
 * @param path null = standard output
 * @param way how it goes there
 * @throws CannotRun if the file cannot be written, or is an input of the run
 */
export function openSink(path: string | null, way: Way, words: Words): Sink {
  if (path === null) return { write: way, finish: () => {}, abandon: () => {} };
  requireNoInput(path, words);
  return isSpecial(path) ? plainSink(path, words) : replacingSink(path, words);
}

/**
 * Writes a whole file at once.
 * @throws CannotRun if the file cannot be written
 */
export function writeWhole(path: string, text: string, words: Words): void {
  if (!isSpecial(path)) {
    withSignalsHeld(() => asked(path, words, () => replaceFile(path, text)));
    return;
  }
  const sink = plainSink(path, words);
  void sink.write(text);
  sink.finish();
}

/** A pipe or `/dev/stdout` cannot be replaced; it is written as it is. */
function isSpecial(path: string): boolean {
  const status = statusOf(path);
  return status !== null && !status.isFile() && !status.isDirectory();
}

function plainSink(path: string, words: Words): Sink {
  const descriptor = asked(path, words, () => openSync(path, 'w'));
  const close = closing(descriptor);
  return { write: async (text) => writeAll(descriptor, text, path, words), finish: close, abandon: close };
}

function replacingSink(path: string, words: Words): Sink {
  const { replacement, remove } = withSignalsHeld(() => begun(path, words));
  const descriptor = asked(path, words, () => openSync(replacement.temporary, 'w'));
  const close = closing(descriptor);
  return {
    write: async (text) => writeAll(descriptor, text, path, words),
    finish: () => {
      requireNoInput(path, words);
      withSignalsHeld(() => {
        asked(path, words, () => {
          close();
          replacement.commit();
        });
        remove();
      });
    },
    abandon: () => {
      close();
      remove();
    },
  };
}

function begun(path: string, words: Words): { replacement: Replacement; remove: () => void } {
  const replacement = asked(path, words, () => replacementOf(path));
  return { replacement, remove: guarded(resolve(replacement.temporary)) };
}

/** Registered once, whoever asks. */
function closing(descriptor: number): () => void {
  let isOpen = true;
  return () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
}

function writeAll(descriptor: number, text: string, path: string, words: Words): void {
  asked(path, words, () => {
    const bytes = Buffer.from(text);
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  });
}

/** @throws CannotRun for what the operating system refuses */
function asked<Result>(path: string, words: Words, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new CannotRun(words.cannotWrite(path, reasonOf(error)));
  }
}
