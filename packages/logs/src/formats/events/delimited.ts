/** Our own schema as CSV or TSV: the first row names the columns. */
import { type Record, valuePlace } from '../../input/csv.ts';
import { type TableHeader, tableBlocks } from '../../input/table.ts';
import { noTimeColumn } from '../../problems/column-problems.ts';
import { fieldProblem } from '../../problems/field-problems.ts';
import { duplicateColumn, wrongWidth } from '../../problems/file-problems.ts';
import { LogError } from '../../problems/problem.ts';
import { FIELDS, type Field, fieldNamed } from '../../schema/fields.ts';
import { unknownColumns } from '../../schema/headings.ts';
import { checkRecord, type RawRecord, type RecordContext } from '../../schema/record.ts';
import type { ReadContext, ReadItem } from '../format.ts';

/** Which column holds each field. */
interface Columns {
  width: number;
  delimiter: string;
  /** By position in FIELDS; -1 = no such column. */
  positions: number[];
}

export async function* readDelimited(file: string, context: ReadContext): AsyncGenerator<ReadItem[], void, undefined> {
  let columns: Columns | null = null;
  for await (const { header, rows } of tableBlocks(file)) {
    if (columns === null) {
      columns = columnsOf(file, header);
      yield [{ unknown: unknownColumns(header.names) }];
    }
    const { zone, latest, fileGroup } = context;
    const record = { zone, latest, group: hasColumn(columns, 'group') ? null : fileGroup };
    const own = columns;
    yield rows.map((row) => ('problem' in row ? row : readRow(file, row.record, own, record)));
  }
}

function readRow(file: string, row: Record, columns: Columns, context: RecordContext): ReadItem {
  if (row.values.length !== columns.width) {
    return { problem: wrongWidth({ file, line: row.line, column: null }, row.values.length, columns.width) };
  }
  const raw: RawRecord = columns.positions.map((column) => row.values[column] ?? null);
  const result = checkRecord(row.line, raw, context);
  if ('event' in result) return result;
  const column = columns.positions[FIELDS.indexOf(result.fault.field)] ?? -1;
  const whole = { file, line: row.line, column: null };
  const place = column < 0 ? whole : valuePlace(file, row, column, columns.delimiter);
  return { problem: fieldProblem(result.fault, place) };
}

/** @throws LogError if two columns share a name or the time is missing */
function columnsOf(file: string, { line, names, delimiter }: TableHeader): Columns {
  const fields = names.map(fieldNamed);
  const twice = fields.findIndex((field, index) => field !== null && fields.indexOf(field) !== index);
  if (twice >= 0) throw new LogError([duplicateColumn({ file, line, column: null }, names[twice] ?? '')]);
  if (!fields.includes('ts')) throw new LogError([noTimeColumn(file, names, unknownColumns(names))]);
  return { width: names.length, delimiter, positions: FIELDS.map((field) => fields.indexOf(field)) };
}

function hasColumn(columns: Columns, field: Field): boolean {
  return (columns.positions[FIELDS.indexOf(field)] ?? -1) >= 0;
}
