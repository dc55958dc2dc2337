import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../packages/cli/src/commands/registry.generated.ts';
import { configurable } from '../../packages/cli/src/config/config.ts';
import { folderWith, type Result, steward } from './steward.ts';

const LIMIT = { timeout: 120_000 };
const WARNS = `group G : interest {
  match "*"
  timezone "Asia/Shanghai"
  content {
    category insight when text contains "guide"
    mix per day { insight 60%  ugc 40% }
  }
}
`;

function check(config: unknown, args: readonly string[] = [], below = '.'): Promise<Result> {
  const text = typeof config === 'string' ? config : JSON.stringify(config, null, 2);
  const cwd = folderWith({ 'steward.config.json': text, 'rules/g.group': WARNS, 'other/h.group': WARNS });
  return steward(['check', ...args], { cwd: join(cwd, below) });
}

test('paths, language, severities and options of a command, also from a subfolder', LIMIT, async () => {
  const config = {
    lang: 'zh',
    paths: ['rules'],
    severity: { 'category-undeclared': 'error' },
    check: { format: 'json' },
  };
  for (const below of ['.', 'other']) {
    const { code, stdout } = await check(config, [], below);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line): { code: string; severity: string; file: string } => JSON.parse(line));
    expect(lines.every(({ file }) => file.endsWith('rules/g.group'))).toBe(true);
    expect(lines.find((line) => line.code === 'category-undeclared')?.severity).toBe('error');
    expect(code).toBe(1);
  }
  expect((await check({ lang: 'zh' }, ['--help'])).stdout).toContain('用法');
});

test('the command line wins, and rules that are off are not reported', LIMIT, async () => {
  const config = { severity: { 'category-undeclared': 'off' }, check: { format: 'json' } };
  const { stdout } = await check(config, ['--format', 'github', 'rules']);
  expect(stdout).not.toContain('category-undeclared');
  expect((await check({}, ['--format', 'github', 'rules'])).stdout).toContain('::warning file=rules/g.group');
});

