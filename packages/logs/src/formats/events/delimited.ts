/** Our own schema as CSV or TSV: the first row names the columns. */
import { csvRecords, type Record, valuePlace } from '../../input/csv.ts';
import { lineBlocks } from '../../input/lines.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { duplicateColumn, noTimeColumn, wrongWidth } from '../../problems/file-problems.ts';
import { LogError } from '../../problems/problem.ts';
import { FIELDS, type Field, fieldNamed } from '../../schema/fields.ts';
import { checkRecord, type RawRecord, type RecordContext } from '../../schema/record.ts';
import type { ReadContext, ReadItem } from '../format.ts';

/** Which column holds each field. */
export interface Header {
  width: number;
  /** By position in FIELDS; -1 = no such column. */
  columns: number[];
}

export async function* readDelimited(
  file: string,
  delimiter: string,
  context: ReadContext,
): AsyncGenerator<ReadItem[], void, undefined> {
  let header: Header | null = null;
  let record: RecordContext | null = null;
  for await (const items of csvRecords(file, lineBlocks(file), delimiter)) {
    const out: ReadItem[] = [];
    for (const item of items) {
      if ('problem' in item) {
        // Without its header nothing of the file can be read.
        if (header === null) throw new LogError([item.problem]);
        out.push(item);
      } else if (header === null || record === null) {
        header = headerOf(file, item.record);
        record = { zone: context.zone, group: hasColumn(header, 'group') ? null : context.fileGroup };
      } else {
        out.push(readRow(file, item.record, header, record, delimiter));
      }
    }
    yield out;
  }
}

function readRow(file: string, row: Record, header: Header, context: RecordContext, delimiter: string): ReadItem {
  if (row.values.length !== header.width) {
    return { problem: wrongWidth({ file, line: row.line, column: null }, row.values.length, header.width) };
  }
  const raw: RawRecord = header.columns.map((column) => row.values[column] ?? null);
  const result = checkRecord(row.line, raw, context);
  if ('event' in result) return result;
  const column = header.columns[FIELDS.indexOf(result.fault.field)] ?? -1;
  const place = column < 0 ? { file, line: row.line, column: null } : valuePlace(file, row, column, delimiter);
  return { problem: fieldProblem(result.fault, place) };
}

/** @throws LogError if two columns have one name or there is no time */
function headerOf(file: string, row: Record): Header {
  const fields = row.values.map(fieldNamed);
  const twice = fields.findIndex((field, index) => field !== null && fields.indexOf(field) !== index);
  if (twice >= 0) {
    throw new LogError([duplicateColumn({ file, line: row.line, column: null }, row.values[twice] ?? '')]);
  }
  if (!fields.includes('ts')) throw new LogError([noTimeColumn(file, row.values)]);
  return { width: row.values.length, columns: FIELDS.map((field) => fields.indexOf(field)) };
}

function hasColumn(header: Header, field: Field): boolean {
  return (header.columns[FIELDS.indexOf(field)] ?? -1) >= 0;
}
