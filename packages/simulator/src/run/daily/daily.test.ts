import { describe, expect, test } from 'vitest';
import {
  action,
  call,
  constant,
  count,
  divide,
  duration,
  group,
  health,
  is,
  members,
  RANGE,
  response,
  row,
  run,
} from '../../../test/build.ts';
import { FALSE, TRUE, UNKNOWN } from '../../program/interval.ts';
import { heldFor } from './daily.ts';

test('for: all of the last days are true; days before the first are unknown', () => {
  expect(heldFor([TRUE, TRUE, FALSE, TRUE, TRUE, UNKNOWN, TRUE, TRUE], duration('2d'))).toEqual([
    UNKNOWN,
    TRUE,
    FALSE,
    FALSE,
    TRUE,
    UNKNOWN,
    UNKNOWN,
    TRUE,
  ]);
  expect(heldFor([TRUE, TRUE], duration('25h'))).toEqual([UNKNOWN, TRUE]);
});

describe('health', () => {
  const perMember = divide(count('message', 'per day'), members('per day'));
  const policy = group({
    health: [
      health('activity', [is(perMember, '>', 1)], {
        responses: [response([call('remind')], { for: duration('2d') })],
      }),
    ],
  });
  const rows = [
    ...['01', '01', '02', '03', '04', '04'].map((day) => row(`2025-03-${day}T10:00 ann message`)),
    row('2025-03-05T10:00 - message'),
  ];
  const outcome = run(policy, rows, { actions: [action('remind')] });

  test('a breach lasts until the first healthy day; a response runs once, after its duration', () => {
    expect(outcome.health[0]?.byDay).toEqual(['healthy', 'breach', 'breach', 'healthy', 'breach']);
    expect(outcome.health[0]?.breaches).toEqual([
      { from: '2025-03-02', to: '2025-03-03', breachDays: 2, responses: [{ response: 0, on: '2025-03-03' }] },
      { from: '2025-03-05', to: null, breachDays: 1, responses: [] },
    ]);
    expect(outcome.actions.total).toBe(1);
  });

  test('the measure has an exact value and its text', () => {
    expect(outcome.health[0]?.goals[0]?.measures).toMatchObject([
      { text: 'count(message) per day / members per day', byDay: [2, 1, 1, 2, 1].map((numerator) => ({ numerator })) },
    ]);
  });
});

test('a trend needs a covered base above zero', () => {
  const falls = {
    kind: 'trend' as const,
    direction: 'falls' as const,
    measure: count('message', 'per day'),
    window: { kind: 'period' as const, period: 'day' as const },
    by: constant('1/2').value,
    range: RANGE,
  };
  const days = ['01', '01', '02', '04', '04'].map((day) => row(`2025-03-${day}T10:00 ann message`));
  const outcome = run(group({ health: [health('falling', [falls])] }), days);
  expect(outcome.health[0]?.byDay).toEqual(['unknown', 'healthy', 'healthy', 'unknown']);
  expect(outcome.health[0]?.unknowns.reasons).toMatchObject({ beforeLog: 1, noBase: 1 });
});
