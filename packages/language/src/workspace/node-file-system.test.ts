import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { READING } from '../limits.ts';
import { nodeFileSystem } from './node-file-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-language-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('other encodings are named', () => {
  const read = (name: string, bytes: readonly number[]) => {
    writeFileSync(join(folder, name), Buffer.from(bytes));
    return nodeFileSystem.read(join(folder, name));
  };
  expect(read('gbk', [0xb4, 0xfa, 0xb9, 0xba, 0x0a])).toMatchObject({
    reason: { en: 'it is GBK, not UTF-8. Save it as UTF-8 in your editor.' },
  });
  expect(read('little', [0xff, 0xfe, 0xe3, 0x4e])).toMatchObject({
    reason: { zh: '它是 UTF-16 编码，不是 UTF-8。请在编辑器里另存为 UTF-8。' },
    utf16: '代',
  });
  expect(read('big', [0xfe, 0xff, 0x4e, 0xe3])).toMatchObject({ utf16: '代' });
  expect(read('marked', [0xef, 0xbb, 0xbf, 0x61])).toEqual({ kind: 'text', text: 'a' });
});

test('text, a missing file, a folder, and a file that is not UTF-8', () => {
  writeFileSync(join(folder, 'a.txt'), '词');
  writeFileSync(join(folder, 'bytes.txt'), Buffer.from([0x61, 0xff, 0x00]));
  expect(nodeFileSystem.read(join(folder, 'a.txt'))).toEqual({ kind: 'text', text: '词' });
  expect(nodeFileSystem.read(join(folder, 'b.txt'))).toEqual({ kind: 'missing' });
  expect(nodeFileSystem.read(folder)).toMatchObject({
    kind: 'unreadable',
    reason: { en: 'it is a folder. Name a file in it.' },
  });
  expect(nodeFileSystem.read(join(folder, 'bytes.txt'))).toMatchObject({
    kind: 'unreadable',
    reason: { en: 'it is not UTF-8. Save it as UTF-8 in your editor.' },
  });
  const looked = [join(folder, 'a.txt'), folder, join(folder, 'b.txt')].map(nodeFileSystem.look);
  expect(looked.map(({ kind }) => kind)).toEqual(['file', 'folder', 'missing']);
});

test.runIf(process.platform !== 'win32').each([
  ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'it is a pipe, a socket or a device.'],
  ['a device', (path: string) => symlinkSync('/dev/zero', path), 'it is a pipe, a socket or a device.'],
  ['links in a circle', (path: string) => symlinkSync(path, path), 'its links form a cycle.'],
])('%s is examined but not read', (name, make, reason) => {
  const path = join(folder, name);
  make(path);
  for (const found of [nodeFileSystem.read(path), nodeFileSystem.look(path)]) {
    expect(found.kind === 'unreadable' && found.reason.en).toContain(reason);
  }
});

test('a path that the system rejects, and an impossible one', () => {
  expect(nodeFileSystem.read(join(folder, 'x'.repeat(5_000)))).toMatchObject({
    reason: { en: 'its name is longer than the system allows.' },
  });
  expect(nodeFileSystem.look(join(folder, 'a\0b'))).toMatchObject({ reason: { en: 'this is not a valid file name.' } });
});

test('a file may be only as large as its use allows', () => {
  const path = join(folder, 'large.group');
  writeFileSync(path, 'x'.repeat(READING.rules));
  expect(nodeFileSystem.read(path).kind).toBe('text');
  writeFileSync(path, 'x'.repeat(READING.rules + 1));
  expect(nodeFileSystem.read(path)).toMatchObject({ reason: { en: 'it is larger than 4 MiB. Split it.' } });
  expect(nodeFileSystem.read(path, 'words').kind).toBe('text');
});

// Reports size 0 but is not empty.
test.runIf(existsSync('/proc/self/environ'))('a file without a size is read to its end', () => {
  expect(nodeFileSystem.read('/proc/self/environ')).toMatchObject({ kind: 'text' });
});
