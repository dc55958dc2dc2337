/**
 * The objects of a JSON array, one at a time, with the line and column each starts on: a whole file need not fit in memory.
 * The array is the file's whole value, or the value of one key of its top object.
 *
 * - Only looks at brackets and strings; parsing a piece decides whether it is valid JSON.
 * - Reports, with its place, an array that never ends, text outside it, or an element over the limit.
 */
import { isUtf8 } from 'node:buffer';
import { badJson, invalidUtf8, lineTooLong } from '../problems/file-problems.ts';
import { LogError, type LogProblem, type Place } from '../problems/problem.ts';
import { bytesOf } from './bytes.ts';
import { LINE_LIMIT_BYTES, validPrefix } from './lines.ts';

export interface Element {
  line: number;
  column: number;
  /** Identifies the event: its line or, in an array on a single line, its position in the array, from 1. */
  record: number;
  text: string;
}

/** A member of the top object other than the wanted array, as raw JSON. */
export interface Member {
  key: string;
  element: Element;
}

export type ElementItem = { element: Element } | { member: Member } | { problem: LogProblem };

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const LF = 0x0a;

/** @param key of the top object whose array is wanted; null = the file's value is the array */
export async function* jsonElements(file: string, key: string | null): AsyncGenerator<ElementItem[], void, undefined> {
  const scanner = new Scanner(file, key);
  try {
    for await (const chunk of bytesOf(file)) yield scanner.push(chunk);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    throw new LogError(error.problems.map((problem) => ({ ...problem, line: scanner.line })));
  }
  yield scanner.end();
}

class Scanner {
  readonly #file: string;
  readonly #key: string | null;
  line = 1;
  #column = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The depth of the elements: 1 in an array, 2 in an array of the top object. */
  #level: number;
  /** The top value has begun, and has ended. */
  #begun = false;
  #ended = false;
  #stopped = false;
  /** Of the top object: the key that was read last, and whether its value is the wanted array. */
  #lastKey: string | null = null;
  #inArray: boolean;

  /** The piece that is being read: an element, a key or a member's value. */
  #start: { line: number; column: number } | null = null;
  #pieces: Buffer[] = [];
  #pieceBytes = 0;
  #tooLong = false;
  /** Elements of the array so far, and whether all of them began on the file's first line. */
  #elements = 0;
  #onOneLine = true;

  constructor(file: string, key: string | null) {
    this.#file = file;
    this.#key = key;
    this.#level = 1;
    this.#inArray = key === null;
  }

