/**
 * Delimited text as records with the true number of the line each starts on. RFC 4180: a value in quotes may hold the
 * delimiter, line ends and doubled quotes.
 *
 * - Faults have exact places: the quote that never closes, the text that follows a closing quote.
 * - After a fault, reading continues on the next line, so that a bad row costs only itself.
 * - Empty lines are skipped.
 */
import { lineTooLong, textAfterQuote, unclosedQuote } from '../problems/file-problems.ts';
import type { LogProblem } from '../problems/problem.ts';
import { LINE_LIMIT_BYTES, type LineBlock } from './lines.ts';

export interface Record {
  line: number;
  values: string[];
  /** The record as written, for messages; line ends are line feeds. */
  raw: string;
}

export type RecordItem = { record: Record } | { problem: LogProblem };

/** Lines that a value in quotes may span: one that never closes would otherwise swallow the file. */
const RECORD_LIMIT_LINES = 10_000;

interface Row {
  values: string[];
  /** Where the quote that is still open began: offset in the text read so far. */
  open: number | null;
  /** Offset of text that follows a closing quote. */
  stray: number | null;
}

export async function* csvRecords(
  file: string,
  blocks: AsyncIterable<LineBlock>,
  delimiter: string,
): AsyncGenerator<RecordItem[], void, undefined> {
  const reader = new RecordReader(file, delimiter);
  for await (const block of blocks) {
    const items: RecordItem[] = [];
    for (let i = 0; i < block.lines.length; i++) {
      reader.push(block.first + i, block.lines[i] ?? '', block.bad?.get(i) ?? null, items);
    }
    yield items;
  }
  const items: RecordItem[] = [];
  reader.end(items);
  yield items;
}

class RecordReader {
  readonly #file: string;
  readonly #delimiter: string;
  /** Lines of the record whose quote is still open. */
  #pending: { line: number; text: string }[] = [];
  #pendingLength = 0;
  #pendingProblem: LogProblem | null = null;

  constructor(file: string, delimiter: string) {
    this.#file = file;
    this.#delimiter = delimiter;
  }

  push(line: number, text: string, problem: LogProblem | null, items: RecordItem[]): void {
    if (this.#pending.length === 0) {
      this.#start(line, text, problem, items);
      return;
    }
    this.#pendingProblem ??= problem;
    this.#pending.push({ line, text });
    this.#pendingLength += text.length + 1;
    // Without a closing quote the record cannot end here; this keeps long values linear.
    if (closingQuote(text, -1) < 0 && !this.#tooLong()) return;
    this.#continue(items);
  }

  end(items: RecordItem[]): void {
    while (this.#pending.length > 0) this.#giveUp(items);
  }

  #start(line: number, text: string, problem: LogProblem | null, items: RecordItem[]): void {
    if (problem !== null) {
      items.push({ problem });
      return;
    }
    if (text === '') return;
    if (!text.includes('"')) {
      items.push({ record: { line, values: text.split(this.#delimiter), raw: text } });
      return;
    }
    const row = parseRow(text, this.#delimiter);
    if (row.open === null) {
      this.#emit(line, text, row, items);
      return;
    }
    this.#pending = [{ line, text }];
    this.#pendingLength = text.length;
  }

  #continue(items: RecordItem[]): void {
    if (this.#tooLong()) {
      this.#giveUp(items);
      return;
    }
    const raw = this.#pending.map((part) => part.text).join('\n');
    const row = parseRow(raw, this.#delimiter);
    if (row.open !== null) return;
    // The likeliest cause is a quote that should have closed on the record's first line.
    if (row.stray !== null) {
      this.#giveUp(items);
      return;
    }
    const line = this.#pending[0]?.line ?? 0;
    const problem = this.#pendingProblem;
    this.#clear();
    if (problem !== null) items.push({ problem });
    else this.#emit(line, raw, row, items);
  }

  #emit(line: number, raw: string, row: Row, items: RecordItem[]): void {
    if (row.stray === null) {
      items.push({ record: { line, values: row.values, raw } });
      return;
    }
    const place = placeAt(this.#file, line, raw, row.stray);
    items.push({ problem: textAfterQuote(place, raw.slice(row.stray)) });
  }

  /** The open quote does not close: its line is the fault, and reading starts again on the next one. */
  #giveUp(items: RecordItem[]): void {
    const [head, ...rest] = this.#pending;
    const problem = this.#pendingProblem;
    const long = this.#pendingLength > LINE_LIMIT_BYTES;
    this.#clear();
    if (head === undefined) return;
    const open = parseRow(head.text, this.#delimiter).open ?? 0;
    const place = placeAt(this.#file, head.line, head.text, open);
    items.push({ problem: long ? lineTooLong(place, LINE_LIMIT_BYTES) : unclosedQuote(place, head.text.slice(open)) });
    if (problem !== null) items.push({ problem });
    for (const part of rest) this.push(part.line, part.text, null, items);
  }

  #tooLong(): boolean {
    return this.#pending.length > RECORD_LIMIT_LINES || this.#pendingLength > LINE_LIMIT_BYTES;
  }

  #clear(): void {
    this.#pending = [];
    this.#pendingLength = 0;
    this.#pendingProblem = null;
  }
}

function parseRow(text: string, delimiter: string): Row {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    const opening = quoteAt(text, at);
    if (opening < 0) {
      const end = text.indexOf(delimiter, at);
      values.push(end < 0 ? text.slice(at) : text.slice(at, end));
      if (end < 0) return { values, open: null, stray: null };
      at = end + 1;
      continue;
    }
    const closing = closingQuote(text, opening);
    if (closing < 0) return { values, open: opening, stray: null };
    values.push(text.slice(opening + 1, closing).replaceAll('""', '"'));
    const next = closing + 1;
    if (next === text.length) return { values, open: null, stray: null };
    if (text[next] !== delimiter) return { values, open: null, stray: next };
    at = next + 1;
  }
}

/** Offset of the quote that opens the value at `at`: spaces may precede it; -1 if the value is not in quotes. */
function quoteAt(text: string, at: number): number {
  let start = at;
  while (text[start] === ' ') start += 1;
  return text[start] === '"' ? start : -1;
}

function closingQuote(text: string, opening: number): number {
  let at = opening + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

/** Where value number `index` of a record starts. */
export function valuePlace(
  file: string,
  record: Record,
  index: number,
  delimiter: string,
): {
  file: string;
  line: number;
  column: number;
} {
  let at = 0;
  for (let value = 0; value < index; value++) {
    const opening = quoteAt(record.raw, at);
    const from = opening < 0 ? at : closingQuote(record.raw, opening) + 1;
    at = record.raw.indexOf(delimiter, from) + 1;
  }
  return placeAt(file, record.line, record.raw, at);
}

function placeAt(
  file: string,
  line: number,
  raw: string,
  offset: number,
): { file: string; line: number; column: number } {
  const before = raw.slice(0, offset).split('\n');
  return { file, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
