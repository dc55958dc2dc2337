/** Runs every command line shown in the help, the manual, the README and the other pages; exceptions are listed here with reasons. */
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../packages/cli/src/commands/registry.generated.ts';
import { bundlePath, folderWith, ROOT } from './steward.ts';

/** Prefixes of lines that cannot be run here. */
const NOT_RUN: readonly (readonly [begins: string, why: string])[] = [
  ['steward lsp', 'speaks with an editor until that ends: test/cli/lsp.test.ts'],
  [
    'steward completions powershell',
    'there may be no PowerShell: packages/cli/src/commands/completions/shells.test.ts',
  ],
  ['steward generate big.parquet', 'ten million events take minutes: test/cli/data.test.ts writes fewer'],
  ['npm ', 'sets the workspace up and runs everything: .ci/run'],
  ['node scripts/', 'writes files of the project: scripts/generate.ts --check'],
];

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'examples/README.md',
  ...readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}/README.md`),
].filter((path) => !path.includes('README.md/'));

/** From shell code blocks, and from inline code that is a complete command. */
function commandsIn(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.matchAll(/`(steward [^`\n]*)`/g)].map(([, command = '']) => command).filter(isWhole);
  return [...blocks, ...inline]
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .map((line) => line.replace(/^npm run steward -- /, 'steward ').replace(/--log …/, '--log export.jsonl'))
    .filter((line) => /^(?:steward|npm|node|npx|source) /.test(line));
}

/** A command that is merely mentioned lacks its arguments. */
function isWhole(command: string): boolean {
  const [, name, ...rest] = command.split(' ');
  const { least } = COMMANDS.find((one) => one.name === name) ?? { least: 0 };
  return rest.length >= least;
}

const LINES = [
  ...new Set([...COMMANDS.flatMap(({ examples }) => examples), ...PAGES.flatMap(commandsIn), 'steward help check']),
];

const RULES =
  'role moderator "管理员" members "小美"\ngroup Vip "VIP" : service {\n  match "*"\n  tier Rest "其余" { otherwise }\n  duty { 00:00..24:00 moderator }\n}\n';

function event(day: number, more: object): string {
  const ts = `2025-03-${String(day).padStart(2, '0')}T10:00:00+08:00`;
  return JSON.stringify({ ts, group: 'vip-001', member: 'u_1024', media: 'sticker', ...more });
}

const ROOM = readFileSync(join(ROOT, 'packages/logs/src/formats/gitter/sample.tsv'), 'utf8');

/** What the examples refer to: rules, logs, a repository with a remote revision. */
function world(): { cwd: string; restore: () => void } {
  const days = Array.from({ length: 31 }, (_, index) => index + 1);
  const labelled = days.map(
    (day) => `2025-03-${String(day).padStart(2, '0')}T10:00:00+08:00,vip-001,u_1024,sticker,flood`,
  );
  const folder = folderWith({
    'x/my.group': RULES,
    // Two versions of one group, referred to by name only.
    '.gitignore': 'old.group\nnew.group\n',
    'x/old.group': RULES,
    'x/new.group': RULES.replace('其余', '所有人'),
    'x/interest.group': RULES.replace('group Vip', 'group Room'),
    'x/shared/words.group': 'lexicon Words "词" { "a" }\n',
    'x/known.json': '{ "version": 1, "findings": [] }\n',
    'x/export.jsonl': `${days.map((day) => event(day, { text: `第 ${day} 天` })).join('\n')}\n`,
    'x/labelled.csv': `ts,group,member,media,label\n${labelled.join('\n')}\n`,
    'room.tsv': ROOM,
    // The examples' baseline is next to their folders.
    'steward.config.json': '{ "roots": ["."] }\n',
    'x/rooms/a.tsv': ROOM,
    'home/.config/fish/completions/keep': '',
    'bin/steward': `#!/bin/sh\nexec "${process.execPath}" "${bundlePath()}" "$@"\n`,
  });
  chmodSync(join(folder, 'bin/steward'), 0o755);
  const examples = join(ROOT, 'examples');
  cpSync(join(examples, 'baseline'), join(folder, 'x/baseline'), { recursive: true });
  cpSync(join(examples, 'service-beauty'), join(folder, 'x'), { recursive: true });
  const beauty = join(folder, 'x/beauty.group');
  writeFileSync(beauty, readFileSync(beauty, 'utf8').replace('"../baseline/', '"./baseline/'));
  cpSync(examples, join(folder, 'examples'), { recursive: true });
  mkdirSync(join(folder, 'x/rules'));
  writeFileSync(
    join(folder, 'x/rules/beauty.group'),
    `${RULES.replace('group Vip', 'group Desk')}scenario "投诉" for Desk {\n  given { 2025-03-01T10:00 "小李" message }\n  expect tier Rest of "小李" on 2025-03-01\n}\n`,
  );
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'ignore' });
  };
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'rules');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  const restore = (): void => {
    git('checkout', '-qf', '.');
    git('clean', '-fdq');
  };
  return { cwd: join(folder, 'x'), restore };
}

/** A command that waits for input would wait for ever. */
const LONGEST_MILLISECONDS = 60_000;

interface Ran {
  code: number;
  output: string;
}

function run(line: string, cwd: string, top: string): Promise<Ran> {
  const { PATH = '' } = process.env;
  const env = { PATH: `${join(top, 'bin')}:${PATH}`, HOME: join(top, 'home'), STEWARD_SNAPSHOT: 'off' };
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      ['-c', line],
      { cwd, env, maxBuffer: 2 ** 28, timeout: LONGEST_MILLISECONDS },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 99,
          output: stderr + stdout.slice(0, 500),
        }),
    );
    child.stdin?.end();
  });
}

/** Checks may report findings in the examples' files; that is their purpose. */
const FINDS = /^steward (?:check|format --check|test|score|docs .*--check)\b/;

test('every documented command line runs', async () => {
  const { cwd, restore } = world();
  const runnable = LINES.filter(
    (line) => !NOT_RUN.some(([begins]) => line.startsWith(begins) && !line.endsWith('--help')),
  );
  expect(runnable.length).toBeGreaterThan(50);
  const wrong: string[] = [];
  for (const line of runnable) {
    // The examples' pages assume the top of the project.
    const isTop = line.includes(' examples/');
    // Each example is independent: files written by others are removed.
    restore();
    const { code, output: reported } = await run(line, isTop ? dirname(cwd) : cwd, dirname(cwd));
    if (code !== 0 && !(code === 1 && FINDS.test(line))) wrong.push(`${line}\n  ${code}: ${reported}`);
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('the exceptions are still documented', () => {
  for (const [begins] of NOT_RUN) expect(LINES.some((line) => line.startsWith(begins))).toBe(true);
});
