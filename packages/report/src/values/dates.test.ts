import { expect, test } from 'vitest';
import { localTime } from './dates.ts';

test('instants are shown in the zone of the group, across a clock change', () => {
  expect(localTime('2025-03-01T16:30:00.000Z', 'Asia/Shanghai')).toBe('2025-03-02 00:30');
  expect(localTime('2025-03-09T06:59:00.000Z', 'America/New_York')).toBe('2025-03-09 01:59');
  expect(localTime('2025-03-09T07:00:00.000Z', 'America/New_York')).toBe('2025-03-09 03:00');
});
