import { expect, test } from 'vitest';
import { besideFile } from './sources.ts';

test('paths in rules are relative to their file', () => {
  expect(besideFile('rules/beauty.group', './logs/vip.jsonl')).toBe('rules/logs/vip.jsonl');
  expect(besideFile('beauty.group', 'vip.jsonl')).toBe('vip.jsonl');
  expect(besideFile('rules/beauty.group', '/data/vip.jsonl')).toBe('/data/vip.jsonl');
});
