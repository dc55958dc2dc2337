import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { folderWith, ROOT, steward } from './steward.ts';

const RULES = `group Vip "贵宾群" : service {
  match "vip-*"
  timezone "Asia/Shanghai"
  tier Active "活跃用户" { when interactions in 7d >= 3 }
  tier Regular { otherwise }
  risk Ads { when count(complaint) per day > 3  do warn(sender) }
}
`;

const validates = (schema: string, data: unknown): unknown => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(schema));
  return validate(data) ? [] : validate.errors;
};

describe('build', () => {
  test('prints a Policy that is valid against the schema from `steward schema`', async () => {
    const cwd = folderWith({ 'rules.group': RULES });
    const { code, stdout, stderr } = await steward(['build', 'rules.group'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const schema = (await steward(['schema', 'policy'])).stdout;
    expect(validates(schema, JSON.parse(stdout))).toEqual([]);
    expect(validates(schema, { ...JSON.parse(stdout), groups: [{}] })).not.toEqual([]);
  });

  test('so is every example', async () => {
    const schema = readFileSync(join(ROOT, 'packages/policy/schema/policy.schema.json'), 'utf8');
    for (const path of [
      'service-beauty/beauty',
      'interest-parenting/parenting',
      'knowledge-python/python',
      'conversion-clearance/clearance',
    ]) {
      const { code, stdout, stderr } = await steward(['build', `examples/${path}.group`]);
      expect({ path, code, stderr }).toEqual({ path, code: 0, stderr: '' });
      expect(validates(schema, JSON.parse(stdout))).toEqual([]);
    }
  });

  test('errors go to standard error: exit code 1, and the old file is kept', async () => {
    const cwd = folderWith({ 'rules.group': RULES.replace('>= 3', '>= 40%'), 'policy.json': 'old' });
    const { code, stdout, stderr } = await steward(['build', 'rules.group', '-o', 'policy.json'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/rules\.group:4:\d+ error/);
    expect(readFileSync(join(cwd, 'policy.json'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['policy.json', 'rules.group']);
  });
});

test('schema: all of them, each a JSON Schema', async () => {
  for (const name of ['policy', 'outcome', 'diff', 'sweep', 'score', 'events', 'config']) {
    const { code, stdout } = await steward(['schema', name]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).$schema).toContain('json-schema.org');
  }
});

test('the output of `generate` is valid against the schema of events', async () => {
  const cwd = folderWith({});
  const { code, stdout, stderr } = await steward(
    ['generate', 'log.jsonl', '--days', '3', '--members', '20', '--seed', '5'],
    { cwd },
  );
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toMatch(/^wrote \d+ events, \d+ of them messages, to log\.jsonl\n$/);
  const validate = new Ajv({ strict: false }).compile(JSON.parse((await steward(['schema', 'events'])).stdout));
  const events = readFileSync(join(cwd, 'log.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.length).toBeGreaterThan(50);
  expect(events.filter((event) => !validate(event))).toEqual([]);
});

describe('generate', () => {
  test('rules of a future campaign get a log to try them on', { timeout: 120_000 }, async () => {
    const year = new Date().getFullYear() + 2;
    const cwd = folderWith({
      'rules.group': `group G : interest {
  tier A { when messages in 7d >= 1 } tier B { otherwise }
  campaign Sale light { burst 1h starts ${year}-06-18T20:00 }
}`,
    });
    const made = await steward(['generate', 'log.csv', '--for', 'rules.group', '--days', '3', '--members', '10'], {
      cwd,
    });
    expect(made.stderr).toContain('Keep log.csv.meta.json beside it');
    const read = await steward(['simulate', 'rules.group', '--log', 'log.csv'], { cwd });
    expect([read.code, read.stdout.includes(String(year))]).toEqual([0, true]);
  });

  test('equal seeds give equal logs, different seeds different ones', async () => {
    const cwd = folderWith({});
    const generate = async (name: string, seed: string): Promise<string> => {
      await steward(['generate', name, '--days', '2', '--members', '10', '--seed', seed], { cwd });
      return readFileSync(join(cwd, name), 'utf8');
    };
    const first = await generate('a.csv', '7');
    expect(await generate('b.csv', '7')).toBe(first);
    expect(await generate('c.csv', '8')).not.toBe(first);
  });

  test('for rules: a log that matches their groups', async () => {
    const cwd = folderWith({ 'rules.group': RULES });
    const made = await steward(['generate', 'log.parquet', '--for', 'rules.group', '--days', '9', '--members', '15'], {
      cwd,
    });
    expect(made.code).toBe(0);
    const { code, stdout } = await steward(['simulate', 'rules.group', '--log', 'log.parquet', '--format', 'json'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).groups.length).toBe(1);
  });

  test.each([
    [['generate', 'log.xlsx'], 'log.xlsx'],
    [['generate', 'log.jsonl', '--days', '0'], 'days'],
    [['generate', 'log.jsonl', '--start', '2025-02-30'], '2025-02-30'],
    [['generate', 'log.jsonl', '--kind', 'pets'], '--kind cannot be pets. It is one of: service, interest,'],
    [['generate', 'a-file/log.jsonl', '--days', '1'], 'a-file/log.jsonl cannot be written'],
  ])('%j: exit code 2 and why', async (args, message) => {
    const cwd = folderWith({ 'a-file': '' });
    const { code, stderr } = await steward(args, { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['a-file']);
  });
});

describe('translate', () => {
  test('to Chinese and back gives the same file, and both versions the same rules', async () => {
    const cwd = folderWith({ 'en.group': RULES });
    const { code } = await steward(['translate', 'en.group', '--to', 'zh', '-o', 'zh.group'], { cwd });
    expect(code).toBe(0);
    const chinese = readFileSync(join(cwd, 'zh.group'), 'utf8');
    expect(chinese).toContain('层级 Active "活跃用户"');
    expect((await steward(['translate', 'zh.group', '--to', 'en'], { cwd })).stdout).toBe(RULES);
    expect((await steward(['check', 'zh.group', '--format', 'json'], { cwd })).stdout).not.toContain('"error"');
  });

  test('the language is required', async () => {
    const cwd = folderWith({ 'en.group': RULES });
    const { code, stderr } = await steward(['translate', 'en.group'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('--to needs a value: --to zh|en');
  });
});

test('explain prints the page in the reader’s language', async () => {
  const english = await steward(['explain', 'duty-gap']);
  const chinese = await steward(['explain', 'duty-gap', '--lang', 'zh']);
  expect(english.code).toBe(0);
  expect(english.stdout).toContain('Why.');
  expect(chinese.stdout).toContain('为什么');
  expect(chinese.stdout).not.toContain('Why.');
});

test('every code that check can report has a page', async () => {
  const cwd = folderWith({});
  writeFileSync(
    join(cwd, 'bad.group'),
    'group G : service {\n  tier A { when nonsense > 1 }\n  tier A { otherwise }\n  cap ad 10% per day\n',
  );
  const { stdout } = await steward(['check', 'bad.group', '--format', 'json'], { cwd });
  const codes = new Set(
    stdout
      .trim()
      .split('\n')
      .map((line): string => JSON.parse(line).code),
  );
  expect(codes.size).toBeGreaterThan(1);
  for (const code of codes)
    expect({ code, found: (await steward(['explain', code])).code }).toEqual({ code, found: 0 });
});
