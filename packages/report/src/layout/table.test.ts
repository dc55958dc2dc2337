import { expect, test } from 'vitest';
import { type Column, table } from './table.ts';
import { cells } from './width.ts';

const style = { width: 40, indent: 2, gap: 2, header: (text: string) => text };

test('columns line up whatever the script', () => {
  const columns: Column[] = [
    { header: 'tier', align: 'left' },
    { header: 'members', align: 'right' },
  ];
  const rows = [
    [{ text: '核心用户' }, { text: '12' }],
    [{ text: 'Silent' }, { text: '1,204' }],
  ];
  expect(table(columns, rows, style)).toEqual(['  tier      members', '  核心用户       12', '  Silent      1,204']);
});

test('the widest shrinkable column shrinks, and no line is too wide', () => {
  const columns: Column[] = [
    { header: '', align: 'left', least: 6 },
    { header: '', align: 'right' },
  ];
  const rows = [[{ text: 'a very long condition over many words indeed' }, { text: '40%' }]];
  const [line = ''] = table(columns, rows, style);
  expect(cells(line)).toBe(40);
  expect(line).toContain('…');
  expect(line.endsWith('40%')).toBe(true);
});

test('a fill column takes the remaining width, within its bounds', () => {
  const columns: Column[] = [
    { header: '', align: 'left' },
    { header: '', align: 'left', fill: { least: 4, most: 100 } },
    { header: '', align: 'right' },
  ];
  const draw = (width: number) => '#'.repeat(width);
  expect(table(columns, [[{ text: 'ab' }, { text: draw }, { text: '9' }]], style)).toEqual([
    `  ab  ${'#'.repeat(31)}  9`,
  ]);
  const capped = columns.map((column) => (column.fill ? { ...column, fill: { least: 4, most: 5 } } : column));
  expect(table(capped, [[{ text: 'ab' }, { text: draw }, { text: '9' }]], style)).toEqual(['  ab  #####  9']);
});
