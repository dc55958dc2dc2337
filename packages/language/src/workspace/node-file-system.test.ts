import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFileSystem } from './node-file-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-language-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('other encodings are called by their names', () => {
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

test('text, nothing, a folder, and what is not UTF-8', () => {
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
  expect([join(folder, 'a.txt'), folder, join(folder, 'b.txt')].map(nodeFileSystem.exists)).toEqual([
    true,
    false,
    false,
  ]);
});
