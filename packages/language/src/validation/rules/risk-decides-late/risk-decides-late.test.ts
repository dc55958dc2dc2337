import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { riskDecidesLate } from './risk-decides-late.ts';

const DAY =
  'Counts can still grow while the day is running, so this stays unknown until the day ends, and the risk opens only then. For an immediate alarm, use a trailing window like `in 24h`; for an evaluation at the end of the day, use `health`.';
const risk = (condition: string): string => group(`risk R { when ${condition}  do warn }`);

test('too few messages', () => expectFindings(riskDecidesLate, risk('<|messages per day < 5|>'), [DAY]));

test('not many messages', () => expectFindings(riskDecidesLate, risk('not <|(messages per day >= 5)|>'), [DAY]));

test('a share of two counts that both grow', () =>
  expectFindings(riskDecidesLate, risk('<|complaint_rate per day > 1%|>'), [DAY]));

test('a fall against the day before', () =>
  expectFindings(riskDecidesLate, risk('<|messages per day falls by 20%|>'), [DAY]));

test.each([
  'messages per day > 5',
  'not (messages per day < 5)',
  'messages per day rises by 20%',
  'messages in 24h < 5',
  'messages_per_member per day > 5',
  'complaints per day + recalls per day > 5',
])('%s can be seen at once', (condition) => expectFindings(riskDecidesLate, risk(condition), []));
