/** Anybody may have written a repository, so no program named in its configuration is started. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hostileRepository } from '../hostile-repository.ts';
import { folderWith, steward } from './steward.ts';

const RULES = 'group G "群" : service {\n  timezone "UTC"\n  tier All { otherwise }\n}\n';
const LIMIT = { timeout: 120_000 };
const markers = mkdtempSync(join(tmpdir(), 'steward-markers-'));
afterAll(() => rmSync(markers, { recursive: true, force: true }));

test('commands that run git start no program of the repository', LIMIT, async () => {
  const cwd = folderWith({
    'rules.group': RULES,
    'same.group': RULES.replace('group G', 'group H'),
    '.gitignore': 'x.group\n',
  });
  const repository = hostileRepository(cwd, markers);
  writeFileSync(join(cwd, 'rules.group'), RULES.replace('"群"', '"新群"'));
  // As after a checkout: git has to read the file to see that it is unchanged.
  utimesSync(join(cwd, 'same.group'), new Date(), new Date(Date.now() + 5_000));
  const asked = [
    ['check'],
    ['check', '--since', 'HEAD'],
    ['check', '--since', 'HEAD~1', '--format', 'json'],
    ['format', '--check'],
    ['test'],
    ['docs'],
    ['diff', 'HEAD:rules.group', 'rules.group'],
    ['init', 'new', '--yes', '--ci', 'github'],
  ];
  const codes: (number | null)[] = [];
  for (const args of asked) codes.push((await steward(args, { cwd })).code);
  expect(repository.ran()).toEqual([]);
  expect(codes.slice(0, 3)).toEqual([0, 0, 0]);
  // The same repository with plain git.
  repository.git('--paginate', 'status');
  repository.git('diff', 'HEAD');
  repository.git('diff', '--no-ext-diff', 'HEAD');
  expect(repository.ran()).toEqual(expect.arrayContaining(['clean', 'diff-command', 'fsmonitor', 'textconv']));
});

test('nothing is fetched for an incomplete clone', LIMIT, async () => {
  const cwd = folderWith({ 'rules.group': RULES });
  const repository = hostileRepository(cwd, markers);
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD:rules.group'], { cwd, encoding: 'utf8' });
  unlinkSync(join(cwd, '.git', 'objects', stdout.slice(0, 2), stdout.slice(2).trim()));
  repository.forget();
  const { code, stderr } = await steward(['diff', 'HEAD:rules.group', 'rules.group'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('rules.group')]);
  expect(repository.ran()).toEqual([]);
  repository.git('cat-file', 'blob', 'HEAD:rules.group');
  expect(repository.ran()).toContain('remote');
});