  push(chunk: Buffer): ElementItem[] {
    const items: ElementItem[] = [];
    let from = 0;
    for (let i = 0; i < chunk.length && !this.#stopped; i++) {
      const byte = chunk[i] ?? 0;
      if (this.#start === null && this.#opens(byte)) {
        this.#start = { line: this.line, column: this.#column };
        from = i;
      } else if (this.#start !== null && this.#closes(byte)) {
        this.#keep(chunk.subarray(from, i));
        this.#finish(byte, items);
      }
      this.#step(byte, items);
    }
    if (this.#start !== null) this.#keep(chunk.subarray(from));
    return items;
  }

  end(): ElementItem[] {
    if (this.#stopped || this.#ended) return [];
    if (!this.#begun) return [];
    const place = { file: this.#file, ...(this.#start ?? { line: this.line, column: this.#column }) };
    return [{ problem: badJson(place, '') }];
  }

  /** Whether a piece starts at this byte. */
  #opens(byte: number): boolean {
    if (this.#depth !== this.#level || this.#inString || byte <= 0x20) return false;
    return byte !== COMMA && byte !== COLON && byte !== CLOSE_BRACKET && byte !== CLOSE_BRACE;
  }

  /** Whether the piece that is being read ends before this byte. */
  #closes(byte: number): boolean {
    if (this.#depth !== this.#level || this.#inString) return false;
    return byte === COMMA || byte === COLON || byte === CLOSE_BRACKET || byte === CLOSE_BRACE;
  }

  /** Counts brackets, strings and places; finds the array's beginning and end. */
  #step(byte: number, items: ElementItem[]): void {
    this.#advance(byte);
    if (this.#inString) {
      this.#stepInString(byte);
      return;
    }
    if (byte === QUOTE) {
      this.#inString = true;
      return;
    }
    if (byte === OPEN_BRACKET || byte === OPEN_BRACE) this.#enter(byte, items);
    else if (byte === CLOSE_BRACKET || byte === CLOSE_BRACE) this.#leave();
    else if (this.#depth === 0 && byte > 0x20) this.#outside(items);
  }

  #stepInString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #advance(byte: number): void {
    if (byte === LF) {
      this.line += 1;
      this.#column = 1;
      return;
    }
    // UTF-16 units: one for each character, two beyond the basic plane.
    if ((byte & 0xc0) !== 0x80) this.#column += byte >= 0xf0 ? 2 : 1;
  }

  #enter(byte: number, items: ElementItem[]): void {
    if (this.#depth === 0) {
      const expected = this.#key === null ? OPEN_BRACKET : OPEN_BRACE;
      if (this.#ended || byte !== expected) {
        this.#outside(items);
        return;
      }
      this.#begun = true;
    }
    this.#depth += 1;
    // The wanted array itself is not a piece; its elements are.
    const wanted = this.#key !== null && !this.#inArray && this.#lastKey === this.#key;
    if (wanted && this.#depth === 2 && byte === OPEN_BRACKET) {
      this.#start = null;
      this.#pieces = [];
      this.#pieceBytes = 0;
      this.#inArray = true;
      this.#level = 2;
    }
  }

  #leave(): void {
    this.#depth -= 1;
    if (this.#depth === 0) this.#ended = true;
    if (this.#key !== null && this.#depth === 1 && this.#inArray) {
      this.#inArray = false;
      this.#level = 1;
      this.#lastKey = null;
    }
  }

  #outside(items: ElementItem[]): void {
    this.#stopped = true;
    const place: Place = { file: this.#file, line: this.line, column: Math.max(1, this.#column - 1) };
    items.push({ problem: badJson(place, '') });
  }

  #recordOf(line: number): number {
    this.#elements += 1;
    this.#onOneLine &&= line === 1;
    return this.#onOneLine ? this.#elements : line;
  }

  #keep(bytes: Buffer): void {
    if (this.#tooLong) return;
    this.#pieceBytes += bytes.length;
    if (this.#pieceBytes > LINE_LIMIT_BYTES) {
      this.#tooLong = true;
      this.#pieces = [];
      return;
    }
    this.#pieces.push(bytes);
  }

  #finish(byte: number, items: ElementItem[]): void {
    const start = this.#start ?? { line: this.line, column: this.#column };
    const record = this.#inArray ? this.#recordOf(start.line) : start.line;
    const bytes = this.#pieces.length === 1 ? (this.#pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(this.#pieces);
    const long = this.#tooLong;
    this.#start = null;
    this.#pieces = [];
    this.#pieceBytes = 0;
    this.#tooLong = false;
    const place = { file: this.#file, ...start };
    if (long) {
      // Members beside the array are not events: one that is too long is left out (avatars, for instance).
      if (this.#inArray) items.push({ problem: lineTooLong(place, LINE_LIMIT_BYTES) });
      return;
    }
    if (!isUtf8(bytes)) {
      const lines = bytes.toString('utf8', 0, validPrefix(bytes)).split('\n');
      const line = start.line + lines.length - 1;
      const column = (lines.at(-1)?.length ?? 0) + (lines.length === 1 ? start.column : 1);
      items.push({ problem: invalidUtf8({ file: this.#file, line, column }) });
      return;
    }
    const element = { ...start, record, text: bytes.toString('utf8').trimEnd() };
    if (this.#inArray) items.push({ element });
    else if (byte === COLON) this.#lastKey = keyOf(element.text);
    else if (this.#lastKey !== null) items.push({ member: { key: this.#lastKey, element } });
  }
}

function keyOf(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
