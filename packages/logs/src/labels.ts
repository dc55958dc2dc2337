/**
 * The column `label` of a log of our own schema: what people said of single events. Read apart from the log itself, which only a
 * comparison with these labels needs.
 *
 * - Identified by file and line, like the log's events. Empty means absent.
 * - Faulty rows are left out: reading the log reports them.
 */

import { readingOf } from './formats/detect.ts';
import { lineElements, objectOf } from './formats/events/json.ts';
import { type Element, jsonElements } from './input/json-elements.ts';
import { scalarText } from './input/json-value.ts';
import { tableBlocks } from './input/table.ts';
import { readTextColumn } from './javascript/parquet.ts';
import { isLabel } from './schema/headings.ts';
import { readSidecar } from './sidecar.ts';

export interface EventLabel {
  /** Index into the files given. */
  file: number;
  line: number;
  text: string;
}

/**
 * @param files of an open log, in its order (`info.files`) @param format as the log was opened with
 * @throws LogError for a file that cannot be read to its end
 */
export async function readLabels(files: readonly string[], format: string | null): Promise<EventLabel[]> {
  const labels: EventLabel[] = [];
  for (const [file, path] of files.entries()) {
    for await (const { line, text } of labelsIn(path, format)) {
      if (text !== null && text.trim() !== '') labels.push({ file, line, text: text.trim() });
    }
  }
  return labels;
}

interface Cell {
  line: number;
  text: string | null;
}

async function* labelsIn(path: string, format: string | null): AsyncGenerator<Cell> {
  const sidecar = await readSidecar(path, null);
  const reading = await readingOf(path, format ?? sidecar?.format ?? 'auto');
  if (reading.kind === 'parquet') return yield* readTextColumn(path, isLabel);
  switch (reading.format.name) {
    case 'csv':
    case 'tsv':
      return yield* delimited(path);
    case 'jsonl':
      for await (const items of lineElements(path)) {
        for (const item of items) if ('element' in item) yield labelOf(path, item.element);
      }
      return undefined;
    case 'json':
      for await (const items of jsonElements(path, null)) {
        for (const item of items) if ('element' in item) yield labelOf(path, item.element);
      }
      return undefined;
    default:
      // Chat exports have no such column.
      return undefined;
  }
}

async function* delimited(path: string): AsyncGenerator<Cell> {
  for await (const { header, rows } of tableBlocks(path)) {
    const column = header.names.findIndex(isLabel);
    if (column < 0) return;
    for (const row of rows) {
      if ('record' in row) yield { line: row.record.line, text: row.record.values[column] ?? null };
    }
  }
}

function labelOf(path: string, element: Element): Cell {
  const parsed = objectOf(path, element);
  const key = 'value' in parsed ? Object.keys(parsed.value).find(isLabel) : undefined;
  const text = 'value' in parsed && key !== undefined ? scalarText(parsed.value[key]) : null;
  return { line: element.record, text: text ?? null };
}
