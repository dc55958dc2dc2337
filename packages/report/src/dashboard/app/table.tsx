/** A table that scrolls inside its own region, reachable by keyboard. */
import type { ComponentChildren } from 'preact';
import { useSurroundings } from './context.ts';

export interface TableColumn {
  header: string;
  /** Right-aligned. */
  number?: boolean;
}

interface DataTableProps {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly (readonly ComponentChildren[])[];
  /** The clause of each row, for navigation. */
  clauses?: readonly (string | null)[];
  /** Shown in full, however long. */
  whole?: boolean;
}

export function DataTable({ caption, columns, rows, clauses, whole }: DataTableProps) {
  const { words } = useSurroundings();
  return (
    <section
      class={whole ? 'scroll whole' : 'scroll'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`${words.table}${words.catalogue.colon}${caption}`}
    >
      <table>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ header, number }) => (
              <th key={header} scope="col" class={number ? 'number' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at} data-clause={clauses?.[at] ?? undefined}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={columns[column]?.header} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={columns[column]?.header} class={columns[column]?.number ? 'number' : undefined}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
