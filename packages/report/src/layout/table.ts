/** Tables in terminal cells: every row fits the width given, except where even the least widths do not. */
import { cells, padEnd, padStart, truncate } from './width.ts';

export interface Column {
  header: string;
  align: 'left' | 'right';
  /** Fewest cells that the column may be cut to when the table is too wide; absent = never cut. Cut cells lose their colour codes, so only uncoloured text may be cut. */
  least?: number;
  /** The column takes what the others leave, within these bounds, and its cells are drawn to that width. */
  fill?: { least: number; most: number };
}

/** Text, or for a `fill` column what draws itself to a width; `paint` colours the padded result. */
export interface Cell {
  text: string | ((width: number) => string);
  paint?: ((text: string) => string) | undefined;
}

export interface TableStyle {
  width: number;
  indent: number;
  /** Cells between columns. */
  gap: number;
  header: (text: string) => string;
}

/** @returns lines without trailing spaces; a header line only if some column has a header. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], style: TableStyle): string[] {
  const widths = layOut(columns, rows, style);
  const lines: string[] = [];
  if (columns.some((column) => column.header !== '')) {
    const cellsOfHeader = columns.map((column): Cell => ({ text: column.header, paint: style.header }));
    lines.push(line(columns, cellsOfHeader, widths, style));
  }
  for (const row of rows) lines.push(line(columns, row, widths, style));
  return lines;
}

function line(columns: readonly Column[], row: readonly Cell[], widths: readonly number[], style: TableStyle): string {
  const parts = columns.map((column, index) => {
    const cell = row[index] ?? { text: '' };
    const width = widths[index] ?? 0;
    const text = typeof cell.text === 'string' ? cell.text : cell.text(width);
    const fitted = cells(text) > width ? truncate(text, width) : text;
    const painted = cell.paint === undefined || fitted === '' ? fitted : cell.paint(fitted);
    return column.align === 'right' ? padStart(painted, width) : padEnd(painted, width);
  });
  return (' '.repeat(style.indent) + parts.join(' '.repeat(style.gap))).trimEnd();
}

function layOut(columns: readonly Column[], rows: readonly (readonly Cell[])[], style: TableStyle): number[] {
  const widths = columns.map((column, index) => naturalWidth(column, index, rows));
  const available = style.width - style.indent - style.gap * (columns.length - 1);
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  const mayShrink = columns.map((column, index) =>
    Math.max(0, (widths[index] ?? 0) - (column.least ?? Number.POSITIVE_INFINITY)),
  );
  while (excess > 0 && mayShrink.some((spare) => spare > 0)) {
    const widest = mayShrink.reduce(
      (best, spare, index) => (spare > 0 && (best < 0 || (widths[index] ?? 0) > (widths[best] ?? 0)) ? index : best),
      -1,
    );
    widths[widest] = (widths[widest] ?? 0) - 1;
    mayShrink[widest] = (mayShrink[widest] ?? 0) - 1;
    excess -= 1;
  }
  columns.forEach((column, index) => {
    if (column.fill === undefined) return;
    const extra = Math.max(0, -excess);
    const width = Math.min(column.fill.most, column.fill.least + extra);
    excess += width - column.fill.least;
    widths[index] = Math.max(width, cells(column.header));
  });
  return widths;
}

function naturalWidth(column: Column, index: number, rows: readonly (readonly Cell[])[]): number {
  if (column.fill !== undefined) return column.fill.least;
  return rows.reduce((most, row) => {
    const text = row[index]?.text ?? '';
    return Math.max(most, typeof text === 'string' ? cells(text) : 0);
  }, cells(column.header));
}
