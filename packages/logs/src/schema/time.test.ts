import { describe, expect, test } from 'vitest';
import { parseTime } from './time.ts';
import { Zone, zoneNamed } from './zone.ts';

const UTC = Date.UTC(2025, 2, 1, 12, 0, 0) * 1000;

describe('times', () => {
  const sound: [text: string, micros: number][] = [
    ['2025-03-01T12:00:00Z', UTC],
    ['2025-03-01 20:00:00+08:00', UTC],
    ['2025-03-01T20:00+0800', UTC],
    ['2025-03-01T20:00:00.5+08', UTC + 500_000],
    ['2025-03-01T12:00:00.123456789z', UTC + 123_456],
    ['1740830400', UTC],
    ['1740830400.25', UTC + 250_000],
    ['1740830400123', UTC + 123_000],
    ['1740830400123456', UTC + 123_456],
    // No double holds this product exactly.
    ['1740830400.123457', UTC + 123_457],
  ];
  test.each(sound)('%s', (text, micros) => {
    expect(parseTime(text, null)).toEqual({ micros });
  });

  const faulty: [text: string, fault: string][] = [
    ['2025-03-01T12:00:00', 'noZone'],
    ['2025-03-01', 'notATime'],
    ['2025-02-29T12:00:00Z', 'notATime'],
    ['2025-03-01T24:00:00Z', 'notATime'],
    ['2025-03-01T12:00:60Z', 'notATime'],
    ['2025-03-01T12:00:00+25:00', 'notATime'],
    ['03/01/2025 12:00', 'notATime'],
    ['-1740830400', 'notATime'],
    ['0', 'outOfRange'],
    ['99999999', 'outOfRange'],
    ['1740830400123456789', 'outOfRange'],
    ['1969-12-31T23:59:59Z', 'outOfRange'],
    ['2200-01-01T00:00:00Z', 'outOfRange'],
  ];
  test.each(faulty)('%s', (text, fault) => {
    expect(parseTime(text, null)).toEqual({ fault });
  });
});

describe('local times', () => {
  const cases: [zone: string, local: string, utc: string][] = [
    ['Asia/Shanghai', '2025-03-01T20:00:00', '2025-03-01T12:00:00Z'],
    ['Asia/Kathmandu', '2025-03-01T05:45:00', '2025-03-01T00:00:00Z'],
    ['America/New_York', '2025-01-01T00:00:00', '2025-01-01T05:00:00Z'],
    ['America/New_York', '2025-07-01T00:00:00', '2025-07-01T04:00:00Z'],
    // Skipped by the clock change: moved on by the gap.
    ['America/New_York', '2025-03-09T02:30:00', '2025-03-09T07:30:00Z'],
    // Twice that night: the first.
    ['America/New_York', '2025-11-02T01:30:00', '2025-11-02T05:30:00Z'],
    ['Australia/Lord_Howe', '2025-04-06T01:45:00', '2025-04-05T14:45:00Z'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00Z'],
  ];
  test.each(cases)('%s %s', (zone, local, utc) => {
    expect(parseTime(local, new Zone(zone))).toEqual({ micros: Date.parse(utc) * 1000 });
  });

  test('an unknown zone is none', () => {
    expect(zoneNamed('China')).toBeNull();
  });
});
