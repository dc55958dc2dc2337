import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLAIN } from '@steward/report';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CannotRun } from '../faults.ts';
import { en } from '../locale/en.ts';
import { cleanUp } from './cleanup.ts';
import { openSink } from './file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steward-sink-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stdout = { terminal: false, width: 80, palette: PLAIN, write: async () => {} };
const sinkTo = (name: string) => openSink(join(folder, name), stdout, en);

test('the file changes only when all is written', async () => {
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

test('abandoned or interrupted, nothing is left and the old file stands', async () => {
  writeFileSync(join(folder, 'out.json'), 'old');
  const abandoned = sinkTo('out.json');
  await abandoned.write('half');
  abandoned.abandon();
  expect(readdirSync(folder)).toEqual(['out.json']);
  const interrupted = sinkTo('out.json');
  await interrupted.write('half');
  cleanUp();
  expect(readdirSync(folder)).toEqual(['out.json']);
  expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('old');
});

test('a place that cannot be written is said in a sentence', () => {
  expect(() => sinkTo('no/such/folder.json')).toThrow(CannotRun);
  expect(() => sinkTo('no/such/folder.json')).toThrow(/folder\.json cannot be written: no such file or directory/);
});
