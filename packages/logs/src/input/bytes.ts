/**
 * A file as UTF-8 bytes: decompressed and checked to the end, without its byte order mark, and converted from UTF-16 or the encoding of Excel
 * in China (GB18030, GBK).
 *
 * - Nothing is read in part silently: a compressed file that is truncated or fails its checksum is an error.
 * - Memory is bounded: one chunk at a time.
 */

import { isAscii } from 'node:buffer';
import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { TextDecoder } from 'node:util';
import zlib from 'node:zlib';
import { looksLikeGb18030 } from '@steward/text';
import {
  corrupt,
  invalidUtf8,
  missingFile,
  notRegular,
  noZstd,
  truncated,
  unreadable,
  wholeFile,
} from '../problems/file-problems.ts';
import { LogError } from '../problems/problem.ts';

export type Compression = 'gz' | 'zst';

const CHUNK_BYTES = 1 << 20;
const LF = 0x0a;
const CR = 0x0d;

/** Detected from the first bytes, not the name: exports get renamed. */
async function compressionOf(file: string): Promise<Compression | null> {
  const head = await firstBytes(file, 4);
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gz';
  if (head.length === 4 && head.readUInt32LE(0) === 0xfd2fb528) return 'zst';
  return null;
}

/** @throws LogError if the file cannot be read */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  // Opening a pipe would wait for a writer.
  const status = await stat(file).catch(() => null);
  if (status !== null && !status.isFile() && !status.isDirectory()) throw new LogError([notRegular(file)]);
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw readFault(file, error);
  }
}

/** @throws LogError if the file cannot be read, or its compression is broken; what came before was yielded */
export async function* bytesOf(file: string): AsyncGenerator<Buffer, void, undefined> {
  const compression = await compressionOf(file);
  let decode: Decoder | null = null;
  let started = false;
  /** The encoding does not matter until the first character beyond ASCII. */
  let settled = false;
  /** Whether lines end in nothing but a carriage return, as Excel's “CSV (Macintosh)” has it; null before the first text. */
  let endsInReturns: boolean | null = null;
  for await (const raw of decompressed(file, compression)) {
    let bytes = raw;
    if (!started) {
      started = true;
      const mark = markOf(raw);
      if (mark.encoding !== null) decode = new Decoder(file, mark.encoding);
      settled = mark.length > 0;
      bytes = raw.subarray(mark.length);
    }
    if (!settled && !isAscii(bytes)) {
      settled = true;
      if (looksLikeGb18030(bytes)) decode = new Decoder(file, 'gb18030');
    }
    const text = decode === null ? bytes : decode.push(bytes);
    if (text.length > 0) endsInReturns ??= text.includes(CR) && !text.includes(LF);
    yield endsInReturns === true ? withFeeds(text) : text;
  }
  if (decode !== null) yield decode.end();
}

/** @param text with carriage returns for line feeds; it is changed in place */
function withFeeds(text: Buffer): Buffer {
  for (let at = text.indexOf(CR); at >= 0; at = text.indexOf(CR, at + 1)) text[at] = LF;
  return text;
}

/** Guesses whether a file is GB18030 from its first bytes. @throws LogError if it cannot be read */
export async function isGb18030(file: string): Promise<boolean> {
  let looked = 0;
  for await (const bytes of decompressed(file, await compressionOf(file))) {
    if (looked === 0 && markOf(bytes).length > 0) return false;
    if (!isAscii(bytes)) return looksLikeGb18030(bytes);
    looked += bytes.length;
    if (looked >= MOST_LOOKED_AT) return false;
  }
  return false;
}

/** A table that is ASCII up to here hardly has any other text. */
const MOST_LOOKED_AT = 8 * CHUNK_BYTES;

async function* decompressed(file: string, compression: Compression | null): AsyncGenerator<Buffer, void, undefined> {
  const source = createReadStream(file, { highWaterMark: CHUNK_BYTES });
  try {
    if (compression === null) yield* source;
    else yield* inflated(source, decompressorOf(file, compression));
  } catch (error) {
    throw readFault(file, error, compression);
  } finally {
    source.destroy();
  }
}

async function* inflated(
  source: ReadStream,
  stream: zlib.Gunzip | zlib.ZstdDecompress,
): AsyncGenerator<Buffer, void, undefined> {
  source.on('error', (error) => stream.destroy(error));
  source.pipe(stream as Writable);
  try {
    yield* stream;
  } finally {
    stream.destroy();
  }
}

function decompressorOf(file: string, compression: Compression): zlib.Gunzip | zlib.ZstdDecompress {
  if (compression === 'gz') return zlib.createGunzip({ chunkSize: CHUNK_BYTES });
  // Node has zstd since 22.15; the property is absent before.
  if (typeof zlib.createZstdDecompress !== 'function') throw new LogError([noZstd(file)]);
  return zlib.createZstdDecompress({ chunkSize: CHUNK_BYTES });
}

/** Turns a system error about a file into a problem that says what to do. Anything else is our bug. */
function readFault(file: string, error: unknown, compression: Compression | null = null): Error {
  if (error instanceof LogError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new LogError([missingFile(file)]);
  if (compression !== null && code === 'Z_BUF_ERROR') return new LogError([truncated(wholeFile(file), compression)]);
  if (compression !== null && /^(Z_|ZSTD_)/.test(code)) return new LogError([corrupt(wholeFile(file), compression)]);
  if (/^E[A-Z]+$/.test(code)) return new LogError([unreadable(file, code)]);
  return error instanceof Error ? error : new Error(String(error));
}

interface Mark {
  length: number;
  encoding: 'utf-16le' | 'utf-16be' | null;
}

function markOf(head: Buffer): Mark {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { length: 3, encoding: null };
  if (head[0] === 0xff && head[1] === 0xfe) return { length: 2, encoding: 'utf-16le' };
  if (head[0] === 0xfe && head[1] === 0xff) return { length: 2, encoding: 'utf-16be' };
  return { length: 0, encoding: null };
}

class Decoder {
  readonly #file: string;
  readonly #decoder: TextDecoder;

  constructor(file: string, encoding: 'utf-16le' | 'utf-16be' | 'gb18030') {
    this.#file = file;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  push(bytes: Buffer): Buffer {
    return this.#decode(() => this.#decoder.decode(bytes, { stream: true }));
  }

  end(): Buffer {
    return this.#decode(() => this.#decoder.decode());
  }

  #decode(decode: () => string): Buffer {
    try {
      return Buffer.from(decode(), 'utf8');
    } catch (error) {
      if (error instanceof TypeError) throw new LogError([invalidUtf8(wholeFile(this.#file))]);
      throw error;
    }
  }
}
