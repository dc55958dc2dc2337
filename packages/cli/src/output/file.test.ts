import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentencesIn } from '@steward/text';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CannotRun } from '../faults.ts';
import { WORDS } from '../words.ts';
import { openSink, writeWhole } from './file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-sink-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const en = sentencesIn(WORDS, 'en');
const sinkTo = (name: string) => openSink(join(folder, name), async () => {}, en);

test('the file changes only once everything is written', async () => {
  const path = join(folder, 'out.json');
  writeFileSync(path, 'old');
  const sink = sinkTo('out.json');
  await sink.write('new ');
  await sink.write('文字');
  expect(readFileSync(path, 'utf8')).toBe('old');
  sink.finish();
  expect(readFileSync(path, 'utf8')).toBe('new 文字');
  expect(readdirSync(folder)).toEqual(['out.json']);
});

test('an abandoned write leaves nothing behind and keeps the old file', async () => {
  writeFileSync(join(folder, 'out.json'), 'old');
  const abandoned = sinkTo('out.json');
  await abandoned.write('half');
  abandoned.abandon();
  expect(readdirSync(folder)).toEqual(['out.json']);
  expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('old');
});

test('a missing folder is created', async () => {
  const sink = sinkTo('no/such/folder.json');
  await sink.write('new');
  sink.finish();
  expect(readFileSync(join(folder, 'no/such/folder.json'), 'utf8')).toBe('new');
  expect(readdirSync(join(folder, 'no/such'))).toEqual(['folder.json']);
});

test('an unwritable path is reported in a sentence', () => {
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'folder'));
  expect(() => sinkTo('file/below.json')).toThrow(CannotRun);
  expect(() => sinkTo('folder')).toThrow(/folder cannot be written: illegal operation on a directory \(EISDIR\)/);
  expect(() => sinkTo('made/')).toThrow(CannotRun);
  expect(() => writeWhole(join(folder, 'folder'), 'x', en)).toThrow(CannotRun);
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder']);
});
