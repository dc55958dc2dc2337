/** Cost is linear in the events: sixteen times the events may take a few times sixteen as long, but not two hundred. */
import { expect, test } from 'vitest';
import {
  both,
  campaign,
  count,
  divide,
  group,
  health,
  is,
  members,
  own,
  risk,
  row,
  run,
  since,
  tier,
  top,
} from './build.ts';

const policy = group({
  tiers: [
    tier(
      'Core',
      both(top('1/5', own('message', 'in 7d', { function: 'days' })), is(own('message', 'in 30d'), '>=', 4)),
    ),
    tier('Idle', is(since('message'), '>=', '3d')),
    tier('Rest', is(divide(own('message', 'in 7d'), count('message', 'in 7d')), '<', '2/5')),
  ],
  health: [health('activity', [is(divide(count('message', 'per day'), members('per day')), '>', 2)])],
  risks: [
    risk('Flood', is(count('message', 'in 1h'), '>=', 50)),
    risk('Many', is(count('complaint', 'in 2h', { function: 'distinct', field: 'member' }), '>=', 5)),
  ],
  campaigns: [campaign('Referral', [['preheat', '1d']])],
});

function cost(events: number): number {
  const rows = Array.from({ length: events }, (_, i) => {
    const kind = i % 9 === 0 ? 'complaint' : 'message';
    return { ...row(`2025-03-01T00:00 m${(i * 7919) % 200} ${kind}`), ts: 1.74e15 + i * 120_000_000 };
  });
  const times = [1, 2, 3].map(() => {
    // CPU time of this process only, so waiting on a busy machine does not count.
    const { user } = process.cpuUsage();
    run(policy, rows);
    return process.cpuUsage().user - user;
  });
  return Math.min(...times);
}

test('sixteen times the events', () => {
  cost(2_000);
  // Sixteen times the work, doubled for garbage collection; quadratic growth would be 256 times.
  const ratio = (): number => cost(64_000) / cost(4_000);
  expect(Math.min(ratio(), ratio())).toBeLessThan(60);
});
