import { type Condition, conditionsOf, conditionText, filtersOf, type GroupPolicy, shapeKey } from '@steward/policy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFiles, diagnose, translateFile } from '../src/testing/marked.ts';
import { program } from './programs.ts';

const RUNS = { numRuns: 150 };

function policyJson(text: string): string {
  const { policy, diagnostics } = checkFiles({ 'main.group': text });
  expect(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message }) => `${code} ${message.en}\n${text}`),
  ).toEqual([]);
  return JSON.stringify(policy, (key, value: unknown) => (key === 'range' ? undefined : value));
}

test('English to Chinese and back is the same text', () => {
  fc.assert(
    fc.property(program, (text) => {
      expect(translateFile(translateFile(text, 'zh'), 'en')).toBe(text);
    }),
    RUNS,
  );
});

test('Chinese to English and back is the same text', () => {
  fc.assert(
    fc.property(program, (text) => {
      const chinese = translateFile(text, 'zh');
      expect(translateFile(translateFile(chinese, 'en'), 'zh')).toBe(chinese);
    }),
    RUNS,
  );
});

test('a translation means the same', () => {
  fc.assert(
    fc.property(program, (text) => {
      expect(policyJson(translateFile(text, 'zh'))).toBe(policyJson(text));
    }),
    RUNS,
  );
});

test('a translation leaves no word of the other language except names', () => {
  const chinese = translateFile(
    'group G : service { tier T { when top 20% by messages in 7d and not idle > 2h grace 3d } }',
    'zh',
  );
  expect(chinese).toBe('群 G : 服务型 { 层级 T { 当 前20% 按 发言数 近7天 且 非 沉默时长 > 2小时 宽限3天 } }');
});

test('checking any text ends with diagnostics and without an exception', () => {
  const scraps = fc.constantFrom(
    '{',
    '}',
    'tier',
    '当',
    '近7天',
    '"',
    '/',
    '：',
    '40',
    '%',
    'when',
    '(',
    ')',
    ' ',
    '\n',
    'extends',
    'G',
    '..',
    '/*',
    '#',
    '”',
    '7days',
    '=',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scraps, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
      expect(Array.isArray(diagnose(parts.join('')))).toBe(true);
    }),
    RUNS,
  );
});

test('a file with a piece cut out still gives a Policy or says why not', () => {
  fc.assert(
    fc.property(program, fc.nat(), fc.nat(40), (text, at, length) => {
      const start = at % text.length;
      const cut = text.slice(0, start) + text.slice(start + length);
      const { policy, diagnostics } = checkFiles({ 'main.group': cut });
      expect(policy !== null || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      for (const { range } of diagnostics) {
        expect(range.startOffset).toBeLessThanOrEqual(range.endOffset);
        expect(range.endOffset).toBeLessThanOrEqual(cut.length);
      }
    }),
    RUNS,
  );
});

test('a printed condition parses as the same condition', () => {
  let printed = 0;
  fc.assert(
    fc.property(program, (text) => {
      const { policy } = checkFiles({ 'main.group': text });
      for (const { kind, condition } of (policy?.groups ?? []).flatMap((group) => conditionsOf(group))) {
        // Filters are only hinted at.
        if ([...filtersOf(condition)].length > 0) continue;
        const text = conditionText(condition, kind === 'tier' ? 'member' : 'group');
        expect(shapeKey(readAs(kind, text)), text).toBe(shapeKey(condition));
        printed += 1;
      }
    }),
    RUNS,
  );
  expect(printed).toBeGreaterThan(0);
});

/** The condition of a clause of that kind with that text. */
function readAs(kind: string, condition: string): Condition | undefined {
  const clauses: Readonly<Record<string, string>> = {
    tier: `tier T { when ${condition} }`,
    goal: `health h { healthy when ${condition} }`,
    risk: `risk R { when ${condition} }`,
    'campaign-goal': `campaign C large { burst 1d goal ${condition} }`,
    stage: `lifecycle { stage S when ${condition} }`,
  };
  const { policy } = checkFiles({ 'main.group': `group G : service { ${clauses[kind]} }` });
  const [group]: readonly GroupPolicy[] = policy?.groups ?? [];
  return group === undefined ? undefined : conditionsOf(group)[0]?.condition;
}
