/** What somebody else's rules can make Steward read: only regular files in their own folder. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, type Result, steward } from './steward.ts';

const LIMIT = { timeout: 120_000 };
const SECRET = 'root_secret_token';
const GROUP = (body: string, before = ''): string => `${before}group G : service {
  match "*"
  timezone "Asia/Shanghai"
  ${body}
  tier Regular { otherwise }
}
`;
const BASE = 'policy Base { risk R { when complaints > 3  do warn(sender) } }\n';

/** `inner` is the rules' folder, with a secret and a shared policy next to it. */
function world(inner: Readonly<Record<string, string>>): string {
  const files = Object.entries(inner).map(([path, text]) => [`inner/${path}`, text] as const);
  return folderWith({
    ...Object.fromEntries(files),
    'secret.group': `${SECRET}\n`,
    'secret.txt': `${SECRET}\n`,
    'shared/base.group': BASE,
  });
}

const codesOf = ({ stdout }: Result): string[] =>
  [...stdout.matchAll(/^\S+:\d+:\d+ \S+ ([a-z-]+)$/gm)].map(([, code = '']) => code);

describe('nothing outside their folder is read', () => {
  test.each<[what: string, rules: string]>([
    ['an import', GROUP('', 'import "../secret.group"\n')],
    ['an import by absolute path', GROUP('', 'import "/etc/hostname.group"\n')],
    ['words', GROUP('', 'lexicon L { "a" from "../secret.txt" }\n')],
    ['a roster', GROUP('roster "../secret.txt"')],
    ['a sample', GROUP('sample "../secret.txt"')],
    ['a sample that is a pattern', GROUP('sample "../*.txt"')],
    [
      'the log of a scenario',
      `${GROUP('')}scenario "S" for G { given { log "../secret.txt" } expect tier Regular of "a" }\n`,
    ],
    [
      'a result',
      `${GROUP('')}scenario "S" for G { given { 2025-03-01 "a" message } expect outcome "../x.outcome.json" }\n`,
    ],
    ['an import through a link', GROUP('', 'import "./link.group"\n')],
    ['words through a linked folder', GROUP('', 'lexicon L { "a" from "./up/secret.txt" }\n')],
  ])('%s', LIMIT, async (_, rules) => {
    const folder = world({ 'a.group': rules });
    symlinkSync(join(folder, 'secret.group'), join(folder, 'inner/link.group'));
    symlinkSync(folder, join(folder, 'inner/up'));
    const cwd = join(folder, 'inner');
    const checked = await steward(['check', 'a.group', '--format', 'json'], { cwd });
    expect(checked.stdout).toMatch(/"code":"file-outside".*--allow-folder \S.*不在这些规则所属的文件夹里/);
    expect(checked.stdout).not.toContain(SECRET);
    expect(checked.code).toBe(1);
    if (!/roster|sample|scenario/.test(rules)) return;
    const run = await steward([rules.includes('scenario') ? 'test' : 'simulate', 'a.group'], { cwd });
    expect(run.stdout + run.stderr).not.toContain(SECRET);
    expect(run.code).toBe(1);
  });

  test('a file found in a folder that links to the outside', LIMIT, async () => {
    const folder = world({ 'a.group': GROUP('') });
    symlinkSync(join(folder, 'secret.group'), join(folder, 'inner/link.group'));
    const { stdout, code } = await steward(['check'], { cwd: join(folder, 'inner') });
    expect(stdout).toMatch(/^link\.group:1:1 error file-outside$/m);
    expect(stdout).not.toContain(SECRET);
    expect(code).toBe(1);
  });

  test('other files are not read as rules, wherever they are', LIMIT, async () => {
    const folder = world({ 'a.group': GROUP('', 'import "./.env"\n'), '.env': `KEY=${SECRET}\n` });
    const { stdout } = await steward(['check', 'a.group'], { cwd: join(folder, 'inner') });
    expect(stdout).toContain('only files that end in `.group` can be imported');
    expect(stdout).not.toContain(SECRET);
  });
});

