/** `expect outcome`: a scenario's whole result, stored in a file. Changes are reported; the file is only written on request. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test, vi } from 'vitest';
import { folderWith, ROOT, steward } from './steward.ts';

// Each test starts the program several times.
vi.setConfig({ testTimeout: 120_000 });

const rules = (least: number): string => `group G : service {
  match "*"
  tier Talks "会聊" { when messages in 7d >= 2 }
  tier Rest { otherwise }
  risk Loud "吵闹" { when count(complaint) in 2h >= ${least}  do warn(sender) }
}
scenario "两次投诉" for G {
  given {
    2025-03-05T09:00 "甲" message text = "早" x 2
    2025-03-05T10:00 "乙" complaint x 2
  }
  expect tier Talks of "甲"
  expect outcome "./expected/two.outcome.json"
}
`;
const FILE = 'expected/two.outcome.json';

async function updated(): Promise<string> {
  const cwd = folderWith({ 'g.group': rules(2) });
  const { code, stderr } = await steward(['test', '--update'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: `! wrote ${FILE}\n` });
  return cwd;
}

test('a missing result fails, and nothing is written unless asked for', async () => {
  const cwd = folderWith({ 'g.group': rules(2) });
  for (const environment of [{}, { CI: 'true' }]) {
    const { code, stdout } = await steward(['test'], { cwd, environment });
    expect(code).toBe(1);
    expect(stdout).toContain(
      `  g.group:13:3  expect outcome "./${FILE}"\n    There is no ${FILE} yet. Write it with: steward test --update\n`,
    );
    expect(existsSync(join(cwd, FILE))).toBe(false);
  }
});

test('--update writes it; then it holds, and a second --update changes nothing', async () => {
  const cwd = await updated();
  const text = readFileSync(join(cwd, FILE), 'utf8');
  const { code, stdout } = await steward(['test'], { cwd });
  expect({ code, stdout: stdout.split('\n')[1] }).toEqual({
    code: 0,
    stdout: '✓ 1 scenario with 2 expectations in 1 file: all hold',
  });
  expect((await steward(['test', '--update'], { cwd })).stderr).toBe('');
  expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(text);
});

test('the file is short, contains no positions in the rules, and is an Outcome', async () => {
  const cwd = await updated();
  const text = readFileSync(join(cwd, FILE), 'utf8');
  expect(text.split('\n').length).toBeLessThan(160);
  expect(text).not.toContain('"line"');
  const snapshot: { format: string; scenario: string; groups: unknown[] } = JSON.parse(text);
  expect([snapshot.format, snapshot.scenario]).toEqual(['steward-snapshot/1', '两次投诉']);
  const schema: { definitions: object } = JSON.parse(
    readFileSync(join(ROOT, 'packages/simulator/schema/outcome.schema.json'), 'utf8'),
  );
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile({ $ref: '#/definitions/GroupOutcome', definitions: schema.definitions });
  expect(snapshot.groups.map((group) => validate(group))).toEqual([true]);
  // Lines move; the result stays the same.
  writeFileSync(join(cwd, 'g.group'), `// a comment\n\n${rules(2)}`);
  expect((await steward(['test'], { cwd })).code).toBe(0);
});

test('a change is reported in words with its place, in both languages, and as data', async () => {
  const cwd = await updated();
  writeFileSync(join(cwd, 'g.group'), rules(3));
  const english = await steward(['test'], { cwd });
  expect(english.code).toBe(1);
  expect(english.stdout).toContain(`The result differs from ${FILE} (file → now):`);
  expect(english.stdout).toContain('− 吵闹, 2025-03-05 10:00');
  expect(english.stdout).toMatch(/groups\[0\]\.risks\[0\]\.incidents\[0\]: \{.*… → ∅/);
  expect(english.stdout).toContain('If the change is meant: steward test --update');
  const chinese = await steward(['test', '--lang', 'zh'], { cwd });
  expect(chinese.stdout).toContain(`结果与 ${FILE} 不同`);
  const { stdout } = await steward(['test', '--format', 'json'], { cwd });
  const { met, snapshots }: { met: boolean; snapshots: { state: string; places: { path: string }[] }[] } =
    JSON.parse(stdout);
  expect([met, snapshots[0]?.state]).toEqual([false, 'different']);
  expect(snapshots[0]?.places.map(({ path }) => path)).toContain('groups[0].actions.total');
  const junit = await steward(['test', '--format', 'junit'], { cwd });
  expect(junit.stdout).toContain('<failure message="expect outcome');
});

test('a file that is not a result, or not JSON, is a failure and not a bug of ours', async () => {
  const cwd = await updated();
  for (const [text, reported] of [
    ['{ "format"', 'is no JSON'],
    ['[]', 'The result differs from'],
    ['{ "groups": [{ "risks": 3 }] }', 'groups[0].risks: 3 →'],
  ] as const) {
    writeFileSync(join(cwd, FILE), text);
    const { code, stdout } = await steward(['test'], { cwd });
    expect({ code, told: stdout.includes(reported) }, stdout).toEqual({ code: 1, told: true });
  }
});

test('files that no scenario names any more are listed, if all scenarios are known', async () => {
  const cwd = await updated();
  writeFileSync(join(cwd, 'expected/old.outcome.json'), '{}');
  const stale = 'No scenario expects expected/old.outcome.json any more.';
  const whole = await steward(['test'], { cwd });
  expect({ code: whole.code, told: whole.stderr.includes(stale) }).toEqual({ code: 0, told: true });
  // Unknown when only one file is run, because others may name it, and when a file cannot be read.
  expect((await steward(['test', 'g.group'], { cwd })).stderr).toBe('');
  writeFileSync(join(cwd, 'broken.group'), 'group B : x {}');
  expect((await steward(['test'], { cwd })).stderr).not.toContain('old.outcome.json');
});
