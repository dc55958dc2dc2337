/**
 * A text file as lines with their true numbers, in blocks so that callers need not await every line.
 *
 * - A line ends at a line feed; a carriage return before it is not part of it.
 * - A line that is not UTF-8, holds a NUL byte or is longer than {@link LINE_LIMIT_BYTES} comes as an empty line with its problem.
 * - Memory is bounded by the chunk and the longest line allowed.
 */
import { isUtf8 } from 'node:buffer';
import { invalidUtf8, lineTooLong, nulByte } from '../problems/file-problems.ts';
import { LogError, type LogProblem } from '../problems/problem.ts';
import { bytesOf } from './bytes.ts';

export interface LineBlock {
  /** Number of the first line, 1-based. */
  first: number;
  lines: string[];
  /** Problems by position in `lines`; null if there are none, which is nearly always. */
  bad: Map<number, LogProblem> | null;
}

export const LINE_LIMIT_BYTES = 16 << 20;

const LF = 0x0a;

/** @throws LogError if the file cannot be read to its end, with the line where it broke off */
export async function* lineBlocks(file: string): AsyncGenerator<LineBlock, void, undefined> {
  const cutter = new Cutter(file);
  try {
    for await (const chunk of bytesOf(file)) {
      const block = cutter.push(chunk);
      if (block !== null) yield block;
    }
  } catch (error) {
    if (error instanceof LogError) throw atLine(error, cutter.line);
    throw error;
  }
  const last = cutter.end();
  if (last !== null) yield last;
}

/** Adds the line at which a file breaks off. */
function atLine(error: LogError, line: number): LogError {
  const inMiddle = (problem: LogProblem): boolean => problem.code === 'truncated' || problem.code === 'corrupt';
  return new LogError(error.problems.map((problem) => (inMiddle(problem) ? { ...problem, line } : problem)));
}

class Cutter {
  readonly #file: string;
  /** Number of the line that is being read. */
  line = 1;
  #carry: Buffer[] = [];
  #carryBytes = 0;
  /** The current line is over the limit: its bytes are dropped until it ends. */
  #overlong = false;

  constructor(file: string) {
    this.#file = file;
  }

  push(chunk: Buffer): LineBlock | null {
    const end = chunk.lastIndexOf(LF);
    if (end < 0) {
      this.#keep(chunk);
      return null;
    }
    const first = chunk.indexOf(LF);
    this.#keep(chunk.subarray(0, first));
    const block = this.#close();
    if (first < end) this.#append(block, chunk.subarray(first + 1, end));
    this.#carry = [];
    this.#carryBytes = 0;
    this.#keep(chunk.subarray(end + 1));
    return block;
  }

  end(): LineBlock | null {
    if (this.#carryBytes === 0 && !this.#overlong) return null;
    return this.#close();
  }

  #keep(bytes: Buffer): void {
    if (this.#overlong || bytes.length === 0) return;
    this.#carryBytes += bytes.length;
    if (this.#carryBytes > LINE_LIMIT_BYTES) {
      this.#overlong = true;
      this.#carry = [];
      this.#carryBytes = 0;
      return;
    }
    this.#carry.push(bytes);
  }

  /** The line that has been carried over, as a block of its own. */
  #close(): LineBlock {
    const block: LineBlock = { first: this.line, lines: [], bad: null };
    if (this.#overlong) {
      this.#bad(block, lineTooLong({ file: this.#file, line: this.line, column: null }, LINE_LIMIT_BYTES));
      this.line += 1;
    } else {
      this.#append(block, Buffer.concat(this.#carry));
    }
    this.#overlong = false;
    this.#carry = [];
    this.#carryBytes = 0;
    return block;
  }

  /** @param bytes lines without the last line feed */
  #append(block: LineBlock, bytes: Buffer): void {
    if (!isUtf8(bytes) || bytes.includes(0)) {
      this.#appendOneByOne(block, bytes);
      return;
    }
    const lines = bytes.toString('utf8').split('\n');
    for (const line of lines) block.lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
    this.line += lines.length;
  }

  #appendOneByOne(block: LineBlock, bytes: Buffer): void {
    let start = 0;
    while (start <= bytes.length) {
      const feed = bytes.indexOf(LF, start);
      const end = feed < 0 ? bytes.length : feed;
      const line = bytes.subarray(start, end);
      const problem = this.#fault(line);
      if (problem === null) block.lines.push(line.toString('utf8').replace(/\r$/, ''));
      else this.#bad(block, problem);
      this.line += 1;
      start = end + 1;
    }
  }

  #fault(line: Buffer): LogProblem | null {
    if (!isUtf8(line)) {
      const valid = validPrefix(line);
      return invalidUtf8({ file: this.#file, line: this.line, column: line.toString('utf8', 0, valid).length + 1 });
    }
    const nul = line.indexOf(0);
    if (nul < 0) return null;
    return nulByte({ file: this.#file, line: this.line, column: line.toString('utf8', 0, nul).length + 1 });
  }

  #bad(block: LineBlock, problem: LogProblem): void {
    block.bad ??= new Map();
    block.bad.set(block.lines.length, problem);
    block.lines.push('');
  }
}

/** Bytes before the first one that is not UTF-8. */
export function validPrefix(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  // A prefix may end inside a character, so validity is tested up to the last character's first byte.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(bytes.subarray(0, characterStart(bytes, middle)))) low = middle;
    else high = middle - 1;
  }
  return characterStart(bytes, low);
}

function characterStart(bytes: Buffer, end: number): number {
  for (let back = 1; back <= 4 && back <= end; back++) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back >= length ? end : end - back;
  }
  return end;
}
