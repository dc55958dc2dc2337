import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Checker } from '../src/check.ts';
import { PRELUDE_TEXT } from '../src/prelude/prelude.generated.ts';
import { diagnose, translateFile } from '../src/testing/marked.ts';
import type { FileSystem } from '../src/workspace/file-system.ts';
import { nodeFileSystem } from '../src/workspace/node-file-system.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/whole');
const FILE = join(FOLDER, 'main.group').replaceAll('\\', '/');
const checker = new Checker();

function withText(text: string): FileSystem {
  return { ...nodeFileSystem, read: (path) => (path === FILE ? { kind: 'text', text } : nodeFileSystem.read(path)) };
}

function policyJson(fileSystem: FileSystem): string {
  const { policy, diagnostics } = checker.check([FILE], fileSystem, { rules: [] });
  expect(diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([]);
  return JSON.stringify(policy, (key, value: unknown) => (key === 'range' ? undefined : value));
}

test('has no error and gives one group with everything', () => {
  const policy = checker.check([FILE], nodeFileSystem, { rules: [] }).policy;
  const [group] = policy?.groups ?? [];
  expect(group?.tiers.map(({ name }) => name)).toEqual(['Core', 'Active', 'Churned', 'Silent', 'Regular']);
  expect(group?.risks.map(({ name }) => name)).toEqual(['Routine', 'Serious', 'Critical']);
  expect(group?.content.categories.map(({ name }) => name)).toEqual(['ad', 'insight', 'notice', 'ugc', 'light']);
  expect(group?.content.bans[0]?.words).toEqual(['加微信', '代购', '刷单', '返现', '免费领取']);
  expect(policy?.scenarios[0]?.expectations).toHaveLength(7);
  expect(policy?.scenarios[0]?.snapshots.map(({ path }) => path)).toEqual(['expected/complaints.outcome.json']);
});

test('its Chinese translation gives the same Policy and translates back unchanged', () => {
  const english = readFileSync(FILE, 'utf8');
  const chinese = checker.translate(FILE, 'zh', nodeFileSystem);
  expect(chinese).toContain('层级 Core     "核心用户" #C8102E { 当 前20% 按 活跃天数 近7天 且 贡献数 近30天 >= 4');
  expect(policyJson(withText(chinese))).toBe(policyJson(nodeFileSystem));
  expect(checker.translate(FILE, 'en', withText(chinese))).toBe(english);
});

test('the prelude has no error, and translates there and back', () => {
  expect(diagnose(PRELUDE_TEXT)).toEqual([]);
  expect(translateFile(translateFile(PRELUDE_TEXT, 'zh'), 'en')).toBe(PRELUDE_TEXT);
});

test('everything in the prelude has an alias, and a comment in both languages', () => {
  const { elements } = checker.check(
    ['p.group'],
    { ...nodeFileSystem, read: () => ({ kind: 'text', text: PRELUDE_TEXT }) },
    { rules: [] },
  ).files[0]?.model ?? { elements: [] };
  const lacking = elements.filter((element) => {
    const before = PRELUDE_TEXT.slice(0, element.$cstNode?.offset).trimEnd();
    const comment = before.slice(before.lastIndexOf('/**'));
    return !('alias' in element && element.alias) || !before.endsWith('*/') || !/@zh/.test(comment);
  });
  expect(lacking.map((element) => ('name' in element ? element.name : element.$type))).toEqual([]);
  expect(elements.length).toBeGreaterThan(80);
});

test('a file written entirely in Chinese has no error, and translates there and back', () => {
  const chinese = readFileSync(join(import.meta.dirname, 'fixtures/chinese.group'), 'utf8');
  expect(diagnose(chinese)).toEqual([]);
  const english = translateFile(chinese, 'en');
  expect(english).toContain(
    'tier 核心 "核心用户" #C8102E { when top 20% by active_days in 7d and contributions in 30d >= 4',
  );
  expect(translateFile(english, 'zh')).toBe(chinese);
});
