/** What pipelines run: the action's actual script, and the templates against the options of the commands. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, ROOT, steward } from './steward.ts';

const LIMIT = { timeout: 180_000 };
const CLEAN = 'lexicon Words "Words" { "a" }\n';
const WARNS = `group G : interest {
  match "*"
  timezone "Asia/Shanghai"
  content {
    category insight when text contains "guide"
    mix per day { insight 60%  ugc 40% }
  }
}
`;
const BROKEN = 'group B : service {\n  tier Core { when mesages in 7d >= 1 }\n}\n';

interface Action {
  inputs: Record<string, { default: string }>;
  runs: { steps: { run: string; env: Record<string, string> }[] };
}

interface Hook {
  id: string;
  entry: string;
  files: string;
}

interface Ran {
  /** null: it was ended because it took too long. */
  code: number | null;
  stdout: string;
  stderr: string;
}

const LONGEST_MILLISECONDS = 120_000;

/** The action's script in its own process group, so that its children end with it. */
function action(cwd: string, inputs: Record<string, string>, home = ROOT): Promise<Ran> {
  const { PATH = '', FORCE_COLOR: _, ...surroundings } = process.env;
  const node = join(process.execPath, '..');
  return new Promise((resolve, reject) => {
    const child = spawn('bash', [join(home, 'ci/action.sh')], {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // The machine decides how to fetch packages (proxies, certificates).
      env: { ...surroundings, PATH: `${node}:${PATH}`, ...inputs },
    });
    const ran: Ran = { code: null, stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ran.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ran.stderr += text;
    });
    const late = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), LONGEST_MILLISECONDS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ ...ran, code });
    });
  });
}

test('the action annotates, writes SARIF, and fails on errors', LIMIT, async () => {
  const cwd = folderWith({ 'rules/broken.group': BROKEN, 'a b/warns.group': WARNS });
  const { code, stdout } = await action(cwd, { STEWARD_PATHS: 'rules\na b', STEWARD_SARIF: 'out.sarif' });
  expect(stdout).toContain('::error file=rules/broken.group,line=2');
  expect(stdout).toContain('::warning file=a b/warns.group');
  const { version }: { version: string } = JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8'));
  expect(version).toBe('2.1.0');
  expect(code).toBe(1);
});

test('the action passes clean files, and fails on warnings if asked to', LIMIT, async () => {
  const cwd = folderWith({ 'warns.group': WARNS });
  expect((await action(cwd, {})).code).toBe(0);
  expect((await action(cwd, { STEWARD_MAX_WARNINGS: '0' })).code).toBe(1);
  expect((await action(cwd, { STEWARD_PATHS: 'none.group' })).code).toBe(2);
});

test('the action runs on a fresh clone, which installs its dependencies first', LIMIT, async ({ annotate }) => {
  const home = join(folderWith({}), 'clone');
  const cloned = spawnSync('git', ['clone', '--quiet', '--depth', '1', `file://${ROOT}`, home], { encoding: 'utf8' });
  if (cloned.status !== 0) {
    await annotate(`not tried: this is no repository that git can clone (${cloned.stderr.trim()})`);
    return;
  }
  const cwd = folderWith({ 'broken.group': BROKEN, 'words.group': CLEAN });
  const { code, stdout, stderr } = await action(cwd, { STEWARD_SARIF: 'out.sarif' }, home);
  const installed = stderr.includes('bootstrap: installed');
  if (code === null && !installed) {
    await annotate('not tried: the packages could not be fetched within two minutes');
    return;
  }
  expect({ code, installed }, stderr).toEqual({ code: 1, installed: true });
  expect(stdout).toContain('::error file=broken.group,line=2');
  expect(readFileSync(join(cwd, 'out.sarif'), 'utf8')).toContain('broken.group');
});

test('every input of the action reaches its script, which reads no other variable', () => {
  const { inputs, runs }: Action = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'));
  const step = runs.steps[0];
  expect(Object.values(step?.env ?? {})).toEqual(Object.keys(inputs).map((name) => `\${{ inputs.${name} }}`));
  const script = readFileSync(join(ROOT, 'ci/action.sh'), 'utf8');
  const read = new Set(script.match(/STEWARD_[A-Z_]*[A-Z]/g));
  expect(read).toEqual(new Set(Object.keys(step?.env ?? {})));
  expect(step?.run).toContain('/ci/action.sh');
});

test('hooks run commands that exist', LIMIT, () => {
  const hooks: Hook[] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
  expect(hooks.map(({ id }) => id)).toEqual(['steward-check', 'steward-format']);
  const cwd = folderWith({ 'words.group': CLEAN, 'warns.group': WARNS });
  for (const { entry, files } of hooks) {
    expect('rules/a.group').toMatch(new RegExp(files));
    const [script = '', ...args] = entry.split(' ');
    const run = (file: string) => spawnSync(process.execPath, [join(ROOT, script), ...args, file], { cwd }).status;
    expect(run('words.group')).toBe(0);
    if (entry.includes('--max-warnings')) expect(run('warns.group')).toBe(1);
  }
});

test("GitLab's template runs and writes the reports that it declares", LIMIT, () => {
  const text = readFileSync(join(ROOT, 'ci/gitlab.yml'), 'utf8');
  const template: {
    steward: { script: string[]; after_script: string[]; artifacts: { reports: Record<string, string> } };
  } = parse(text);
  const { script, after_script, artifacts } = template.steward;
  const cwd = folderWith({ 'warns.group': WARNS });
  for (const line of [...script, ...after_script]) {
    const command = line
      .replace('node /opt/steward', `"${process.execPath}" "${ROOT}`)
      .replace('steward.mjs', 'steward.mjs"');
    const { status, stderr } = spawnSync('bash', ['-c', command], {
      cwd,
      encoding: 'utf8',
      env: { STEWARD_PATHS: 'warns.group' },
    });
    expect(status, stderr).toBe(0);
  }
  for (const report of Object.values(artifacts.reports))
    expect(readFileSync(join(cwd, report), 'utf8')).toContain('warns.group');
});

test("GitLab's templates fetch Steward at a commit, and nothing else", LIMIT, async () => {
  const home = folderWith({ 'scripts/steward.mjs': '' });
  const git = (...args: string[]): string => {
    const identity = ['-c', 'user.name=n', '-c', 'user.email=e@x'];
    return spawnSync('git', [...identity, ...args], { cwd: home, encoding: 'utf8' }).stdout.trim();
  };
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  const revision = git('rev-parse', 'HEAD');
  git('commit', '-q', '--allow-empty', '-m', 'second');
  const cwd = folderWith({});
  await steward(['init', '--ci', 'gitlab'], { cwd });
  for (const [index, path] of [join(ROOT, 'ci/gitlab.yml'), join(cwd, '.gitlab-ci.yml')].entries()) {
    const { steward: job }: { steward: { image: string; before_script: string[] } } = parse(readFileSync(path, 'utf8'));
    expect(job.image).toMatch(/^node:\d+\.\d+\.\d+$/);
    const into = join(cwd, `clone${index}`);
    const script = job.before_script.join('\n').replaceAll('/opt/steward', into);
    const taken = (STEWARD_REVISION: string) =>
      spawnSync('bash', ['-ec', script], {
        env: { PATH: process.env['PATH'] ?? '', STEWARD_REPOSITORY: `file://${home}`, STEWARD_REVISION },
      }).status;
    expect([taken(''), taken('main'), taken(revision)]).toEqual([1, 1, 0]);
    const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: into, encoding: 'utf8' });
    expect(head.stdout.trim()).toBe(revision);
  }
});
