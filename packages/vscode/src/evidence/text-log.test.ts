import { expect, test } from 'vitest';
import { opensAsText, shortName } from './text-log.ts';

test.each([
  ['/logs/vip.csv', 1_000, true],
  ['/logs/VIP.JSONL', 20_000_000, true],
  ['/logs/vip.jsonl', 20_000_001, false],
  ['/logs/vip.jsonl.gz', 10, false],
  ['/logs/python.parquet', 10, false],
  ['/logs.d/vip', 10, false],
])('%s of %i bytes: %s', (path, bytes, expected) => expect(opensAsText(path, bytes)).toBe(expected));

test('a name is readable, even if it is not a valid URI', () => {
  expect(shortName('file:///logs/%E6%B8%85%E4%BB%93.jsonl')).toBe('清仓.jsonl');
  expect(shortName('file:///logs/100%.csv')).toBe('100%.csv');
});
