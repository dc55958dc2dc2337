/** Rows as text: JSON lines, CSV (RFC 4180) and TSV. */
import { COLUMNS, type ColumnName, columnOf, type EventRow } from './row.ts';

export type TextFormat = 'jsonl' | 'csv' | 'tsv';

const CHUNK_CHARACTERS = 256 * 1024;

/** @returns the file's text in pieces of about 250,000 characters, including line ends */
export function* textOf(
  rows: Iterable<EventRow>,
  format: TextFormat,
  columns: readonly ColumnName[] = COLUMNS,
): Generator<string, void, undefined> {
  let chunk = format === 'jsonl' ? '' : `${columns.join(SEPARATOR[format])}\n`;
  for (const row of rows) {
    chunk += `${lineOf(row, format, columns)}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

const SEPARATOR = { csv: ',', tsv: '\t' } as const;

function lineOf(row: EventRow, format: TextFormat, columns: readonly ColumnName[]): string {
  if (format === 'jsonl') return jsonLine(row, columns);
  const separator = SEPARATOR[format];
  return columns.map((column) => cell(textValue(row, column), separator)).join(separator);
}

/** Leaves out empty values. */
function jsonLine(row: EventRow, columns: readonly ColumnName[]): string {
  const entries = columns.map((column) => [column, textValue(row, column)]).filter(([, value]) => value !== null);
  return JSON.stringify(Object.fromEntries(entries));
}

function cell(value: string | number | null, separator: string): string {
  if (value === null) return '';
  const text = String(value);
  const needsQuotes = text.includes(separator) || /["\r\n]/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

function textValue(row: EventRow, column: ColumnName): string | number | null {
  // Leaves out the reader's default: most rows are by a plain member.
  if (column === 'role' && row.role === 'member') return null;
  return column === 'ts' ? `${new Date(row.ts).toISOString().slice(0, 19)}Z` : columnOf(row, column);
}
