import { describe, expect, test } from 'vitest';
import { steward } from './steward.ts';

test('--help prints to standard output, with the exit codes, and nothing to standard error', async () => {
  const { code, stdout, stderr } = await steward(['--help']);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  for (const command of ['check', 'simulate', 'build', 'generate', 'translate', 'schema', 'explain']) {
    expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
  }
  expect(stdout).toMatch(/^ {2}0 {2}clean[^\n]*\n {2}1 {2}findings[^\n]*\n {2}2 {2}cannot run[^\n]*\n {2}3 {2}a bug/m);
});

test('every command has its own help', async () => {
  for (const command of ['check', 'simulate', 'build', 'generate', 'translate', 'schema', 'explain']) {
    const { code, stdout } = await steward([command, '--help']);
    expect({ command, code, usage: stdout.includes(`steward ${command}`) }).toEqual({ command, code: 0, usage: true });
  }
});

test('--version prints a version and nothing else', async () => {
  const { code, stdout } = await steward(['--version']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('incorrect usage: exit code 2, a sentence on standard error, nothing on standard output', () => {
  test.each([
    [[], 'No command given. See: steward --help'],
    [['chek'], 'There is no command chek. Did you mean check?'],
    [['check', '--fromat', 'json'], 'There is no option --fromat. Did you mean --format?'],
    [
      ['check', '--format', 'yaml'],
      '--format cannot be yaml. It is one of: pretty, json, sarif, github, gitlab, junit.',
    ],
    [['simulate'], 'Missing arguments: steward simulate <file>'],
    [['build', 'a.group', 'b.group'], 'Unexpected argument: b.group'],
    [['simulate', 'a.group', '--jobs', 'many'], '--jobs cannot be many. It is a whole number from 1 to 256.'],
    [['simulate', 'a.group', '--shows', 'reads'], '--shows cannot be reads. Signals are: message, recall,'],
    [['simulate', 'a.group', '--timezone', 'Mars/Base'], '--timezone cannot be Mars/Base.'],
    [['build', 'no-such.group'], 'There is no file or folder no-such.group.'],
    [['build', 'packages'], 'packages is a folder. Name one .group file in it.'],
    [['check', 'no/*.group'], 'There is no .group file in no/*.group.'],
    [['schema', 'polcy'], 'There is no schema polcy. Did you mean policy?'],
    [['explain', 'duty-gab'], 'There is no page for duty-gab. Did you mean duty-gap?'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await steward(args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('language', () => {
  const chinese = '没有命令 chek。是不是想用 check？';
  test('--lang before and after the command', async () => {
    expect((await steward(['chek', '--lang', 'zh'])).stderr).toContain(chinese);
    expect((await steward(['--lang=zh', 'chek'])).stderr).toContain(chinese);
  });
  test('the environment, which --lang overrides', async () => {
    expect((await steward(['chek'], { environment: { LC_ALL: 'zh_CN.UTF-8' } })).stderr).toContain(chinese);
    expect((await steward(['chek'], { environment: { LANG: 'zh_CN.UTF-8' } })).stderr).toContain(chinese);
    expect((await steward(['chek', '--lang', 'en'], { environment: { LANG: 'zh_CN.UTF-8' } })).stderr).toContain(
      'no command',
    );
  });
  test('the whole help', async () => {
    const { stdout } = await steward(['--help', '--lang', 'zh']);
    expect(stdout).toContain('退出码');
    expect(stdout).not.toContain('Exit codes');
  });
});

describe('colours', () => {
  const colored = async (args: string[], environment: Record<string, string>): Promise<boolean> =>
    (await steward(['--help', ...args], { environment })).stdout.includes('\u001b[');
  test('none in a pipe unless asked for', async () => {
    expect(await colored([], {})).toBe(false);
    expect(await colored(['--color'], {})).toBe(true);
    expect(await colored([], { FORCE_COLOR: '1' })).toBe(true);
  });
  test('NO_COLOR beats FORCE_COLOR, an option beats both', async () => {
    expect(await colored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await colored(['--color'], { NO_COLOR: '1' })).toBe(true);
    expect(await colored(['--no-color'], { FORCE_COLOR: '1' })).toBe(false);
  });
});

test('an old Node is reported in both languages, and nothing else is loaded', async () => {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.11.1'})`;
  const { code, stdout, stderr } = await steward(['--help'], { nodeOptions: ['--import', pretend] });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('steward needs Node 22.12 or newer; this is Node 20.11.1.');
  expect(stderr).toContain('需要 Node 22.12');
});

test('a bug of ours says so: exit code 3, version, how to report it', async () => {
  const broken = `data:text/javascript,Array.prototype.toSorted=()=>{throw new TypeError('pretended')}`;
  const { code, stderr } = await steward(['check', 'examples/baseline/baseline.group'], {
    nodeOptions: ['--import', broken],
  });
  expect(code).toBe(3);
  expect(stderr).toMatch(/This is a bug in Steward \d+\.\d+\.\d+, not in your files\./);
  expect(stderr).toContain('TypeError: pretended');
  expect(stderr).toContain('argv: ["check","examples/baseline/baseline.group"]');
});
