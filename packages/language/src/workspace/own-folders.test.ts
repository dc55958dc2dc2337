/** Folders above a path only count if they belong to the same project and owner. */
import { chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foldersAround } from './boundary.ts';
import { ownFoldersUpward } from './own-folders.ts';

let top: string;
let rules: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'steward-own-'));
  rules = join(top, 'a/b');
  mkdirSync(rules, { recursive: true });
});
afterEach(() => rmSync(top, { recursive: true }));

const around = (): string[] => foldersAround([join(rules, 'x.group')], null);
const SOMEBODY = 12_345;

test('a config or repository above widens what rules may name; nothing above a repository is considered', () => {
  expect(around()).toEqual([rules]);
  writeFileSync(join(top, 'steward.config.json'), '{}');
  expect(around()).toEqual([top]);
  mkdirSync(join(top, 'a/.git'));
  expect(around()).toEqual([join(top, 'a')]);
  expect(ownFoldersUpward(rules)).toEqual([rules, join(top, 'a')]);
});

test('a link in place of a config widens nothing', () => {
  symlinkSync('/etc/hostname', join(top, 'steward.config.json'));
  expect(around()).toEqual([rules]);
});

test('files that somebody else owns, or in a folder that they own, widen nothing', async ({ annotate }) => {
  if (process.getuid?.() !== 0) {
    await annotate('not tried: only root can give files away');
    return;
  }
  const config = join(top, 'steward.config.json');
  const git = join(top, '.git');
  writeFileSync(config, '{}');
  mkdirSync(git);
  chownSync(config, SOMEBODY, SOMEBODY);
  expect(around()).toEqual([top]);
  chownSync(git, SOMEBODY, SOMEBODY);
  expect(around()).toEqual([rules]);
  chownSync(config, 0, 0);
  expect(around()).toEqual([top]);
  chownSync(top, SOMEBODY, SOMEBODY);
  expect(around()).toEqual([rules]);
  expect(ownFoldersUpward(rules)).toEqual([rules, join(top, 'a')]);
});
