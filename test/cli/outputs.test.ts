/** Files that a command writes: never over its input, as private as before, and in full or not at all. */
import { spawnSync } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundlePath, folderWith, steward } from './steward.ts';

const RULES = `group G : interest {
  match "*"
  timezone "Asia/Shanghai"
  tier Active { when messages in 7d >= 1 }
  tier Other { otherwise }
}
scenario "speaks" for G {
  given { 2025-03-01T10:00 "小李" message }
  expect tier Active of "小李" on 2025-03-01
}
`;
const UNTIDY = RULES.replaceAll('\n  ', '\n');
const LOG = Array.from({ length: 400 }, (_, index) =>
  JSON.stringify({
    ts: `2025-09-01T12:00:${String(index % 60).padStart(2, '0')}+08:00`,
    group: 'g',
    member: `m${index}`,
  }),
).join('\n');

const files = () => ({
  'a.group': RULES,
  'b.group': RULES,
  'log.jsonl': LOG,
  'other.jsonl': LOG,
  'steward.config.json': '{}',
});

test.each([
  ['simulate', 'a.group', '--log', 'log.jsonl', '-o', 'log.jsonl'],
  ['simulate', 'a.group', '--log', '*.jsonl', '-o', './other.jsonl'],
  ['simulate', 'a.group', '--log', 'log.jsonl', '--html', 'a.group'],
  ['simulate', 'a.group', '--log', 'log.jsonl', '-o', 'linked.jsonl'],
  ['simulate', 'a.group', '--log', 'log.jsonl', '-o', 'named.jsonl'],
  ['check', 'a.group', 'b.group', '-o', 'b.group'],
  ['test', 'a.group', '--lcov', 'a.group'],
  ['diff', 'a.group', 'b.group', '--log', 'log.jsonl', '-o', 'a.group'],
  ['score', 'a.group', '--log', 'log.jsonl', '-o', 'log.jsonl'],
  ['translate', 'a.group', '--to', 'zh', '-o', 'a.group'],
  ['check', 'a.group', '--format', 'json', '-o', 'steward.config.json'],
])(
  'an output that is also an input is rejected: %s %s %s %s %s %s',
  async (...args) => {
    const cwd = folderWith(files());
    symlinkSync('log.jsonl', join(cwd, 'linked.jsonl'));
    linkSync(join(cwd, 'log.jsonl'), join(cwd, 'named.jsonl'));
    const { code, stderr } = await steward(args, { cwd });
    expect(stderr).toContain('is an input of this run and would be overwritten');
    expect(code).toBe(2);
    for (const [name, text] of Object.entries(files())) expect(readFileSync(join(cwd, name), 'utf8')).toBe(text);
    expect(readdirSync(cwd).filter((name) => name.startsWith('.'))).toEqual([]);
  },
  60_000,
);

test.each([
  ['format', 'linked.group'],
  ['check', '--fix', 'linked.group'],
])(
  'a private file behind a link stays private, and the link stays: %s',
  async (...args) => {
    const cwd = folderWith({ 'real/a.group': args[0] === 'format' ? UNTIDY : RULES.replace('messages', 'mesages') });
    chmodSync(join(cwd, 'real/a.group'), 0o600);
    symlinkSync('real/a.group', join(cwd, 'linked.group'));
    const { code } = await steward(args, { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'real/a.group'), 'utf8')).toBe(RULES);
    expect(statSync(join(cwd, 'real/a.group')).mode & 0o777).toBe(0o600);
    expect(lstatSync(join(cwd, 'linked.group')).isSymbolicLink()).toBe(true);
  },
  60_000,
);

test('a result that replaces a private one is private; missing folders are created', async () => {
  const cwd = folderWith({ ...files(), 'old.json': 'old' });
  chmodSync(join(cwd, 'old.json'), 0o600);
  await steward(
    ['simulate', 'a.group', '--log', 'log.jsonl', '--format', 'json', '-o', 'old.json', '--html', 'x/y/z.html'],
    { cwd },
  );
  expect(statSync(join(cwd, 'old.json')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(cwd, 'old.json'), 'utf8')).toContain('"groups"');
  expect(readdirSync(join(cwd, 'x/y'))).toEqual(['z.html']);
  const { code } = await steward(['check', 'a.group', '--format', 'sarif', '-o', 'a/b.sarif'], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'a/b.sarif'), 'utf8')).toContain('2.1.0');
}, 60_000);

test.each([
  ['check', 'a.group', '-o', 'folder'],
  ['simulate', 'a.group', '--log', 'log.jsonl', '-o', 'folder/'],
  ['simulate', 'a.group', '--log', 'log.jsonl', '--html', 'loop'],
  ['translate', 'a.group', '--to', 'zh', '-o', 'n'.repeat(300)],
  ['generate', 'folder.jsonl/x.jsonl'],
])(
  'a path that cannot be a file is the user’s mistake: %s %s %s %s %s',
  async (...args) => {
    const cwd = folderWith({ ...files(), 'folder/x': '', 'folder.jsonl': '' });
    symlinkSync('loop', join(cwd, 'loop'));
    const { code, stderr } = await steward(args, { cwd });
    expect(stderr).toContain('cannot be written');
    expect(code).toBe(2);
  },
  60_000,
);

test.runIf(process.platform === 'linux')(
  'a full disk: exit code 2, the old file is kept, nothing is left behind',
  () => {
    const big = `// ${'好'.repeat(3_000)}\n${UNTIDY}`;
    const folder = folderWith({ 'big.group': big });
    chmodSync(join(folder, 'big.group'), 0o640);
    // In blocks of 1,024 bytes
    const limited = (command: string, at: string) =>
      spawnSync('bash', ['-c', `ulimit -f 2; exec "$0" "$1" ${command}`, process.execPath, bundlePath()], {
        cwd: at,
        encoding: 'utf8',
      });
    const formatted = limited('format big.group', folder);
    expect(formatted.stderr).toContain('big.group cannot be written');
    expect(formatted.status).toBe(2);
    expect(readFileSync(join(folder, 'big.group'), 'utf8')).toBe(big);
    expect(readdirSync(folder)).toEqual(['big.group']);
    const full = spawnSync(
      'bash',
      ['-c', 'exec "$0" "$1" schema outcome > /dev/full', process.execPath, bundlePath()],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(full.stderr).toContain('Standard output cannot be written');
    expect(full.status).toBe(2);
  },
  60_000,
);
