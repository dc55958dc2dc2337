import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, ROOT, shellCode, steward } from './steward.ts';

const RULES = `group G : service {
  match "*"
  risk Loud { when count(complaint) in 2h >= 2 }
}
`;
const HOLDS = `scenario "两次投诉" for G {
  given { 2025-03-05T10:00 "乙" complaint x 2 }
  expect risk Loud
}
`;
const FAILS = `scenario "once <is> enough" for G {
  given { 2025-03-05T10:00 "乙" complaint }
  expect risk Loud on 2025-03-05
  expect no risk Loud
}
`;

test('scenarios that hold: exit code 0', async () => {
  const cwd = folderWith({ 'g.group': RULES + HOLDS });
  const { code, stdout, stderr } = await steward(['test'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('✓ 两次投诉  g.group:5:1\n✓ 1 scenario with 1 expectation in 1 file: all hold\n');
});

test('a scenario that fails: exit code 1, the place and what happened instead, in both languages', async () => {
  const cwd = folderWith({ 'g.group': RULES + HOLDS + FAILS });
  const english = await steward(['test', 'g.group'], { cwd });
  expect(english.code).toBe(1);
  expect(english.stdout).toContain(
    '  g.group:11:3  expect risk Loud on 2025-03-05\n    No incident of Loud was open then.\n',
  );
  expect(english.stdout).toContain('✗ 1 of 2 scenarios (3 expectations, 1 file) did not hold');
  const chinese = await steward(['test', 'g.group', '--lang', 'zh'], { cwd });
  expect(chinese.stdout).toContain('那时没有 Loud 事件。');
});

test('--run selects by title; a pattern that matches nothing cannot look like a pass', async () => {
  const cwd = folderWith({ 'g.group': RULES + HOLDS + FAILS });
  expect((await steward(['test', '--run', '投诉$'], { cwd })).code).toBe(0);
  const nothing = await steward(['test', '--run', 'nothing'], { cwd });
  expect(nothing.code).toBe(2);
  expect(nothing.stderr).toContain('No title of 2 scenarios matches --run nothing');
  expect((await steward(['test', '--run', '('], { cwd })).code).toBe(2);
});

test('no scenarios at all, and a file with errors', async () => {
  const none = await steward(['test'], { cwd: folderWith({ 'g.group': RULES }) });
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('There is no scenario in 1 file.');
  const broken = await steward(['test'], {
    cwd: folderWith({ 'g.group': RULES + HOLDS, 'b.group': 'group B : x {}' }),
  });
  expect(broken.code).toBe(1);
  expect(broken.stderr).toContain('b.group:1:');
  expect(broken.stdout).toContain('1 file with errors was not run');
});

test('JSON: one scenario per line, with the actual results', async () => {
  const cwd = folderWith({ 'g.group': RULES + HOLDS + FAILS });
  const { code, stdout } = await steward(['test', '--format', 'json'], { cwd });
  expect(code).toBe(1);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line): { met: boolean; expectations: { met: boolean }[] } => JSON.parse(line));
  expect(lines.map(({ met }) => met)).toEqual([true, false]);
  expect(lines[1]?.expectations).toMatchObject([
    {
      line: 11,
      column: 3,
      met: false,
      observed: [{ fact: { incidents: [] } }],
      message: { zh: expect.stringContaining('那时没有 Loud 事件。') },
    },
    { line: 12, met: true, message: null },
  ]);
});

