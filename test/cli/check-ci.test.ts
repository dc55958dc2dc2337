/** `check` in pipelines. */
import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { folderWith, ROOT, startSteward, steward } from './steward.ts';

const LIMIT = { timeout: 120_000 };

/** One warning with a single fix, so there is nothing to choose. */
const WARNS = `group G : interest {
  match "*"
  timezone "Asia/Shanghai"
  content {
    category insight when text contains "guide"
    mix per day { insight 60%  ugc 40% }
  }
}
`;
const BROKEN = 'group B : service {\n  tier Core "核心, 100%: x" { when mesages in 7d >= 1 }\n}\n';
const FILES = { 'rules/warns.group': WARNS, 'rules/broken.group': BROKEN };

interface Line {
  code: string;
  severity: string;
  file: string;
}

interface SarifRule {
  id: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string; markdown: string };
}

async function findings(args: readonly string[], cwd: string): Promise<Line[]> {
  const { stdout } = await steward(['check', '--format', 'json', ...args], { cwd });
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
}

describe('formats', LIMIT, () => {
  test('SARIF is valid against its schema and contains every finding', async () => {
    const cwd = folderWith(FILES);
    const { code } = await steward(['check', '--format', 'sarif', '-o', 'out.sarif'], { cwd });
    const log: { runs: { results: object[]; tool: { driver: { rules: SarifRule[] } } }[] } = JSON.parse(
      readFileSync(join(cwd, 'out.sarif'), 'utf8'),
    );
    const validate = sarifValidator();
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0]?.results).toHaveLength((await findings([], cwd)).length);
    expect(code).toBe(1);
    for (const rule of log.runs[0]?.tool.driver.rules ?? []) {
      expect(rule.fullDescription.text.startsWith(rule.shortDescription.text)).toBe(true);
      expect(rule.shortDescription.text).not.toMatch(/[`#*\n]/);
      expect(rule.help.markdown).toContain(rule.id);
      expect(rule).not.toHaveProperty('helpUri');
    }
    Object.assign(log.runs[0]?.results[0] ?? {}, { level: 'terrible' });
    expect(validate(log)).toBe(false);
  });

  test('GitHub: one command per finding, with characters that would end it escaped', async () => {
    const cwd = folderWith(FILES);
    const { stdout } = await steward(['check', '--format', 'github'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength((await findings([], cwd)).length);
    for (const line of lines) {
      expect(line).toMatch(
        /^::(error|warning|notice) file=rules\/\w+\.group,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[a-z-]+::.+$/,
      );
    }
  });

  test('GitLab: fingerprints are unique and do not depend on the lines above', async () => {
    const cwd = folderWith(FILES);
    const prints = async (): Promise<string[]> => {
      const { stdout } = await steward(['check', '--format', 'gitlab'], { cwd });
      const entries: { fingerprint: string; location: { path: string; lines: { begin: number } } }[] =
        JSON.parse(stdout);
      for (const { location } of entries) expect(location.lines.begin).toBeGreaterThan(0);
      return entries.map(({ fingerprint }) => fingerprint);
    };
    const before = await prints();
    expect(new Set(before).size).toBe(before.length);
    writeFileSync(join(cwd, 'rules/warns.group'), `// A line above.\n\n${WARNS}`);
    expect(await prints()).toEqual(before);
  });

  test('JUnit is valid against its schema, with counts that add up; only what fails the run is a failure', async () => {
    const cwd = folderWith({ ...FILES, 'shared.group': 'lexicon Words "Words" { "a" }\n' });
    const { stdout } = await steward(['check', '--format', 'junit'], { cwd });
    const all = await findings([], cwd);
    const document = XmlDocument.fromString(stdout);
    const schema = XmlDocument.fromString(readFileSync(join(ROOT, 'test/scenarios/fixtures/junit-4.xsd'), 'utf8'));
    const validator = XsdValidator.fromDoc(schema);
    try {
      validator.validate(document);
      const errors = all.filter(({ severity }) => severity === 'error').length;
      expect(errors).toBeLessThan(all.length);
      expect(document.find('//failure')).toHaveLength(errors);
      expect(document.find('//testcase/system-out')).toHaveLength(all.length - errors);
      expect(document.find(`/testsuites[@failures = "${errors}" and @errors = "0"]`)).toHaveLength(1);
      expect(document.find('//testsuite[@tests != count(testcase) or @failures != count(testcase[failure])]')).toEqual(
        [],
      );
      const clean = ['rules/warns.group', 'rules/broken.group', 'shared.group'].filter(
        (path) => !all.some(({ file }) => file === path),
      );
      for (const path of clean)
        expect(document.find(`//testsuite[@name = "${path}"]/testcase[not(*)]`)).toHaveLength(1);
    } finally {
      validator.dispose();
      schema.dispose();
      document.dispose();
    }
  });
});

test('--max-warnings is a gate', LIMIT, async () => {
  const cwd = folderWith({ 'warns.group': WARNS });
  const all = (await findings([], cwd)).filter(({ severity }) => severity === 'warning').length;
  expect(all).toBeGreaterThan(0);
  expect((await steward(['check', '--max-warnings', `${all}`], { cwd })).code).toBe(0);
  const { code, stderr } = await steward(['check', '--max-warnings', `${all - 1}`], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain(`--max-warnings allows ${all - 1}`);
});

describe('--fix', LIMIT, () => {
  const MISSPELT = 'group G : service {\n  mach "*"\n  tier A { when messages in 7d >= 1 }\n}\n';

  test('applies the only fix of a finding; --dry-run writes nothing and shows a diff', async () => {
    const cwd = folderWith({ 'g.group': MISSPELT });
    const before = await findings([], cwd);
    const shown = await steward(['check', '--fix', '--dry-run'], { cwd });
    expect(shown.stdout).toContain('-  mach "*"\n+  match "*"\n');
    expect(readFileSync(join(cwd, 'g.group'), 'utf8')).toBe(MISSPELT);
    const { stderr } = await steward(['check', '--fix'], { cwd });
    expect(stderr).toContain('in 1 file');
    expect(readFileSync(join(cwd, 'g.group'), 'utf8')).toContain('match "*"');
    expect(before.map(({ code }) => code)).toEqual(['misspelt-keyword']);
    expect((await findings([], cwd)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('--dry-run is rejected without --fix', async () => {
    const { code, stderr } = await steward(['check', '--dry-run'], { cwd: folderWith({ 'g.group': MISSPELT }) });
    expect(code).toBe(2);
    expect(stderr).toContain('--fix');
  });
});

describe('known findings', LIMIT, () => {
  test('a baseline hides the findings that it contains, never new ones, and never errors', async () => {
    const cwd = folderWith(FILES);
    await steward(['check', '--baseline', 'base.json', '--update-baseline'], { cwd });
    const known = await findings(['--baseline', 'base.json'], cwd);
    expect(new Set(known.map(({ severity }) => severity))).toEqual(new Set(['error']));
    writeFileSync(join(cwd, 'rules/more.group'), WARNS.replace('group G', 'group H'));
    const fresh = await findings(['--baseline', 'base.json'], cwd);
    expect(fresh.filter(({ severity }) => severity !== 'error').map(({ file }) => file)).toContain('rules/more.group');
    writeFileSync(join(cwd, 'rules/warns.group'), 'role host "Host"\n');
    expect((await steward(['check', '--baseline', 'base.json'], { cwd })).stderr).toContain('no longer occur');
  });

  test('a missing file, or one that is not a baseline, is rejected', async () => {
    const cwd = folderWith({ ...FILES, 'odd.json': '{"version": 1, "findings": [{"file": 3}]}' });
    expect((await steward(['check', '--baseline', 'none.json'], { cwd })).code).toBe(2);
    const { code, stderr } = await steward(['check', '--baseline', 'odd.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('findings[0]');
  });

  test('--since reports only findings that are new, even in files that did not change', async () => {
    const shared = 'metric liveliness : count = count(message)\n';
    const uses =
      'import "./shared.group"\ngroup G : service {\n  health h { healthy when liveliness per day > 5 }\n}\n';
    const cwd = folderWith({ 'shared.group': shared, 'uses.group': uses, 'broken.group': BROKEN });
    const run = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@x', ...args], { cwd, stdio: 'pipe' });
    run('init', '-q');
    run('add', '.');
    run('commit', '-q', '-m', 'all');
    expect(await findings(['--since', 'HEAD'], cwd)).toEqual([]);
    expect((await findings([], cwd)).length).toBeGreaterThan(0);
    writeFileSync(join(cwd, 'shared.group'), shared.replace('liveliness', 'activity_level'));
    const fresh = await findings(['--since', 'HEAD'], cwd);
    expect(fresh.map(({ file, code }) => `${file} ${code}`)).toContain('uses.group unknown-name');
    expect(fresh.map(({ file }) => file)).not.toContain('broken.group');
    const { code, stderr } = await steward(['check', '--since', 'nowhere'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere');
  });

  test('files that git ignores are skipped in a folder, but checked by name', async () => {
    const cwd = folderWith({ ...FILES, '.gitignore': 'rules/warns.group\n' });
    execFileSync('git', ['init', '-q'], { cwd });
    expect(new Set((await findings([], cwd)).map(({ file }) => file))).toEqual(new Set(['rules/broken.group']));
    expect((await findings(['rules/warns.group'], cwd)).length).toBeGreaterThan(0);
  });

  test('a linked folder still respects .gitignore; if git ignores everything, that is reported', async () => {
    const cwd = folderWith({
      ...FILES,
      'ignored/a.group': WARNS,
      'real/kept.group': WARNS,
      'real/secret.group': WARNS,
      '.gitignore': 'ignored\nrules/warns.group\nreal/secret.group\nlink-ignored\n',
    });
    execFileSync('git', ['init', '-q'], { cwd });
    symlinkSync('real', join(cwd, 'link'));
    symlinkSync('real', join(cwd, 'link-ignored'));
    symlinkSync('gone', join(cwd, 'rules/dangling'));
    const found = new Set((await findings([], cwd)).map(({ file }) => file));
    expect(found).toEqual(new Set(['rules/broken.group', 'real/kept.group', 'link/kept.group']));
    for (const [lang, output] of [
      ['en', 'git ignores the .group file in ignored'],
      ['zh', 'ignored 里的 1 个 .group 文件都被 git 忽略'],
    ] as const) {
      const { code, stderr } = await steward(['check', 'ignored', '--lang', lang], { cwd });
      expect(stderr).toContain(output);
      expect(code).toBe(2);
    }
  });

  test('warnings above --max-warnings are failures in JUnit too', async () => {
    const cwd = folderWith({ 'warns.group': WARNS });
    const { stdout, code } = await steward(['check', '--format', 'junit', '--max-warnings', '0'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/failures="[1-9]/);
    const { stdout: clean, code: fine } = await steward(['check', '--format', 'junit'], { cwd });
    expect(fine).toBe(0);
    expect(clean).toMatch(/^<testsuites [^>]*failures="0" errors="0"/m);
  });
});

test('standard input is treated as a file of the given name, with imports from its folder', LIMIT, async () => {
  const cwd = folderWith({ 'rules/shared.group': 'metric liveliness : count = count(message)\n' });
  const text =
    'import "./shared.group"\ngroup G : service {\n  health h { healthy when liveliness per day > nothing }\n}\n';
  const child = startSteward(['check', '-', '--stdin-name', 'rules/new.group', '--format', 'github'], cwd);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end(text);
  expect(await ended).toBe(1);
  expect(output).toContain('::error file=rules/new.group,line=3');
  expect(output).not.toContain('liveliness');
  const { code, stderr } = await steward(['check', '-', 'rules'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('Standard input');
});

function sarifValidator() {
  const text = readFileSync(join(import.meta.dirname, 'fixtures/sarif-2.1.0.schema.json'), 'utf8');
  const schema: Record<string, unknown> = JSON.parse(text);
  // Draft 4 names the identifier differently; nothing else in this schema differs from what the validator expects.
  delete schema['$schema'];
  delete schema['id'];
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema);
}
