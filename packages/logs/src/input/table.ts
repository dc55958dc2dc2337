/**
 * A table with a header, as programs and spreadsheets write it. The first line determines the delimiter. Ignores trailing columns without a
 * name and values, and rows without any value.
 */
import { LogError } from '../problems/problem.ts';
import { csvRecords, type Record, type RecordItem } from './csv.ts';
import { type LineBlock, lineBlocks } from './lines.ts';

export interface TableHeader {
  line: number;
  /** As written, without empty names at the end. */
  names: string[];
  delimiter: string;
}

export interface TableBlock {
  header: TableHeader;
  /** A row has one value per name of the header, or all of its own values if any beyond those is not empty. */
  rows: RecordItem[];
}

const DELIMITERS = [',', '\t', ';', '|'];

/** The one that occurs most often in the line; if there are several, the more usual one. */
export function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

/** The line that sets the delimiter for Excel. */
const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

/** @throws LogError if the header cannot be read, or the file not to its end */
export async function* tableBlocks(file: string): AsyncGenerator<TableBlock, void, undefined> {
  const blocks = lineBlocks(file);
  const head = await headOf(blocks);
  if (head === null) return;
  const { delimiter } = head;
  let header: TableHeader | null = null;
  let width = 0;
  for await (const items of csvRecords(file, rest(head.blocks, blocks), delimiter)) {
    const rows: RecordItem[] = [];
    for (const item of items) {
      if (header !== null) {
        const row = 'problem' in item ? item : withoutBlanks(item.record, header.names.length, width);
        if (row !== null) rows.push(row);
        continue;
      }
      // Without its header, the file cannot be read at all.
      if ('problem' in item) throw new LogError([item.problem]);
      width = item.record.values.length;
      header = { line: item.record.line, names: named(item.record.values), delimiter };
    }
    if (header !== null) yield { header, rows };
  }
}

/** The column names in the first line, without quotes and without empty names at the end. */
export function namesInHead(head: string): string[] {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '' && !SEPARATOR_LINE.test(line));
  const line = lines[0] ?? '';
  return named(line.split(delimiterOf(line)).map((name) => name.trim().replace(/^"(.*)"$/, '$1')));
}

interface Head {
  delimiter: string;
  /** The blocks read so far. */
  blocks: LineBlock[];
}

async function headOf(blocks: AsyncGenerator<LineBlock, void, undefined>): Promise<Head | null> {
  const seen: LineBlock[] = [];
  for (let next = await blocks.next(); !next.done; next = await blocks.next()) {
    const block = next.value;
    seen.push(block);
    const at = block.lines.findIndex((line, index) => line !== '' || block.bad?.has(index) === true);
    if (at < 0) continue;
    const line = block.lines[at] ?? '';
    const said = SEPARATOR_LINE.exec(line)?.[1];
    if (said === undefined) return { delimiter: delimiterOf(line), blocks: seen };
    block.lines[at] = '';
    return { delimiter: said, blocks: seen };
  }
  return null;
}

async function* rest(
  seen: readonly LineBlock[],
  blocks: AsyncGenerator<LineBlock, void, undefined>,
): AsyncGenerator<LineBlock, void, undefined> {
  yield* seen;
  yield* blocks;
}

function named(values: readonly string[]): string[] {
  return values.slice(0, values.findLastIndex((value) => value.trim() !== '') + 1);
}

/** @param width of the header as written; @returns null for a row without any value */
function withoutBlanks(record: Record, names: number, width: number): RecordItem | null {
  const { values } = record;
  const last = values.findLastIndex((value) => value.trim() !== '');
  if (last < 0) return null;
  const says = last >= Math.max(names, width);
  if (values.length <= names || says) return { record };
  return { record: { ...record, values: values.slice(0, names) } };
}
