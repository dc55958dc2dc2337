import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFile, replacementOf } from './replacement.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the mode is kept, and nobody may read the new file before it is complete', () => {
  writeFileSync(at('a'), 'old');
  chmodSync(at('a'), 0o640);
  const replacement = replacementOf(at('a'));
  expect(statSync(replacement.temporary).mode & 0o077).toBe(0);
  writeFileSync(replacement.temporary, 'new');
  expect(readFileSync(at('a'), 'utf8')).toBe('old');
  replacement.commit();
  expect(statSync(at('a')).mode & 0o777).toBe(0o640);
  expect(readFileSync(at('a'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a']);
});

test.runIf(process.getuid?.() === 0)('the owner stays where the system allows it', async () => {
  const { chownSync } = await import('node:fs');
  writeFileSync(at('a'), 'old');
  chownSync(at('a'), 1234, 2345);
  chmodSync(at('a'), 0o600);
  replaceFile(at('a'), 'new');
  const { uid, gid, mode } = statSync(at('a'));
  expect([uid, gid, mode & 0o777]).toEqual([1234, 2345, 0o600]);
});

test('a link stays a link, and its target is replaced', () => {
  mkdirSync(at('real'));
  writeFileSync(at('real/file'), 'old');
  symlinkSync('real', at('folder'));
  symlinkSync('folder/file', at('relative'));
  symlinkSync(at('relative'), at('absolute'));
  replaceFile(at('absolute'), 'new');
  expect(readFileSync(at('real/file'), 'utf8')).toBe('new');
  expect(readlinkSync(at('relative'))).toBe('folder/file');
  expect(lstatSync(at('absolute')).isSymbolicLink()).toBe(true);
  symlinkSync('not-there-yet', at('dangling'));
  replaceFile(at('dangling'), 'made');
  expect(readFileSync(at('not-there-yet'), 'utf8')).toBe('made');
  expect(lstatSync(at('dangling')).isSymbolicLink()).toBe(true);
});

test('a file with two names keeps both', () => {
  writeFileSync(at('a'), 'a long old text');
  linkSync(at('a'), at('b'));
  replaceFile(at('b'), 'new');
  expect(readFileSync(at('a'), 'utf8')).toBe('new');
  expect(statSync(at('a')).nlink).toBe(2);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
});

test('an impossible path is rejected with the system’s code, and nothing is left behind', () => {
  mkdirSync(at('folder'));
  symlinkSync('loop', at('loop'));
  writeFileSync(at('file'), '');
  expect(() => replaceFile(at('folder'), '')).toThrow(/^EISDIR/);
  expect(() => replaceFile(at('made/'), '')).toThrow(/^EISDIR/);
  expect(() => replaceFile(at('loop'), '')).toThrow(/^ELOOP/);
  expect(() => replaceFile(at('file/below'), '')).toThrow(/^E(NOTDIR|EXIST)/);
  expect(() => replaceFile(at('x'.repeat(300)), '')).toThrow(/^ENAMETOOLONG/);
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder', 'loop']);
});

test('missing folders are created', () => {
  replaceFile(at('a/b/c'), 'new');
  expect(readFileSync(at('a/b/c'), 'utf8')).toBe('new');
});

test.runIf(process.platform === 'linux')('a system that refuses a folder is told, and not asked for ever', () => {
  expect(() => replaceFile('/proc/steward/file', '')).toThrow();
});
