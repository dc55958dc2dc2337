/** The output of `steward init`: it checks clean, its scenarios hold, and existing files are kept. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundlePath, folderWith, ROOT, steward } from './steward.ts';

const LIMIT = { timeout: 180_000 };

interface Workflow {
  jobs: { steward: { steps: { uses: string; run?: string; with: Record<string, unknown> }[] } };
}

test.each([
  ['service', 'en'],
  ['interest', 'zh'],
  ['knowledge', 'zh'],
  ['conversion', 'en'],
])('a %s group in %s: checks clean, passes, simulates, and is formatted', LIMIT, async (kind, language) => {
  const cwd = folderWith({});
  const made = await steward(['init', '--kind', kind, '--language', language], { cwd });
  expect(made.code).toBe(0);
  expect(made.stdout).toContain('wrote main.group');
  expect(readFileSync(join(cwd, 'main.group'), 'utf8')).toContain(language === 'zh' ? '场景' : 'scenario');
  const config: { lang: string } = JSON.parse(readFileSync(join(cwd, 'steward.config.json'), 'utf8'));
  expect(config.lang).toBe(language);
  for (const command of ['check', 'test']) expect((await steward([command], { cwd })).code).toBe(0);
  expect((await steward(['format', '--check'], { cwd })).code).toBe(0);
  const simulated = await steward(['simulate', 'main.group'], { cwd });
  expect(simulated.code).toBe(0);
});

test('existing files are not overwritten, and that is reported', LIMIT, async () => {
  const cwd = folderWith({ 'rules/main.group': '// mine\n' });
  const { code, stdout } = await steward(['init', 'rules', '--lang', 'zh'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('rules/main.group 已经存在，保持不变');
  expect(readFileSync(join(cwd, 'rules/main.group'), 'utf8')).toBe('// mine\n');
  expect(readdirSync(join(cwd, 'rules'))).toEqual(['main.group', 'steward.config.json']);
});

test('a path that cannot be a folder is reported', LIMIT, async () => {
  const cwd = folderWith({ rules: 'a file', '.github': 'a file' });
  const asFile = await steward(['init', 'rules'], { cwd });
  expect({ code: asFile.code, told: asFile.stderr.includes('rules is a file.') }).toEqual({ code: 2, told: true });
  const blocked = await steward(['init', '--ci', 'github'], { cwd });
  expect({ code: blocked.code, told: blocked.stderr.includes('cannot be written') }).toEqual({ code: 2, told: true });
});

test("GitHub's file only uses inputs that the action has", LIMIT, async () => {
  const cwd = folderWith({});
  await steward(['init', '--ci', 'github', '--language', 'zh'], { cwd });
  const workflow: Workflow = parse(readFileSync(join(cwd, '.github/workflows/steward.yml'), 'utf8'));
  const [own, gate, clone, run] = workflow.jobs.steward.steps;
  for (const step of [own, clone]) expect(step?.uses).toMatch(/^actions\/checkout@[0-9a-f]{40}$/);
  expect(clone?.with['ref']).toBe(`\${{ vars.STEWARD_REVISION }}`);
  const passes = (REVISION: string) => spawnSync('bash', ['-c', gate?.run ?? ''], { env: { REVISION } }).status === 0;
  expect(['', 'main', 'v1', 'a'.repeat(40)].map(passes)).toEqual([false, false, false, true]);
  expect(run?.uses).toBe(`./${String(clone?.with['path'])}`);
  expect(run?.with['lang']).toBe('zh');
  const { inputs }: { inputs: object } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(run?.with ?? {})));
});

test("GitLab's file runs and writes the reports that it declares", LIMIT, async () => {
  const cwd = folderWith({});
  await steward(['init', '--ci', 'gitlab'], { cwd });
  const { steward: job }: { steward: { script: string[]; after_script: string[]; artifacts: { reports: object } } } =
    parse(readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8'));
  for (const line of [...job.script, ...job.after_script]) {
    const command = line.replace('node /opt/steward/scripts/steward.mjs', `"${process.execPath}" "${bundlePath()}"`);
    expect(command).not.toBe(line);
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
  }
  for (const report of Object.values(job.artifacts.reports)) expect(existsSync(join(cwd, String(report)))).toBe(true);
});

test('it asks for the kind at a terminal, but not in a pipeline', LIMIT, async ({ annotate }) => {
  const hasTerminal = spawnSync('script', ['--version']).status === 0;
  if (!hasTerminal) {
    await annotate('not tried: this machine has no `script` to open a terminal with');
    return;
  }
  const run = (cwd: string, input: string, environment: Record<string, string>) =>
    spawnSync('script', ['-qec', `"${process.execPath}" "${bundlePath()}" init`, '/dev/null'], {
      cwd,
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TERM: 'dumb', ...environment },
    });
  const asked = folderWith({});
  expect(run(asked, 'what\n3\n', {}).stdout).toContain('What is the group for?');
  expect(readFileSync(join(asked, 'main.group'), 'utf8')).toContain(': knowledge');
  const piped = folderWith({});
  expect(run(piped, '', { CI: 'true' }).stdout).not.toContain('What is the group for?');
  expect(readFileSync(join(piped, 'main.group'), 'utf8')).toContain(': service');
});

test('in a repository, the pipeline file goes to the top and checks the folder of the rules', LIMIT, async () => {
  const cwd = folderWith({ '.git/HEAD': 'ref: refs/heads/main\n', 'groups/README.md': '' });
  const made = await steward(['init', 'my rules', '--ci', 'github'], { cwd: join(cwd, 'groups') });
  expect(made.code).toBe(0);
  expect(made.stdout).toContain('wrote ../.github/workflows/steward.yml');
  const workflow: Workflow = parse(readFileSync(join(cwd, '.github/workflows/steward.yml'), 'utf8'));
  const run = workflow.jobs.steward.steps.at(-1);
  expect(run?.with).toEqual({ test: 'true', lang: 'en', paths: 'groups/my rules', 'max-warnings': '0' });
  await steward(['init', '--ci', 'gitlab'], { cwd: join(cwd, 'groups/my rules') });
  const { steward: job }: { steward: { script: string[]; after_script: string[] } } = parse(
    readFileSync(join(cwd, '.gitlab-ci.yml'), 'utf8'),
  );
  for (const line of [...job.script, ...job.after_script]) {
    expect(line).toContain("'groups/my rules'");
    const command = line.replace('node /opt/steward/scripts/steward.mjs', `"${process.execPath}" "${bundlePath()}"`);
    expect(spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' }).stderr).toBe('');
  }
  expect(readdirSync(cwd)).toEqual(expect.arrayContaining(['gl-code-quality-report.json', 'steward.xml']));
});
