import { isTimeZone } from '@steward/time';
import { expect, test } from 'vitest';
import { findIn } from '../testing/marked.ts';
import { isDate, isTime, normalizeMoment } from './values.ts';

const body = (text: string): string => `role r group G : service { ${text} }`;

test.each<[string, string]>([
  [body('founded <|2025-02-30|>'), 'invalid-date: `2025-02-30` is not a valid date.'],
  [body('founded <|2025-02-28T25:00|>'), 'invalid-time: `25:00` is not a time of day. Times go from 00:00 to 23:59.'],
  [body('duty { 08:00..<|24:01|> r }'), 'invalid-time: `24:01` is not a time of day. Times go from 00:00 to 24:00.'],
  [body('duty { <|24:00|>..08:00 r }'), 'invalid-time: `24:00` is not a time of day. Times go from 00:00 to 23:59.'],
  [
    body('timezone <|"Asia/Shangai"|>'),
    'invalid-timezone: `Asia/Shangai` is not a time zone. Use a name like "Asia/Shanghai".',
  ],
  [body('capacity <|0|>'), 'invalid-number: `0` is not valid here: a whole number from 1 to 1000000 is expected.'],
  [body('capacity <|1.5|>'), 'invalid-number: `1.5` is not valid here: a whole number from 1 to 1000000 is expected.'],
  [
    body('content { category a when text contains "x" cap a <|150%|> per day }'),
    'invalid-percent: `150%` is not a valid share. Shares go from 0% to 100%.',
  ],
  [
    body('tier T { when messages in <|0d|> > 3 }'),
    'invalid-duration: `0d` is not valid here: a duration is at least 1 and at most 36500d.',
  ],
  [
    body('campaign C light { starts every month on <|32|> at 20:00 }'),
    'invalid-number: `32` is not valid here: a whole number from 1 to 31 is expected.',
  ],
  [
    body('campaign C light { starts every mon at 20:00, <|20:60|> }'),
    'invalid-time: `20:60` is not a time of day. Times go from 00:00 to 23:59.',
  ],
  [
    body('tier T <|#12|> { otherwise }'),
    'malformed-color: `#12` is not a colour. Write six hexadecimal digits, like `#C8102E`.',
  ],
])('%s', (marked, message) => {
  expect(findIn(marked)).toEqual({ marked, messages: [message] });
});

test('leap years', () => {
  expect(['2024-02-29', '2000-02-29', '2025-02-29', '1900-02-29', '2025-4-31', '2025-12-31'].map(isDate)).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
});

test('24:00 may end a span but not begin one', () => {
  expect([isTime('24:00', true), isTime('24:00', false), isTime('23:59', false), isTime('00:00', false)]).toEqual([
    true,
    false,
    true,
    true,
  ]);
});

test('moments are written out', () => {
  expect(normalizeMoment('2025-3-1 9:05')).toBe('2025-03-01T09:05');
  expect(normalizeMoment('2025-3-1')).toBe('2025-03-01');
});

test('time zones', () => {
  expect(['Asia/Shanghai', 'America/New_York', 'Mars/Olympus', '+08:00'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