test('JUnit to a file', async () => {
  const cwd = folderWith({ 'g.group': RULES + HOLDS + FAILS });
  const { code, stdout } = await steward(['test', '--format', 'junit', '-o', 'out.xml'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const xml = readFileSync(join(cwd, 'out.xml'), 'utf8');
  expect(xml).toContain('<testsuites name="steward" tests="2" failures="1" errors="0"');
  expect(xml).toContain('<testcase name="once &lt;is&gt; enough" classname="G"');
});

test('a log by its path, alone and with events added; an unreadable one is named: exit code 2', async () => {
  const log = ['甲', '丙'].map((member, hour) =>
    JSON.stringify({ ts: `2025-03-05T1${hour}:00:00+08:00`, group: 'a', member, kind: 'complaint' }),
  );
  const onLog = (given: string, claim: string): string =>
    `${RULES}scenario "S" for G {\n  given { log "logs/a.jsonl" ${given} }\n  expect ${claim}\n}\n`;
  const files = { 'logs/a.jsonl': `${log.join('\n')}\n` };
  const alone = folderWith({ ...files, 'g.group': onLog('', 'risk Loud on 2025-03-05T11:00') });
  expect((await steward(['test'], { cwd: alone })).stdout).toContain('all hold');
  const added = folderWith({
    ...files,
    'g.group': onLog('2025-03-05T09:30 "乙" complaint', 'risk Loud on 2025-03-05T10:00'),
  });
  expect((await steward(['test'], { cwd: added })).stdout).toContain('all hold');
  const bad = folderWith({ 'logs/a.jsonl': '{"ts": 12\n', 'g.group': onLog('', 'risk Loud') });
  const { code, stdout } = await steward(['test'], { cwd: bad });
  expect(code).toBe(2);
  expect(stdout).toContain('a.jsonl:1');
});

test('the examples hold', async () => {
  const { code, stdout } = await steward(['test', 'examples'], { cwd: ROOT });
  expect(stdout).toContain('16 scenarios with 44 expectations in 4 files: all hold');
  expect(code).toBe(0);
});

test('a log counts towards the coverage, with and without scenarios', async () => {
  const least = ['test', '--coverage-min', '100'];
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, hour) =>
      JSON.stringify({ ts: `2025-03-05T0${hour}:00:00+08:00`, group: 'a', member: '甲', kind: 'complaint' }),
    ).join('\n');
  const cwd = folderWith({ 'g.group': RULES, 'calm.jsonl': rows(1), 'loud.jsonl': rows(2) });
  const calm = await steward([...least, '--log', 'calm.jsonl'], { cwd });
  expect(calm.code).toBe(1);
  expect(calm.stderr).toContain('Only 50% of the rules are covered');
  expect(calm.stdout).toContain('Loud');
  expect((await steward([...least, '--log', 'loud.jsonl'], { cwd })).code).toBe(0);
  const elsewhere = folderWith({ 'g.group': RULES.replace('"*"', '"b"'), 'loud.jsonl': rows(2) });
  const unbound = await steward([...least, '--log', 'loud.jsonl', '--lang', 'zh'], { cwd: elsewhere });
  expect({ code: unbound.code, stderr: unbound.stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('日志里没有群符合规则'),
  });
});

test('coverage: printed, written as lcov, and used as a gate', async () => {
  const cwd = folderWith({ 'g.group': RULES + HOLDS });
  const { code, stdout, stderr } = await steward(['test', '--coverage-min', '100', '--lcov', 'c.info'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ {2}risk +1 +2\/2 +100%$/m);
  expect(readFileSync(join(cwd, 'c.info'), 'utf8')).toContain('SF:g.group\nBRDA:3,0,0,');
  const more = folderWith({
    'g.group': `${RULES.slice(0, -2)}  risk Never { when count(recall) in 2h >= 2 }\n}\n${HOLDS}`,
  });
  const low = await steward(['test', '--coverage-min', '76'], { cwd: more });
  expect(low.code).toBe(1);
  expect(low.stderr).toContain('Only 75% of the rules are covered; --coverage-min requires 76%.');
});

test('--watch runs again when a file changes', async () => {
  const cwd = folderWith({ 'g.group': RULES + HOLDS });
  let changed = false;
  const result = await steward(['test', '--watch'], {
    cwd,
    during: (child) => {
      child.stdout?.on('data', (text: string) => {
        if (text.includes('did not hold')) child.kill('SIGINT');
        if (changed || !text.includes('all hold')) return;
        changed = true;
        writeFileSync(join(cwd, 'g.group'), RULES + FAILS);
      });
    },
  });
  expect(result.stdout).toContain('1 scenario with 1 expectation in 1 file: all hold');
  expect(result.stdout).toContain('No incident of Loud was open then.');
  expect(shellCode(result)).toBe(130);
}, 60_000);

test('--watch rejects an output file', async () => {
  const { code, stderr } = await steward(['test', '--watch', '-o', 'x'], {
    cwd: folderWith({ 'g.group': RULES + HOLDS }),
  });
  expect(code).toBe(2);
  expect(stderr).toContain('--watch prints each run as it ends');
});
