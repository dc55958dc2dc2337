import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRecords, type Record, type RecordItem, valuePlace } from './csv.ts';
import type { LineBlock } from './lines.ts';

async function recordsOf(text: string, delimiter = ','): Promise<RecordItem[]> {
  async function* blocks(): AsyncGenerator<LineBlock> {
    const lines = text.split('\n');
    // In small blocks, so that records cross their edges.
    for (let i = 0; i < lines.length; i += 2) yield { first: i + 1, lines: lines.slice(i, i + 2), bad: null };
  }
  const items: RecordItem[] = [];
  for await (const block of csvRecords('x.csv', blocks(), delimiter)) items.push(...block);
  return items;
}

function record(item: RecordItem | undefined): Record {
  if (item === undefined || !('record' in item)) throw new Error(`No record: ${JSON.stringify(item)}`);
  return item.record;
}

const value = fc
  .array(fc.constantFrom('a', '加', '"', ',', '\n', ' ', '😀', "'"), { maxLength: 6 })
  .map((parts) => parts.join(''));
const table = fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

test('quoted values are read back, with the line and column of each', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const text = rows.map((row) => row.map(quote).join(',')).join('\n');
      const items = await recordsOf(text);
      expect(items.map((item) => record(item).values)).toEqual(rows);
      const lines = text.split('\n');
      for (const item of items) {
        const { values } = record(item);
        for (const index of values.keys()) {
          const place = valuePlace('x.csv', record(item), index, ',');
          const rest = [lines[place.line - 1]?.slice(place.column - 1), ...lines.slice(place.line)].join('\n');
          expect(rest.startsWith(quote(values[index] ?? ''))).toBe(true);
        }
      }
    }),
  );
});

test('quotes inside an unquoted value are literal; spaces before a quote are dropped', async () => {
  const items = await recordsOf('a"b"c, "d",\n\n e ,f');
  expect(items.map((item) => record(item).values)).toEqual([
    ['a"b"c', 'd', ''],
    [' e ', 'f'],
  ]);
});