test.each([
  ['{\n  "lang": \n}', /steward\.config\.json:3:1 is not valid JSON/],
  ['{\n  "lnag": "en"\n}', /steward\.config\.json:2:3 unknown key: lnag\..*lang/],
  ['{\n  "check": { "format": "xml" }\n}', /steward\.config\.json:2:14 check\.format .*sarif/],
  ['{ "check": { "fix": true } }', /1:14 check\.fix cannot be set in a config.*steward check --fix/],
  ['{ "severity": { "category-undeclard": "off" } }', /Did you mean category-undeclared/],
  ['{ "paths": ["rules", "/proc/self/environ"] }', /1:22 \/proc\/self\/environ is outside .*on the command line/],
  ['{ "paths": ["rules/../../*.group"] }', /1:13 rules\/\.\.\/\.\.\/\*\.group is outside/],
  ['{ "paths": ["rules", ""] }', /1:22 paths\.1 cannot have this value/],
  ['[]', /1:1 a config is an object in braces/],
  ['{ "check": null }', /1:3 check cannot have this value\. Allowed: \{/],
  ['{ "check": { "format": null } }', /1:14 check\.format cannot have this value\. Allowed: .*sarif/],
  ['{ "__proto__": { "lang": "zh" } }', /1:3 unknown key: __proto__/],
])('an invalid config is reported with its place: %s', LIMIT, async (config, reported) => {
  const { code, stderr } = await check(config);
  expect(code).toBe(2);
  expect(stderr).toMatch(reported);
});

test.each<[title: string, config: string, told: RegExp]>([
  ['a comma too many', '{\n  "lang": "en",\n}', /steward\.config\.json:3:1 is not valid JSON: a key in double quotes/],
  [
    'a key that says something else',
    '{\n  "roots": "shared"\n}',
    /steward\.config\.json:2:3 roots cannot have this value/,
  ],
  ['open brackets', `{ "paths": ${'['.repeat(100_000)}`, /steward\.config\.json:1:71 nests more than 60 brackets/],
  ['closed ones', `{ "a": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)} }`, /json:1:\d+ nests more than 60/],
  ['brackets in a text', `{ "paths": ["${'[{'.repeat(1_000)}"], "lnag": 1 }`, /unknown key: lnag/],
  ['an end that is missing', `[${'1,'.repeat(400_000)}`, /steward\.config\.json:1:800002 is not valid JSON/],
  [
    'more than anybody writes',
    `"${'x'.repeat(1_100_000)}"`,
    /steward\.config\.json cannot be read: it is larger than 1 MiB/,
  ],
])('a deeply nested or long config is reported quickly: %s', LIMIT, async (_, config, reported) => {
  const { code, stderr } = await check(config);
  expect(stderr).toMatch(reported);
  expect(code).toBe(2);
});

test('its schema accepts and rejects the same configs as the command', LIMIT, async () => {
  const schema: object = JSON.parse((await steward(['schema', 'config'])).stdout);
  const validate = new Ajv({ strict: true }).compile(schema);
  const good = {
    lang: 'zh',
    paths: ['a'],
    severity: { 'category-undeclared': 'off' },
    simulate: { jobs: 2, log: ['a.csv'] },
  };
  expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
  for (const bad of [
    { lnag: 'en' },
    { check: { fix: true } },
    { check: { format: 'xml' } },
    { severity: { x: 'off' } },
  ]) {
    expect(validate(bad)).toBe(false);
  }
});

describe('a config that anybody may have written', () => {
  /** Keys that take a path, a name or a pattern: all of them are only read. */
  const READ = ['baseline', 'for', 'log', 'roster'];

  test('cannot choose output files, by the tables of all commands', () => {
    for (const command of COMMANDS) {
      const paths = configurable(command).filter(({ value }) => value === 'FILE' || value === 'FOLDER');
      expect(READ).toEqual(expect.arrayContaining(paths.map(({ name }) => name)));
      expect(configurable(command).filter(({ writes }) => writes)).toEqual([]);
    }
    const written = COMMANDS.flatMap(({ options }) => options.filter(({ writes }) => writes).map(({ name }) => name));
    expect(new Set(written)).toEqual(new Set(['fix', 'update-baseline', 'html', 'lcov', 'update', 'out', 'output']));
  });

  test.each([
    ['test', 'lcov', '../home/.bashrc', []],
    ['simulate', 'html', '../home/.bashrc', ['a$(cmd).group']],
    ['docs', 'out', '../home', []],
    ['check', 'output', '../home/.bashrc', []],
    ['test', 'update', true, []],
  ] as const)('rejects an output, with its place: %s.%s', LIMIT, async (command, option, value, operands) => {
    const cwd = folderWith({
      'home/.bashrc': 'mine\n',
      'work/steward.config.json': `{\n  ${JSON.stringify(command)}: { ${JSON.stringify(option)}: ${JSON.stringify(value)} }\n}\n`,
      'work/a$(cmd).group': WARNS,
    });
    const { code, stderr } = await steward([command, ...operands], { cwd: join(cwd, 'work') });
    expect([code, readFileSync(join(cwd, 'home/.bashrc'), 'utf8')]).toEqual([2, 'mine\n']);
    expect(stderr).toMatch(
      new RegExp(`steward\\.config\\.json:2:\\d+ ${command}\\.${option} cannot be set in a config`),
    );
    const inChinese = await steward([command, '--lang', 'zh', ...operands], { cwd: join(cwd, 'work') });
    expect(inChinese.stderr).toContain(`请写在命令行上：steward ${command} --${option}`);
  });

  test('does not choose the file that --update-baseline writes', LIMIT, async () => {
    const config = { check: { baseline: '../home/.bashrc' } };
    const cwd = folderWith({
      'home/.bashrc': 'mine\n',
      'work/steward.config.json': JSON.stringify(config),
      'work/g.group': WARNS,
    });
    const { code, stderr } = await steward(['check', '--update-baseline'], { cwd: join(cwd, 'work') });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--baseline')]);
    expect(readFileSync(join(cwd, 'home/.bashrc'), 'utf8')).toBe('mine\n');
  });

  const QUIET = { severity: { 'category-undeclared': 'off' } };
  const tells = async (cwd: string): Promise<boolean> =>
    (await steward(['check', '--format', 'json'], { cwd })).stdout.includes('category-undeclared');

  test('applies only within its repository', LIMIT, async () => {
    const files = { 'steward.config.json': JSON.stringify(QUIET), 'repository/deep/g.group': WARNS };
    const cwd = folderWith(files);
    expect(await tells(join(cwd, 'repository/deep'))).toBe(false);
    spawnSync('git', ['init', '-q'], { cwd: join(cwd, 'repository') });
    expect(await tells(join(cwd, 'repository/deep'))).toBe(true);
    writeFileSync(join(cwd, 'repository', 'steward.config.json'), JSON.stringify(QUIET));
    expect(await tells(join(cwd, 'repository/deep'))).toBe(false);
  });

  test('is ignored if it is a link', LIMIT, async () => {
    const cwd = folderWith({ 'elsewhere.json': JSON.stringify(QUIET), 'work/g.group': WARNS });
    symlinkSync('../elsewhere.json', join(cwd, 'work', 'steward.config.json'));
    expect(await tells(join(cwd, 'work'))).toBe(true);
  });

  test('is ignored if somebody else owns it or its parent folder', LIMIT, async ({ annotate }) => {
    if (process.getuid?.() !== 0) {
      await annotate('not tried: only root can give files away');
      return;
    }
    const cwd = folderWith({ 'steward.config.json': JSON.stringify(QUIET), 'work/g.group': WARNS });
    expect(await tells(join(cwd, 'work'))).toBe(false);
    chownSync(join(cwd, 'steward.config.json'), 12_345, 12_345);
    expect(await tells(join(cwd, 'work'))).toBe(true);
    chownSync(join(cwd, 'steward.config.json'), 0, 0);
    chownSync(cwd, 12_345, 12_345);
    expect(await tells(join(cwd, 'work'))).toBe(true);
  });
});
