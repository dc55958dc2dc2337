/** The output of `npm run new` compiles, works, passes its tests, and appears in every registry. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../generate/root.ts';
import { KINDS } from './kinds.ts';

const NAME = 'made-here';
const COPIED = [
  'packages',
  'scripts',
  'test',
  'grammar',
  'README.md',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
const LEFT_OUT = new Set(['dist', 'fixtures', '.vite']);

const copy = mkdtempSync(join(tmpdir(), 'steward-new-'));
/** Paths of the files of each kind, by kind. */
const made = new Map<string, string[]>();

function run(...args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const steward = (...args: readonly string[]): string => run('scripts/steward.mjs', ...args).output;

beforeAll(() => {
  for (const path of COPIED) {
    // Links between packages are relative, so they lead to the copies.
    const filter = (source: string): boolean => !LEFT_OUT.has(basename(source));
    cpSync(join(ROOT, path), join(copy, path), { recursive: true, verbatimSymlinks: true, filter });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const { name } of KINDS) {
    const { status, output } = run('scripts/new.ts', name, NAME);
    expect(status, output).toBe(0);
    const [, list = ''] = output.split('\nMade:\n');
    made.set(
      name,
      [...list.matchAll(/^ {2}(\S+)$/gm)].flatMap(([, path = '']) => path),
    );
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('adding one touches few files', () => {
  const most: Readonly<Record<string, number>> = { rule: 3, command: 2, format: 3, card: 3 };
  for (const { name } of KINDS) expect([name, made.get(name)?.length ?? 0]).toEqual([name, most[name]]);
});

test('the code compiles', () => {
  const config = {
    extends: './tsconfig.json',
    include: [...made.values()].flat().filter((path) => path.endsWith('.ts')),
    exclude: [],
  };
  writeFileSync(join(copy, 'tsconfig.made.json'), JSON.stringify(config));
  for (const project of ['tsconfig.made.json', 'packages/report/src/dashboard/app']) {
    expect(run('node_modules/typescript/bin/tsc', '-p', project)).toEqual({ status: 0, output: '' });
  }
});

test('the rule fires on its file and has a page, the format reads its sample, the card has its numbers', () => {
  const tests = [
    'test/every-rule-fires.test.ts',
    'packages/logs/test/samples.test.ts',
    'packages/report/src/dashboard/cards',
  ];
  const { status, output } = run(
    'node_modules/vitest/vitest.mjs',
    'run',
    ...tests,
    '-t',
    NAME,
    '--reporter=json',
    '--outputFile=made.json',
  );
  expect(status, output).toBe(0);
  const report: unknown = JSON.parse(readFileSync(join(copy, 'made.json'), 'utf8'));
  expect(report).toMatchObject({ numPassedTests: 5, numFailedTests: 0 });
});

test('lists contain the rule, and check reports it', () => {
  expect(readFileSync(join(copy, 'packages/language/src/validation/rules/README.md'), 'utf8')).toContain(NAME);
  const rules = `packages/language/src/validation/rules/${NAME}/${NAME}.group`;
  expect(steward('check', rules)).toMatch(new RegExp(`:2:\\d+ warning ${NAME}$`, 'm'));
  expect(steward('explain', NAME, '--lang', 'zh')).toContain('是什么');
});

test('help, manual and completions list the command, and it works', () => {
  expect(steward('--help')).toMatch(new RegExp(`^ {2}${NAME} <file> `, 'm'));
  expect(steward(NAME, '--help')).toContain('--format text|json');
  expect(steward('completions', 'bash')).toContain(NAME);
  expect(readFileSync(join(copy, 'packages/cli/man/man1/steward.1'), 'utf8')).toContain('made\\-here');
  const rules = join(ROOT, 'examples/service-beauty/beauty.group');
  expect(steward(NAME, rules, '--lang', 'zh')).toMatch(/里有 \d+ 个群\n {2}\S/);
  expect(JSON.parse(steward(NAME, rules, '--format', 'json'))).not.toEqual([]);
});

test('--from accepts the format', () => {
  expect(steward('simulate', '--help')).toMatch(new RegExp(`chatlog,.*${NAME}`, 's'));
  const list = readFileSync(join(copy, 'packages/logs/src/formats/README.md'), 'utf8');
  expect(list).toContain(`[\`${NAME}\`](${NAME}/README.md)`);
});

test('the card is in the report for browsers, with its numbers', () => {
  const report = join(copy, 'report.html');
  steward('simulate', join(ROOT, 'examples/service-beauty/beauty.group'), '--html', report);
  const page = readFileSync(report, 'utf8');
  expect(page).toMatch(/"madeHere":\{"messages":\d+,"days":\d+\}/);
  expect(page).toContain(`New card ${NAME}`);
});

test('a name that is taken or malformed is rejected', () => {
  expect(run('scripts/new.ts', 'rule', 'tier-gap')).toMatchObject({ status: 2 });
  expect(run('scripts/new.ts', 'rule', '../x')).toMatchObject({ status: 2 });
  expect(run('scripts/new.ts', 'something', 'x').output).toContain('rule|command|format|card');
});
