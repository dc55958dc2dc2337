import type { Campaign, CampaignStart, SourceRange } from '@steward/policy';
import { expect, test } from 'vitest';
import { HORIZON_DAYS, minuteOf, periodIndex, plannedStarts, wallClock } from './starts.ts';

const RANGE: SourceRange = {
  file: 0,
  startOffset: 0,
  endOffset: 0,
  startLine: 1,
  startColumn: 1,
  endLine: 1,
  endColumn: 1,
};

function campaign(starts: CampaignStart[]): Campaign {
  return { name: 'C', label: null, range: RANGE, size: 'medium', phases: [], goals: [], starts };
}

function times(starts: CampaignStart[]): string[] {
  return plannedStarts([campaign(starts)]).map(({ at }) => wallClock(at));
}

test('weekdays are those of the calendar', () => {
  const found = times([{ kind: 'weekly', weekdays: [1, 7], times: [1_200], range: RANGE }]);
  expect(found.slice(0, 3)).toEqual(['2024-01-01 20:00', '2024-01-07 20:00', '2024-01-08 20:00']);
});

test('a day that does not exist in a month is skipped', () => {
  const found = times([{ kind: 'monthly', days: [31], times: [480], range: RANGE }]);
  expect(found).toEqual(['2024-01-31 08:00', '2024-03-31 08:00']);
});

test('repeated starts are laid out from the first dated one', () => {
  const found = times([
    { kind: 'once', at: '2025-03-05T20:00', range: RANGE },
    { kind: 'daily', times: [600], range: RANGE },
  ]);
  expect(found[0]).toBe('2025-03-05 10:00');
  expect(found[1]).toBe('2025-03-05 20:00');
  expect(found).toHaveLength(HORIZON_DAYS + 1);
});

test.each([
  ['2025-03-02T23:59', '2025-03-03T00:00', 'week'],
  ['2025-02-28T23:59', '2025-03-01T00:00', 'month'],
  ['2025-03-01T23:59', '2025-03-02T00:00', 'day'],
  ['2025-03-01T10:59', '2025-03-01T11:00', 'hour'],
] as const)('between %s and %s a new %s begins', (last, first, period) => {
  expect(periodIndex(minuteOf(first), period) - periodIndex(minuteOf(last), period)).toBe(1);
});

test('times beyond every calendar are clamped to the last one', () => {
  expect(wallClock(1e12)).toBe('9999-12-31 23:59');
});
