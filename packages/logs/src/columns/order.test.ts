import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainHash } from './hash-sql.ts';
import { eventLayout } from './layout.ts';
import { inLogOrder, withoutDuplicates } from './order.ts';

const NONE = { member: false, memberName: false, category: false, about: false, target: false, amount: false };
const HASHES = { group: plainHash, member: plainHash, memberName: plainHash, label: plainHash };
const layout = eventLayout({ ...NONE, id: true }, HASHES);

interface Row {
  ts: number;
  file: number;
  line: number;
  id: number;
}

function pack(rows: readonly Row[]): Uint32Array {
  const records = new Uint32Array(rows.length * layout.words);
  rows.forEach(({ ts, file, line, id }, index) => {
    const at = index * layout.words;
    records[at + layout.ts] = ts;
    records[at + layout.line] = line;
    records[at + layout.flags] = file * 65_536;
    records[at + layout.id] = id;
  });
  return records;
}

const row = fc.record({
  ts: fc.nat(20),
  file: fc.nat(2),
  line: fc.nat(1000),
  id: fc.nat(30),
});
// No two events share a place.
const log = fc.uniqueArray(row, { maxLength: 60, selector: ({ file, line }) => `${file}:${line}` });
const nearlySorted = log.map((rows) => rows.map((one, index) => ({ ...one, ts: one.ts + index * 3 })));

const place = ({ file, line }: Row): number => file * 1e6 + line;

test('keeps the first event of each id, by file and line, and all events without an id', () => {
  fc.assert(
    fc.property(log, (rows) => {
      const { kept, dropped } = withoutDuplicates(pack(rows), layout);
      const best = rows.map((one, i) =>
        one.id === 0 || rows.every((other) => other.id !== one.id || place(other) >= place(one)) ? i : -1,
      );
      expect([...kept]).toEqual(best.filter((i) => i >= 0));
      expect(dropped).toBe(rows.length - kept.length);
    }),
  );
});

test('sorts by time, then file, then line, whatever the order of rows', () => {
  fc.assert(
    fc.property(fc.oneof(log, nearlySorted), (rows) => {
      const order = inLogOrder(pack(rows), Int32Array.from(rows.keys()), layout);
      const sorted = [...rows.keys()].sort((a, b) => {
        const [one, other] = [rows[a], rows[b]];
        return one && other ? one.ts - other.ts || place(one) - place(other) : 0;
      });
      expect([...order]).toEqual(sorted);
    }),
  );
});
