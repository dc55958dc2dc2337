import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFileSystem } from './node-file-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-language-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('text, nothing, a folder, and what is not UTF-8', () => {
  writeFileSync(join(folder, 'a.txt'), '词');
  writeFileSync(join(folder, 'gbk.txt'), Buffer.from([0xb4, 0xca]));
  expect(nodeFileSystem.read(join(folder, 'a.txt'))).toEqual({ kind: 'text', text: '词' });
  expect(nodeFileSystem.read(join(folder, 'b.txt'))).toEqual({ kind: 'missing' });
  expect(nodeFileSystem.read(folder)).toMatchObject({
    kind: 'unreadable',
    reason: { en: 'it is a folder. Name a file in it.' },
  });
  expect(nodeFileSystem.read(join(folder, 'gbk.txt'))).toMatchObject({
    kind: 'unreadable',
    reason: { en: 'it is not UTF-8. Save it as UTF-8 in your editor.' },
  });
  expect([join(folder, 'a.txt'), folder, join(folder, 'b.txt')].map(nodeFileSystem.exists)).toEqual([
    true,
    false,
    false,
  ]);
});
