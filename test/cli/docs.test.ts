/** `steward docs`: cards of the examples, several files and groups, and the check for stale cards. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderWith, ROOT, steward } from './steward.ts';

// Each test starts the program several times.
vi.setConfig({ testTimeout: 120_000 });

const group = (name: string, label: string): string =>
  `group ${name} "${label}" : interest {\n  purpose "p"\n  tier T { when messages in 7d >= 3  benefit "b" }\n}\n`;

test('a card for every group that the files declare, on standard output, in the requested language', async () => {
  const { code, stdout, stderr } = await steward(['docs', 'examples', '--language', 'zh'], { cwd: ROOT });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const titles = stdout.match(/^# .+$/gm);
  // The baseline declares no groups; all others import it.
  expect(titles).toEqual(['# 电商清仓特卖群', '# 母婴育儿交流群', '# Python编程学习群', '# 美妆品牌VIP客户群']);
  const english = await steward(['docs', 'examples/service-beauty/beauty.group', '--lang', 'en'], { cwd: ROOT });
  expect(english.stdout).toContain('among the top 20% by engaged days in the last 7 days');
});

test('--out writes one file per group and language; --check passes until a rule changes', async () => {
  const cwd = folderWith({ 'a.group': group('A', '甲群') + group('B', '乙群') });
  const written = await steward(['docs', '--out', 'cards', '--language', 'both'], { cwd });
  expect(written.code).toBe(0);
  expect(readdirSync(join(cwd, 'cards')).sort()).toEqual(['A.en.md', 'A.zh.md', 'B.en.md', 'B.zh.md']);
  const check = (language = 'both') => steward(['docs', '--out', 'cards', '--check', '--language', language], { cwd });
  expect((await check()).stdout).toBe('✓ 4 cards, all up to date\n');
  writeFileSync(join(cwd, 'a.group'), group('A', '甲群').replace('>= 3', '>= 4'));
  const stale = await check();
  expect(stale.code).toBe(1);
  expect(stale.stdout).toContain('cards/A.en.md is out of date.');
  expect(stale.stdout).toContain('cards/B.zh.md belongs to no group any more.');
  writeFileSync(join(cwd, 'cards/B.zh.md'), '# mine\n');
  expect((await check()).stdout).not.toContain('B.zh.md');
  await steward(['docs', '--out', 'cards', '--language', 'both'], { cwd });
  expect(readFileSync(join(cwd, 'cards/A.en.md'), 'utf8')).toContain('at least 4 messages');
  expect(readFileSync(join(cwd, 'cards/B.zh.md'), 'utf8')).toBe('# mine\n');
});

test('the config may set the language of cards; only the command line says where they go', async () => {
  const config = JSON.stringify({ paths: ['.'], docs: { language: 'both' } });
  const cwd = folderWith({
    'a.group': group('A', '甲'),
    'deep/b.group': group('B', '乙'),
    'steward.config.json': config,
  });
  expect((await steward(['docs', '--out', '../cards'], { cwd: join(cwd, 'deep') })).code).toBe(0);
  expect(readdirSync(join(cwd, 'cards')).sort()).toEqual(['A.en.md', 'A.zh.md', 'B.en.md', 'B.zh.md']);
  expect((await steward(['docs', '--out', 'cards', '--check'], { cwd })).code).toBe(0);
  writeFileSync(join(cwd, 'steward.config.json'), JSON.stringify({ docs: { out: 'cards' } }));
  const refused = await steward(['docs'], { cwd });
  expect({ code: refused.code, told: refused.stderr }).toEqual({
    code: 2,
    told: expect.stringContaining('steward.config.json:1'),
  });
});

test('impossible requests are rejected with a reason', async () => {
  const cwd = folderWith({ 'a.group': group('A', '甲'), 'b.group': group('A', '乙'), 'c/none.group': 'role r\n' });
  const cases: [string[], number, string][] = [
    [['--check'], 2, 'name the folder with --out'],
    [['--out', 'cards'], 2, 'Two files declare a group A'],
    [['a.group', '--group', 'X'], 2, 'There is no group X. The rules declare: A.'],
    [['c'], 2, 'The rules declare no group'],
    [['a.group', '--out', 'cards', '--check'], 1, ''],
  ];
  for (const [args, code, reported] of cases) {
    const found = await steward(['docs', ...args], { cwd });
    expect({ args, code: found.code, told: found.stderr.includes(reported) }).toEqual({ args, code, told: true });
  }
  expect((await steward(['docs', 'a.group', '--group', '甲'], { cwd })).code).toBe(0);
});
