import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { differences } from './difference.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'steward-generate-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function onDisk(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('equal files have no differences', () => {
  onDisk('out/a.json', '{}\n');
  expect(differences(root, new Map([['out/a.json', '{}\n']]), ['out'])).toEqual([]);
});

test('a changed file is reported with the first line that differs', () => {
  onDisk('out/a.txt', 'one\ntwo\nthree\n');
  expect(differences(root, new Map([['out/a.txt', 'one\n2\nthree\n']]), [])).toEqual([
    { path: 'out/a.txt', kind: 'changed', line: 2 },
  ]);
});

test('a longer file differs where the generated one ends', () => {
  onDisk('out/a.txt', 'one\ntwo');
  expect(differences(root, new Map([['out/a.txt', 'one']]), [])).toEqual([
    { path: 'out/a.txt', kind: 'changed', line: 2 },
  ]);
});

test('a missing file, and a stale one in a folder that the generator owns', () => {
  onDisk('out/deep/old.txt', '');
  onDisk('kept/mine.txt', '');
  expect(differences(root, new Map([['out/new.txt', '']]), ['out'])).toEqual([
    { path: 'out/new.txt', kind: 'missing', line: null },
    { path: 'out/deep/old.txt', kind: 'stale', line: null },
  ]);
});
