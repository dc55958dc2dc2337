import { describe, expect, test } from 'vitest';
import { folderWith, steward } from './steward.ts';

const CLEAN = `group Clean : service {
  match "*"
  timezone "Asia/Shanghai"
  tier Regular { otherwise }
}
`;
const BROKEN = `group Broken : service {
  tier Core "核心用户" { when messages in 7d >= }
}
`;

/** Ignores the warnings of a minimal file, which these tests are not about. */
const errorsOf = (stdout: string): number => stdout.split('\n').filter((line) => / error /.test(line)).length;

test('a clean file: exit code 0, and nothing on standard error', async () => {
  const cwd = folderWith({ 'clean.group': CLEAN });
  const { code, stdout, stderr } = await steward(['check', 'clean.group'], { cwd });
  expect(stderr).toBe('');
  expect(errorsOf(stdout)).toBe(0);
  expect(code).toBe(0);
});

test('an error: exit code 1, with file, line, column and the place underlined', async () => {
  const cwd = folderWith({ 'broken.group': BROKEN });
  const { code, stdout, stderr } = await steward(['check', 'broken.group'], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^broken\.group:2:\d+ error [a-z-]+$/m);
  const lines = stdout.split('\n');
  const marked = lines.findIndex((line) => line.startsWith('> 2 │'));
  expect(lines[marked + 1]).toMatch(/^ {4}│ +\^+$/);
});

test('in Chinese too', async () => {
  const cwd = folderWith({ 'broken.group': BROKEN });
  const { stdout } = await steward(['check', 'broken.group', '--lang', 'zh'], { cwd });
  expect(stdout).toMatch(/^broken\.group:2:\d+ 错误 [a-z-]+$/m);
  expect(stdout).toContain('1 个文件中有');
});

test('JSON: one diagnostic per line, nothing else', async () => {
  const cwd = folderWith({ 'broken.group': BROKEN });
  const { code, stdout } = await steward(['check', 'broken.group', '--format', 'json'], { cwd });
  expect(code).toBe(1);
  const found = stdout
    .trim()
    .split('\n')
    .map((line): { code: string; file: string; message: Record<string, string> } => JSON.parse(line));
  expect(found.length).toBeGreaterThan(0);
  for (const { code: name, file, message } of found) {
    expect(name).toMatch(/^[a-z-]+$/);
    expect(file).toBe('broken.group');
    expect(Object.keys(message).sort()).toEqual(['en', 'zh']);
  }
});

describe('which files', () => {
  const files = { 'a.group': CLEAN, 'sub/b.group': BROKEN, 'sub/notes.txt': 'x', 'node_modules/x/c.group': BROKEN };
  test('a folder means everything below it except installed packages', async () => {
    const { code, stdout } = await steward(['check'], { cwd: folderWith(files) });
    expect(code).toBe(1);
    expect(stdout).toContain('sub/b.group:2:');
    expect(stdout).toMatch(/in 2 files/);
    expect(stdout).not.toContain('node_modules');
  });
  test('a glob, a folder by name, a file named twice', async () => {
    const cwd = folderWith(files);
    expect((await steward(['check', 'sub/*.group'], { cwd })).stdout).toContain('in 1 file');
    expect((await steward(['check', 'sub/'], { cwd })).stdout).toContain('sub/b.group:2:');
    expect((await steward(['check', 'sub/b.group', 'sub/b.group'], { cwd })).stdout).toContain('in 1 file');
  });
  test('a missing file is not a finding: exit code 2', async () => {
    const { code, stderr } = await steward(['check', 'a.group', 'gone.group'], { cwd: folderWith(files) });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no file or folder gone.group.');
  });
});

test('a file that is not UTF-8 is named: exit code 2', async () => {
  const cwd = folderWith({ 'gbk.group': new Uint8Array([0xc8, 0xba, 0x20, 0xb9, 0xe6]) });
  const { code, stdout, stderr } = await steward(['check', 'gbk.group'], { cwd });
  expect(code).toBe(2);
  expect(stdout + stderr).toContain('gbk.group');
  expect(stdout + stderr).toContain('UTF-8');
});

test('a reader that closes the pipe early is not an error', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => `  tier T${index} { when nonsense_${index} > 1 }`).join(
    '\n',
  );
  const cwd = folderWith({ 'many.group': `group G : service {\n${many}\n}\n` });
  const { code, stderr } = await steward(['check', 'many.group'], {
    cwd,
    during: (child) => child.stdout?.once('data', () => child.stdout?.destroy()),
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
