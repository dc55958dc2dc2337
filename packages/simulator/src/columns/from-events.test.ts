import { NONE } from '@steward/events';
import { expect, test } from 'vitest';
import { at, row } from '../../test/build.ts';
import { columnsFromEvents } from './from-events.ts';

test('sorted by time, then as given; a repeated id counts once', () => {
  const [log] = columnsFromEvents(
    [
      row('2025-03-01T11:00 ann message', { id: '2' }),
      row('2025-03-01T10:00 bob message', { id: '1' }),
      row('2025-03-01T10:00 cy message', { id: '3' }),
      row('2025-03-01T12:00 ann message', { id: '2' }),
    ],
    [],
  );
  expect([...(log?.member ?? [])].map((member) => log?.members[member]?.id)).toEqual(['bob', 'cy', 'ann']);
  expect(log?.covers).toEqual({ from: at('2025-03-01T10:00'), to: at('2025-03-01T12:00') });
});

test('targets are messages by id, or members by id or unique name', () => {
  const [log] = columnsFromEvents(
    [
      row('2025-03-01T10:00 u1 message', { id: 'm1', memberName: 'Ann' }),
      row('2025-03-01T10:01 u2 message', { memberName: 'Bo' }),
      row('2025-03-01T10:02 u3 message', { memberName: 'Bo' }),
      ...['m1', 'u2', 'Ann', 'Bo'].map((target) => row('2025-03-01T10:03 u3 complaint', { target })),
    ],
    [],
  );
  expect(log?.targets).toEqual(['m1', 'u2', 'Ann', 'Bo']);
  expect([...(log?.targetEvent ?? [])]).toEqual([0, NONE, NONE, NONE]);
  expect([...(log?.targetMember ?? [])]).toEqual([NONE, 1, 0, NONE]);
});

test('text is only tested for the signals that a predicate names', () => {
  const predicates = Array.from({ length: 33 }, () => ({
    kind: 'contains' as const,
    words: ['ad'],
    only: ['message' as const],
  }));
  const [log] = columnsFromEvents(
    [row('2025-03-01T10:00 ann message', { text: 'an AD' }), row('2025-03-01T10:01 ann complaint', { text: 'an ad' })],
    predicates,
  );
  expect(log?.textBits.map((word) => [...word])).toEqual([
    [0xffff_ffff, 0],
    [1, 0],
  ]);
});
