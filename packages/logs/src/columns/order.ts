/** Records of a group in the order of the log: by time, then file, then line, then as they came. */
import type { Layout } from './layout.ts';

/** A 64-bit whole number (below 2^53) of a record. */
export function wide(records: Uint32Array, at: number): number {
  // The high word is signed, so that "none" (-1) comes out as -1.
  return ((records[at + 1] ?? 0) | 0) * 4_294_967_296 + (records[at] ?? 0);
}

/** @returns `positions`, sorted; the same array where it was sorted already, which costs one pass */
export function inLogOrder(records: Uint32Array, positions: Int32Array, layout: Layout): Int32Array {
  const count = positions.length;
  const ts = new Float64Array(count);
  const source = new Float64Array(count);
  let sorted = true;
  for (let i = 0; i < count; i++) {
    const at = positions[i] ?? 0;
    ts[i] = wide(records, at + layout.at.ts);
    source[i] = ((records[at + layout.at.flags] ?? 0) >>> 16) * 4_294_967_296 + (records[at + layout.at.line] ?? 0);
    if (i > 0 && compare(ts, source, i - 1, i) > 0) sorted = false;
  }
  if (sorted) return positions;
  // A plain array: its sort is linear in long runs, and late rows leave long runs.
  const order = Array.from(positions.keys()).sort((a, b) => compare(ts, source, a, b));
  return Int32Array.from(order, (index) => positions[index] ?? 0);
}

function compare(ts: Float64Array, source: Float64Array, a: number, b: number): number {
  return (ts[a] ?? 0) - (ts[b] ?? 0) || (source[a] ?? 0) - (source[b] ?? 0) || a - b;
}
