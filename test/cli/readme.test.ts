import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, ROOT, steward } from './steward.ts';

const COMMANDS = ['init', 'check', 'simulate', 'test', 'diff', 'sweep', 'score', 'explain', 'translate', 'docs'];
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

test('the first file has ten lines, is clean, and runs without a log', async () => {
  const text = /```group\n(.*?)```/s.exec(README)?.[1] ?? '';
  expect(text.trimEnd().split('\n').length).toBe(10);
  const cwd = folderWith({ 'my.group': text });
  const checked = await steward(['check', 'my.group'], { cwd });
  expect(checked.stdout).toBe('✓ 1 file checked: nothing to complain about\n');
  const simulated = await steward(['simulate', 'my.group'], { cwd });
  expect(simulated.code).toBe(0);
  expect(simulated.stdout).toContain('VIP客户群 Vip');
  expect(simulated.stdout).toMatch(/^log made-up\.jsonl /);
});

test('the scenario shown holds for the first file', async () => {
  const [rules = '', scenario = ''] = [...README.matchAll(/```group\n(.*?)```/gs)].map((match) => match[1] ?? '');
  const { stdout } = await steward(['test'], { cwd: folderWith({ 'my.group': rules + scenario }) });
  expect(stdout).toContain('1 scenario with 4 expectations in 1 file: all hold');
});

test('every linked file exists', () => {
  const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !link.startsWith('http') && !existsSync(join(ROOT, link)))).toEqual([]);
});

test('the exit codes match those in the help', async () => {
  const { stdout } = await steward(['--help']);
  const inHelp = [...stdout.matchAll(/^ {2}(\d) {2}/gm)].map((match) => match[1]);
  const inReadme = [...README.matchAll(/^\| (\d) \|/gm)].map((match) => match[1]);
  expect(inHelp).toEqual(['0', '1', '2', '3']);
  expect(inReadme).toEqual(inHelp);
});

test('every command line option mentioned exists', async () => {
  const help = (await Promise.all(COMMANDS.map((command) => steward([command, '--help']))))
    .map(({ stdout }) => stdout)
    .join('');
  const named = new Set([...README.matchAll(/`(--[a-z-]+)/g)].map((match) => match[1] ?? ''));
  expect(named.size).toBeGreaterThan(5);
  expect([...named].filter((option) => !help.includes(option))).toEqual([]);
});