describe('what is read', () => {
  const USES = GROUP('', 'import "../shared/base.group"\n').replace(': service', ': service extends Base');
  const errors = async (args: readonly string[], cwd: string): Promise<string[]> => {
    const { stdout } = await steward(['check', '--format', 'json', ...args], { cwd });
    const lines = stdout.split('\n').filter((line) => line !== '');
    const found = lines.map((line): { code: string; severity: string } => JSON.parse(line));
    return found.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };

  test('without a repository: everything below the working folder', LIMIT, async () => {
    const folder = world({ 'a.group': USES });
    expect(await errors(['inner/a.group'], folder)).toEqual([]);
    expect(await errors(['a.group'], join(folder, 'inner'))).toContain('file-outside');
    expect(await errors([join(folder, 'inner/a.group')], join(folder, 'shared'))).toContain('file-outside');
  });

  test('the home folder does not count as a working folder', LIMIT, async () => {
    const folder = world({ 'a.group': USES });
    const { stdout } = await steward(['check', 'inner/a.group'], { cwd: folder, environment: { HOME: folder } });
    expect(stdout).toContain('file-outside');
  });

  test('the repository, from any folder in it', LIMIT, async () => {
    const folder = world({ 'a.group': USES });
    mkdirSync(join(folder, '.git'));
    expect(await errors(['a.group'], join(folder, 'inner'))).toEqual([]);
    expect(await errors([join(folder, 'inner/a.group')], join(folder, 'shared'))).toEqual([]);
  });

  test('a config sets its own boundary, and its roots extend it', LIMIT, async () => {
    const folder = world({ 'a.group': USES, 'steward.config.json': '{}' });
    mkdirSync(join(folder, '.git'));
    expect(await errors(['a.group'], join(folder, 'inner'))).toContain('file-outside');
    const allowed = world({ 'a.group': USES, 'steward.config.json': '{ "roots": ["../shared"] }' });
    expect(await errors(['a.group'], join(allowed, 'inner'))).toEqual([]);
  });

  test('what the command line allows or names', LIMIT, async () => {
    const cwd = join(world({ 'a.group': USES }), 'inner');
    expect(await errors(['--allow-folder', '../shared', 'a.group'], cwd)).toEqual([]);
    expect(await errors(['a.group', '--allow-folder=..'], cwd)).toEqual([]);
    expect(await errors(['a.group', '../shared/base.group'], cwd)).toEqual([]);
  });
});

test.runIf(process.platform !== 'win32')(
  'pipes, devices and links in a circle end a check, and do not hold it',
  LIMIT,
  async () => {
    const rules = GROUP(
      'roster "./pipe.csv"  sample "./pipe.csv"',
      'import "./pipe.group"\nimport "./zero.group"\nimport "./circle.group"\nlexicon L { "a" from "./pipe.csv" from "./circle.group" }\n',
    );
    const cwd = folderWith({ 'a.group': `${rules}import "./${'x'.repeat(5_000)}.group"\n` });
    mkdirSync(join(cwd, '.git'));
    execFileSync('mkfifo', [join(cwd, 'pipe.group'), join(cwd, 'pipe.csv')]);
    symlinkSync('/dev/zero', join(cwd, 'zero.group'));
    symlinkSync('circle.group', join(cwd, 'circle.group'));
    const { stdout, code } = await steward(['check', 'a.group', '--allow-folder', '/dev'], { cwd });
    expect(codesOf({ stdout } as Result).filter((one) => one === 'file-unreadable')).toHaveLength(7);
    expect(code).toBe(1);
    for (const path of ['pipe.group', 'circle.group', `${'x'.repeat(5_000)}.group`]) {
      const named = await steward(['check', path], { cwd });
      expect(named.code, named.stderr).toBe(2);
      expect((await steward(['simulate', path], { cwd })).code).toBe(2);
    }
  },
);
