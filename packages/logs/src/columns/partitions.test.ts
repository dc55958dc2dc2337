import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { HashIndex } from './hash-index.ts';
import { bitsLayout } from './layout.ts';
import { Partitions, partitionGroups, recordsOfGroup, Scratch } from './partitions.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-partitions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a partition ends before a group that would not fit; a group that is too large gets its own', () => {
  expect(partitionGroups([3, 3, 10, 1, 2], 1, 6 * 4)).toEqual([
    { from: 0, to: 2, records: 6 },
    { from: 2, to: 3, records: 10 },
    { from: 3, to: 5, records: 3 },
  ]);
});

describe.each([
  ['in memory', 1e9],
  ['in files', 40_000],
])('%s', (_where, memory) => {
  test('every group gets its records back, in their original order', () => {
    const groups = 7;
    const events = 300_000;
    const layout = bitsLayout(['one']);
    const index = new HashIndex(groups);
    for (let group = 0; group < groups; group++) index.add(group * 1000, group, group);
    const groupOf = (event: number): number => (event * event) % groups;
    const counts = Array.from({ length: groups }, () => 0);
    for (let event = 0; event < events; event++) counts[groupOf(event)] = (counts[groupOf(event)] ?? 0) + 1;

    const partitions = new Partitions(layout, partitionGroups(counts, layout.words, memory), index, folder);
    for (let start = 0; start < events; start += 2048) {
      const rows = Math.min(2048, events - start);
      const hashes = new Uint32Array(rows * 2);
      const values = new Uint32Array(rows);
      for (let i = 0; i < rows; i++) {
        // Every tenth row belongs to an unknown group.
        const group = i % 10 === 9 ? 99 : groupOf(start + i);
        hashes[i * 2] = group * 1000;
        hashes[i * 2 + 1] = group;
        values[i] = start + i;
      }
      partitions.push({ rows, words32: (column) => (column === 0 ? hashes : values) }, null);
    }
    for (const round of [1, 2]) {
      const scratch = new Scratch();
      for (const [number, range] of partitions.ranges.entries()) {
        const grouped = partitions.grouped(number, scratch);
        for (let group = range.from; group < range.to; group++) {
          const records = recordsOfGroup(grouped, group - range.from);
          const found = records.filter((_word, at) => at % 2 === 1);
          const all = Uint32Array.from({ length: events }, (_, event) => event);
          const expected = all.filter((event) => groupOf(event) === group && (event % 2048) % 10 !== 9);
          expect({
            round,
            group,
            same: Buffer.compare(Buffer.from(found.buffer), Buffer.from(expected.buffer)),
          }).toEqual({
            round,
            group,
            same: 0,
          });
        }
      }
    }
    partitions.close();
  });
});
