import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { generateEvents } from './generate.ts';
import { syntheticOptions } from './options.ts';
import { CATEGORY_MARKS } from './phrasebook.ts';
import type { EventRow } from './row.ts';
import type { SyntheticChoices } from './settings.ts';

const HOUR_MS = 3_600_000;

function rowsOf(choices: SyntheticChoices): EventRow[] {
  return [...generateEvents(syntheticOptions(choices))];
}

function hashOf(rows: readonly EventRow[]): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}

function countBy<T>(
  list: readonly T[],
  keyOf: (item: T) => string | number | null,
): Map<string | number | null, number> {
  const counts = new Map<string | number | null, number>();
  for (const item of list) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

const SMALL: SyntheticChoices = { members: 20, days: 10, seed: 7 };

describe('the same options', () => {
  test('give the same log on every machine and in every release: only change the hash together with the generator', () => {
    expect(hashOf(rowsOf(SMALL))).toBe('74512dcaa344351b9b134f8c59b0504c408c5e733dc79cdc723c3ddfe3214023');
  });

  test('give another log with another seed', () => {
    expect(hashOf(rowsOf({ ...SMALL, seed: 8 }))).not.toBe(hashOf(rowsOf(SMALL)));
  });

  test('give the same events by group as by time', () => {
    const choices: SyntheticChoices = { ...SMALL, groups: 3 };
    const byKey = (a: string, b: string): number => (a < b ? -1 : 1);
    const sorted = (order: 'time' | 'group'): string[] =>
      rowsOf({ ...choices, order })
        .map((row) => JSON.stringify(row))
        .sort(byKey);
    expect(sorted('group')).toEqual(sorted('time'));
  });

  test('give a group the same events, however many others there are', () => {
    const first = rowsOf({ ...SMALL, groups: 2 }).filter((row) => row.group === 'group-01-1');
    const alone = rowsOf({ ...SMALL, groups: 5 }).filter((row) => row.group === 'group-01-1');
    expect(first).toEqual(alone);
  });
});

describe('a log', () => {
  const rows = rowsOf({ members: 120, days: 60, kind: 'interest' });
  const messages = rows.filter((row) => row.kind === 'message');

  test('is ordered by time, within its days', () => {
    const from = Date.parse('2025-03-03T00:00:00+08:00');
    expect(rows.every((row, index) => row.ts >= (rows[index - 1]?.ts ?? from))).toBe(true);
    expect(rows.at(-1)?.ts).toBeLessThan(from + 60 * 24 * HOUR_MS);
  });

  test('has unique message ids, and targets that are earlier messages or members', () => {
    const ids = new Map(messages.map((row) => [row.id, row.ts]));
    expect(ids.size).toBe(messages.length);
    const members = new Set(rows.map((row) => row.member));
    const aimless = rows.filter(
      (row) => row.target !== null && !members.has(row.target) && (ids.get(row.target) ?? Infinity) > row.ts,
    );
    expect(aimless).toEqual([]);
  });

  test('is busy in the evening and quiet before dawn, in local time', () => {
    const hours = countBy(messages, (row) => new Date(row.ts + 8 * HOUR_MS).getUTCHours());
    expect(hours.get(21)).toBeGreaterThan(10 * (hours.get(4) ?? 0));
    expect(hours.get(12)).toBeGreaterThan(hours.get(15) ?? 0);
  });

  test('is written mostly by a fifth of the members, while some never speak', () => {
    const spoken = messages.filter((row) => row.role === 'member');
    const counts = [...countBy(spoken, (row) => row.member).values()].sort((a, b) => b - a);
    const most = counts.slice(0, 24).reduce((sum, count) => sum + count, 0);
    expect(most / spoken.length).toBeGreaterThan(0.55);
    expect(most / spoken.length).toBeLessThan(0.95);
    expect(counts.length).toBeLessThan(118);
  });

  test('shows everything that a group can do', () => {
    const kinds = [...countBy(rows, (row) => row.kind).keys()].sort();
    const expected = [
      'campaign',
      'checkin',
      'click',
      'complaint',
      'join',
      'leave',
      'message',
      'participation',
      'purchase',
    ];
    expect(kinds).toEqual([...expected, 'reaction', 'read', 'recall', 'share']);
  });

  test('has no events of people outside their membership', () => {
    const joined = new Map(rows.filter((row) => row.kind === 'join').map((row) => [row.member, row.ts]));
    const left = new Map(rows.filter((row) => row.kind === 'leave').map((row) => [row.member, row.ts]));
    expect(joined.size).toBeGreaterThan(15);
    expect(left.size).toBeGreaterThan(5);
    const early = rows.filter((row) => row.ts < (joined.get(row.member) ?? -Infinity));
    const late = rows.filter((row) => row.ts > (left.get(row.member) ?? Infinity));
    expect([early, late]).toEqual([[], []]);
  });

  test('keeps its content near 40/30/20/10', () => {
    const categories = ['insight', 'notice', 'ugc', 'light'] as const;
    const counts = categories.map((name) => messages.filter((row) => categoryOf(row.text) === name).length);
    const sum = counts.reduce((total, count) => total + count, 0);
    const shares = counts.map((count) => count / sum);
    [0.4, 0.3, 0.2, 0.1].forEach((share, index) => {
      expect(Math.abs((shares[index] ?? 0) - share), categories[index]).toBeLessThan(0.06);
    });
  });

  test('has a week and a day of little talk', () => {
    const slump = messages.filter((row) => dayOf(row) >= 33 && dayOf(row) < 41).length / 8;
    const before = messages.filter((row) => dayOf(row) < 30).length / 30;
    expect(slump / before).toBeLessThan(0.75);
  });
});

describe('a day of crisis', () => {
  const rows = rowsOf({
    members: 80,
    days: 30,
    crisis: { day: 20, share: 0.25, about: 'delivery', resolves: ['Critical'] },
  });
  const that = rows.filter((row) => dayOf(row) === 19);

  test('has many members complain within two hours', () => {
    const complaints = that.filter((row) => row.kind === 'complaint' && row.about === 'delivery');
    expect(new Set(complaints.map((row) => row.member)).size).toBeGreaterThanOrEqual(15);
    const [first, last] = [complaints[0]?.ts ?? 0, complaints.at(-1)?.ts ?? Infinity];
    expect(last - first).toBeLessThan(2 * HOUR_MS);
  });

  test('has the owner apologise to everybody, and the risk resolved', () => {
    expect(that.some((row) => row.role === 'owner' && row.media === 'announcement' && row.text?.includes('道歉'))).toBe(
      true,
    );
    expect(that.filter((row) => row.kind === 'resolve').map((row) => row.about)).toEqual(['Critical']);
  });
});

test('an evening of spam: a stranger comes, advertises, is complained about, taken back and removed', () => {
  const rows = rowsOf({ members: 40, days: 10, spam: { day: 4, posts: 6, words: ['代开发票'], about: '广告' } });
  const stranger = rows.filter((row) => row.member === 'stranger');
  expect(stranger.map((row) => row.kind)).toEqual(['join', ...Array.from({ length: 6 }, () => 'message'), 'leave']);
  expect(stranger.filter((row) => row.kind === 'message').every((row) => row.text?.includes('代开发票'))).toBe(true);
  const ids = new Set(stranger.map((row) => row.id).filter((id) => id !== null));
  const against = rows.filter((row) => row.target !== null && ids.has(row.target));
  const kinds = countBy(against, (row) => row.kind);
  expect(kinds.get('recall')).toBe(6);
  expect(kinds.get('complaint')).toBeGreaterThan(3);
});

describe('on request', () => {
  test('only the signals that the log shows', () => {
    const rows = rowsOf({ ...SMALL, shows: ['message', 'recall'] });
    expect([...countBy(rows, (row) => row.kind).keys()].sort()).toEqual(['message', 'recall']);
  });

  test.each([
    [1, 30, 20_000],
    [50, 60, 50_000],
    [20, 40, 300_000],
  ])('%i groups of %i members have about %i events', (groups, members, events) => {
    const found = rowsOf({ groups, members, events, days: 60 }).length;
    expect(found / events).toBeGreaterThan(0.93);
    expect(found / events).toBeLessThan(1.07);
  });

  test('days of a zone with clock changes', () => {
    const rows = rowsOf({ ...SMALL, days: 3, start: '2025-03-29', timezone: 'Europe/Berlin' });
    const last = rows.at(-1)?.ts ?? 0;
    expect(last).toBeLessThan(Date.parse('2025-04-01T00:00:00+02:00'));
    expect(last).toBeGreaterThan(Date.parse('2025-03-31T20:00:00+02:00'));
  });

  test('a language', () => {
    const english = rowsOf({ ...SMALL, language: 'en' }).filter((row) => row.text !== null && row.kind === 'message');
    expect(english.filter((row) => /[\u4e00-\u9fff]/.test(row.text ?? '')).map((row) => row.text)).toEqual([]);
    const mixed = rowsOf({ ...SMALL, language: 'mixed' }).filter((row) => row.kind === 'message' && row.text !== null);
    const foreign = mixed.filter((row) => !/[\u4e00-\u9fff]/.test(row.text ?? '')).length / mixed.length;
    expect(foreign).toBeGreaterThan(0.1);
    expect(foreign).toBeLessThan(0.4);
  });
});

function dayOf(row: EventRow): number {
  return Math.floor((row.ts - Date.parse('2025-03-03T00:00:00+08:00')) / (24 * HOUR_MS));
}

function categoryOf(text: string | null): string | undefined {
  return Object.entries(CATEGORY_MARKS).find(([, mark]) => mark.test(text ?? ''))?.[0];
}
