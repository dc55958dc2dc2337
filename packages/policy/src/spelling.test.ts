import { describe, expect, test } from 'vitest';
import type { Aggregate, Condition, Quantity } from './expression.ts';
import { conditionText, durationText, measureText, periodText, windowText } from './spelling.ts';

const range = { file: 0, startOffset: 0, endOffset: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
const week = { kind: 'trailing', duration: { amount: 7, unit: 'd' } } as const;
const ads: Aggregate = {
  kind: 'aggregate',
  function: 'count',
  parts: [{ signal: 'message', where: { kind: 'field-in', field: 'category', values: [], range } }],
  signal: 'message',
  field: null,
  scope: 'group',
  window: week,
  unit: 'count',
  range,
};
const idle: Quantity = { kind: 'metric', metric: 'idle', window: week, body: ads, unit: 'duration', range };
const three: Quantity = {
  kind: 'constant',
  value: { numerator: 3, denominator: 1 },
  unit: 'count',
  text: '3',
  range,
};
const sum: Quantity = { kind: 'arithmetic', operator: '+', left: ads, right: three, unit: 'count', range };
const product: Quantity = { kind: 'arithmetic', operator: '*', left: sum, right: three, unit: 'count', range };

test.each([
  [week, 'in 7d', '近7天'],
  [{ kind: 'trailing', duration: { amount: 30, unit: 'min' } }, 'in 30min', '近30分钟'],
  [{ kind: 'period', period: 'month' }, 'per month', '每月'],
  [{ kind: 'run' }, '', ''],
  [{ kind: 'all' }, '', ''],
] as const)('a window in both languages: %j', (window, en, zh) => {
  expect(windowText(window)).toBe(en);
  expect(windowText(window, 'zh')).toBe(zh);
});

test('a duration and a period in both languages', () => {
  expect([durationText(week.duration), durationText(week.duration, 'zh')]).toEqual(['7d', '7天']);
  expect([periodText('week'), periodText('week', 'zh')]).toEqual(['per week', '每周']);
});

describe('measures', () => {
  test('in results: always with windows, arithmetic in parentheses, without filters', () => {
    expect(measureText(ads)).toBe('count(message) in 7d');
    expect(measureText(idle)).toBe('idle in 7d');
    expect(measureText(product)).toBe('(count(message) in 7d + 3) * 3');
  });

  test('in rules: filters indicated', () => {
    const either: Condition = {
      kind: 'or',
      left: { kind: 'compare', operator: '>', left: ads, right: three, range },
      right: { kind: 'compare', operator: '<', left: { ...idle, window: { kind: 'all' } }, right: three, range },
      range,
    };
    const all: Condition = {
      kind: 'and',
      left: { kind: 'not', operand: either, range },
      right: { kind: 'rank', direction: 'top', limit: { kind: 'places', places: 3 }, measure: ads, range },
      range,
    };
    expect(conditionText(all)).toBe(
      'not (count(message where …) in 7d > 3 or idle < 3) and top 3 by count(message where …) in 7d',
    );
  });

  const compared = (left: Quantity): Condition => ({ kind: 'compare', operator: '>', left, right: three, range });
  const calculated = (left: Quantity, operator: '+' | '-' | '*' | '/', right: Quantity): Quantity => ({
    kind: 'arithmetic',
    operator,
    left,
    right,
    unit: 'number',
    range,
  });
  const joins: Quantity = { kind: 'metric', metric: 'joins', window: week, body: ads, unit: 'count', range };

  test.each([
    [compared(calculated(sum, '/', three)), '(count(message where … of group) in 7d + 3) / 3 > 3'],
    [compared(calculated(three, '+', calculated(joins, '*', three))), '3 + joins in 7d * 3 > 3'],
    [compared(calculated(three, '-', calculated(three, '-', joins))), '3 - (3 - joins in 7d) > 3'],
    [compared(calculated(calculated(three, '-', three), '-', joins)), '3 - 3 - joins in 7d > 3'],
    [compared(calculated(three, '/', calculated(three, '*', joins))), '3 / (3 * joins in 7d) > 3'],
    [compared({ ...ads, parts: [] }), 'count(message of group) in 7d > 3'],
    [
      {
        kind: 'trend',
        direction: 'falls',
        measure: calculated(joins, '/', calculated(joins, '+', { ...joins, metric: 'leaves' })),
        window: week,
        by: { numerator: 7, denominator: 100 },
        range,
      },
      '(joins / (joins + leaves)) in 7d falls by 7%',
    ],
    [
      {
        kind: 'rank',
        direction: 'top',
        limit: { kind: 'share', share: { numerator: 29, denominator: 100 } },
        measure: calculated(joins, '+', three),
        range,
      },
      'top 29% by (joins in 7d + 3)',
    ],
  ] satisfies [Condition, string][])(
    'in a rule of members, with the parentheses that it needs: %#',
    (condition, text) => {
      expect(conditionText(condition, 'member')).toBe(text);
    },
  );
});
