import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unifiedDiff } from './changes.ts';

test('a changed line with its context', () => {
  expect(unifiedDiff('a.group', 'a\nb\nc\nd\ne\n', 'a\nb\nC\nd\ne\n')).toEqual([
    '--- a/a.group',
    '+++ b/a.group',
    '@@ -1,5 +1,5 @@',
    ' a',
    ' b',
    '-c',
    '+C',
    ' d',
    ' e',
  ]);
});

test('no changes give no output', () => {
  expect(unifiedDiff('a.group', 'a\n', 'a\n')).toEqual([]);
});

const LONG = Array.from({ length: 40 }, (_, index) => `line ${index}`);
const cases: [string, string, string][] = [
  ['two places far apart', `${LONG.join('\n')}\n`, `${LONG.with(3, 'x').with(30, 'y\nz').join('\n')}\n`],
  ['a line gone', 'a\nb\nc\n', 'a\nc\n'],
  ['all gone', 'a\n', ''],
  ['all new', '', 'a\nb\n'],
  ['a last line without a feed', 'a\nb', 'a\nB'],
  ['a feed added', 'a\nb', 'a\nb\n'],
];

test.each(cases)('git applies it: %s', (_, before, after) => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-diff-'));
  try {
    writeFileSync(join(folder, 'a.group'), before);
    const input = `${unifiedDiff('a.group', before, after).join('\n')}\n`;
    execFileSync('git', ['apply', '--unidiff-zero', '-'], { cwd: folder, input, stdio: ['pipe', 'pipe', 'pipe'] });
    expect(readFileSync(join(folder, 'a.group'), 'utf8')).toBe(after);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a large file with many changes, and one that is entirely different, take time in proportion to their size', () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `line ${index}`);
  const before = `${lines.join('\n')}\n`;
  const after = `${lines.map((line, index) => (index % 50 === 0 ? `${line} changed` : line)).join('\n')}\n`;
  expect(unifiedDiff('a.group', before, after).filter((line) => line.startsWith('+line'))).toHaveLength(1_200);
  const other = before.replaceAll('line', 'other');
  expect(unifiedDiff('a.group', before, other)).toHaveLength(2 + 1 + 120_000);
});
