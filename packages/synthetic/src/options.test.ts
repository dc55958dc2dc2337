import { expect, test } from 'vitest';
import { syntheticOptions } from './options.ts';
import type { SyntheticChoices } from './settings.ts';

const BAD: [choices: SyntheticChoices, message: string][] = [
  [{ days: 0 }, 'days: 0 is not valid. Give a whole number of days from 1 to 3660.'],
  [{ members: 2.5 }, 'members: 2.5 is not valid. Give a whole number of members from 1 to 100000.'],
  [{ seed: Number.NaN }, 'seed: NaN is not valid. Give a whole number from -2147483648 to 4294967295.'],
  [{ events: -1 }, 'events: -1 is not valid. Give a whole number of events from 1 to 10000000000.'],
  [{ start: '2025-02-30' }, 'start: "2025-02-30" is not a date. Write it like 2025-03-03.'],
  [
    { timezone: 'Asia/Shangai' },
    'timezone: "Asia/Shangai" is not a known time zone. Write an IANA name like Asia/Shanghai.',
  ],
  [
    { days: 10, spam: null, slump: null, crisis: { day: 11, share: 0.2, about: 'x', resolves: [] } },
    'crisis: day 11 is not in the log, which has days 1 to 10.',
  ],
];

test.each(BAD)('%j is rejected with a message', (choices, message) => {
  expect(() => syntheticOptions(choices)).toThrow(message);
});

test('defaults depend on the kind and the length', () => {
  const options = syntheticOptions({ kind: 'conversion', days: 20, rates: { messages: 3 } });
  expect(options.rates.messages).toBe(3);
  expect(options.rates.leaves).toBe(0.25);
  expect(options.crisis?.day).toBe(14);
});

test('a crisis on a given day, or none', () => {
  expect(syntheticOptions({ days: 30, crisisDay: 9 }).crisis).toMatchObject({ day: 9, about: '发货' });
  expect(syntheticOptions({ days: 30, crisisDay: null }).crisis).toBeNull();
  expect(() => syntheticOptions({ days: 30, crisisDay: 31 })).toThrow('crisis: day 31 is not in the log');
});
