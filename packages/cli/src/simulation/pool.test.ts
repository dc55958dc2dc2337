import type { GroupLog } from '@steward/events';
import { expect, test } from 'vitest';
import { transferable } from './pool.ts';

function logWith(ts: Float64Array, kind: Uint8Array, bits: Uint32Array): GroupLog {
  return {
    group: 'g',
    groupName: null,
    covers: { from: 0, to: 0 },
    founded: null,
    members: [],
    length: 0,
    ts,
    member: new Int32Array(new SharedArrayBuffer(8)),
    kind,
    role: new Uint8Array(0),
    media: new Uint8Array(0),
    category: new Int32Array(0),
    about: new Int32Array(0),
    target: new Int32Array(0),
    amount: new Float64Array(0),
    hasText: new Uint8Array(0),
    textBits: [bits],
    labels: [],
    targets: [],
    targetEvent: new Int32Array(0),
    targetMember: new Int32Array(0),
    sourceFile: new Uint16Array(0),
    sourceLine: new Uint32Array(0),
  };
}

test('a column is transferred only if it owns its memory: not shared memory, not a view on a larger buffer', () => {
  const own = new Float64Array(4);
  const window = new Uint8Array(new ArrayBuffer(64), 8, 4);
  const bits = new Uint32Array(2);
  const buffers = transferable(logWith(own, window, bits));
  expect(buffers).toContain(own.buffer);
  expect(buffers).toContain(bits.buffer);
  expect(buffers).not.toContain(window.buffer);
  expect(buffers.every((buffer) => buffer instanceof ArrayBuffer)).toBe(true);
});
