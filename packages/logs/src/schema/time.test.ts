import { calendarOf } from '@steward/time';
import { describe, expect, test } from 'vitest';
import { latestMicros, meantMicros, parseTime } from './time.ts';

const UTC = Date.UTC(2025, 2, 1, 12, 0, 0) * 1000;

describe('times', () => {
  const sound: [text: string, micros: number][] = [
    ['2025-03-01T12:00:00Z', UTC],
    ['2025-03-01 20:00:00+08:00', UTC],
    ['2025-03-01T20:00+0800', UTC],
    ['2025-03-01T20:00:00.5+08', UTC + 500_000],
    ['2025-03-01T12:00:00.123456789z', UTC + 123_456],
    ['20250301T120000Z', UTC],
    ['20250301120000.5Z', UTC + 500_000],
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
    ['20250301120000', 'noZone'],
    ['20251301120000', 'notATime'],
    ['2025-03-01T12:00:60Z', 'notATime'],
    ['2025-03-01T12:00:00+25:00', 'notATime'],
    ['03/01/2025 12:00', 'ambiguousDate'],
    ['25/3/1 12:00', 'notATime'],
    ['25/3/01 12:00', 'ambiguousDate'],
    ['2025/2/29 9:05', 'notATime'],
    ['2025/3/1 13:05 PM', 'notATime'],
    ['2025/3/1 9:05', 'noZone'],
    ['45901.378', 'noZone'],
    ['9:05 PM', 'notATime'],
    ['-1740830400', 'notATime'],
    ['0', 'outOfRange'],
    ['99999999', 'outOfRange'],
    ['1740830400123456789', 'nanoseconds'],
    ['1969-12-31T23:59:59Z', 'tooEarly'],
    ['1989-12-31T23:59:59Z', 'tooEarly'],
    ['600000000', 'tooEarly'],
    ['2200-01-01T00:00:00Z', 'tooLate'],
  ];
  test.each(faulty)('%s', (text, fault) => {
    expect(parseTime(text, null)).toMatchObject({ fault });
  });
});

describe('local times', () => {
  const cases: [zone: string, local: string, utc: string][] = [
    ['Asia/Shanghai', '2025-03-01T20:00:00', '2025-03-01T12:00:00Z'],
    ['Asia/Kathmandu', '2025-03-01T05:45:00', '2025-03-01T00:00:00Z'],
    ['America/New_York', '2025-01-01T00:00:00', '2025-01-01T05:00:00Z'],
    ['America/New_York', '2025-07-01T00:00:00', '2025-07-01T04:00:00Z'],
    // Skipped by the clock change, so moved forward by the gap.
    ['America/New_York', '2025-03-09T02:30:00', '2025-03-09T07:30:00Z'],
    // Occurs twice that night: the first counts.
    ['America/New_York', '2025-11-02T01:30:00', '2025-11-02T05:30:00Z'],
    ['Australia/Lord_Howe', '2025-04-06T01:45:00', '2025-04-05T14:45:00Z'],
    ['Pacific/Apia', '2011-12-30T12:00:00', '2011-12-30T22:00:00Z'],
  ];
  test.each(cases)('%s %s', (zone, local, utc) => {
    expect(parseTime(local, calendarOf(zone))).toEqual({ micros: Date.parse(utc) * 1000 });
  });
});

describe('times of spreadsheets', () => {
  const zone = calendarOf('Asia/Shanghai');
  const cases: [text: string, utc: string][] = [
    ['2025/9/1 9:05', '2025-09-01T01:05:00Z'],
    ['2025年9月1日12时5分', '2025-09-01T04:05:00Z'],
    ['2025年9月1日 星期一 下午1点05分09秒', '2025-09-01T05:05:09Z'],
    ['20250901120000', '2025-09-01T04:00:00Z'],
    ['2025-9-1 9:05', '2025-09-01T01:05:00Z'],
    ['2025.9.1 9:05:07', '2025-09-01T01:05:07Z'],
    ['2025/9/1  9:05', '2025-09-01T01:05:00Z'],
    ['2025-09-01 9:05 PM', '2025-09-01T13:05:00Z'],
    ['2025/9/1 9:05:07\u202fp.m.', '2025-09-01T13:05:07Z'],
    ['2025/9/1 12:05 AM', '2025-08-31T16:05:00Z'],
    ['2025/9/1 12:05 PM', '2025-09-01T04:05:00Z'],
    ['2025/9/1 上午 9:05', '2025-09-01T01:05:00Z'],
    ['2025/9/1 下午9:05', '2025-09-01T13:05:00Z'],
    ['2025年9月1日 星期一 下午 9:05', '2025-09-01T13:05:00Z'],
    ['2025年9月1日 中午12:05', '2025-09-01T04:05:00Z'],
    ['2025年9月1日中午1：05', '2025-09-01T05:05:00Z'],
    ['2025/9/1 9:05 +09:00', '2025-09-01T00:05:00Z'],
    // One of the numbers cannot be a month, or both are equal.
    ['25/12/2025 9:05', '2025-12-25T01:05:00Z'],
    ['12/25/2025 9:05', '2025-12-25T01:05:00Z'],
    ['9/9/2025 9:05', '2025-09-09T01:05:00Z'],
    ['45901.378', '2025-09-01T01:04:19.200Z'],
    ['45901.3784722222', '2025-09-01T01:05:00Z'],
    ['45901', '2025-08-31T16:00:00Z'],
  ];
  test.each(cases)('%s', (text, utc) => {
    expect(parseTime(text, zone)).toEqual({ micros: Date.parse(utc) * 1000 });
  });
});

describe('times that cannot be in a log', () => {
  const now = Date.parse('2025-09-01T00:00:00Z');
  const latest = latestMicros(now);

  test('one day after the present is the limit', () => {
    expect(parseTime('2025-09-02T00:00:00Z', null, latest)).toHaveProperty('micros');
    expect(parseTime('2025-09-02T00:00:00.000001Z', null, latest)).toMatchObject({ fault: 'tooLate' });
  });

  const mistaken: [text: string, meant: string][] = [
    // Milliseconds stored as microseconds, and vice versa.
    ['1970-01-21T07:58:19.200Z', '2025-09-01T00:00:00.000Z'],
    ['1970-01-01T00:29:16.684800Z', '2025-09-01T00:00:00.000Z'],
    ['1756684800000000000', '2025-09-01T00:00:00.000Z'],
  ];
  test.each(mistaken)('%s was meant as %s', (text, meant) => {
    const result = parseTime(text, null, latest);
    if (!('fault' in result)) throw new Error(`${text} was read`);
    const micros = meantMicros(result.wrong ?? Number.NaN, latest);
    expect(micros === null ? null : Math.abs(micros / 1000 - Date.parse(meant))).toBeLessThan(86_400_000);
  });

  test('nothing explains a zero', () => {
    expect(meantMicros(0, latest)).toBeNull();
  });
});
