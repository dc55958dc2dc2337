/** An internal error of Steward affects as little as possible, and is reported once. */
import { describe, expect, test } from 'vitest';
import { Checker } from '../src/check.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { defineRule, type Rule } from '../src/validation/registry.ts';
import { RULES } from '../src/validation/rules/all.generated.ts';
import type { FileSystem } from '../src/workspace/file-system.ts';
import { memoryFileSystem } from '../src/workspace/file-system.ts';

const GOOD = 'group G : service { tier A { otherwise } }';
const BAD = 'group B : service { tier A { when mesages > 3 } tier B { otherwise } }';
const DOOMED = 'group Doomed : service { tier A { otherwise } }';

/** A rule that fails wherever `isDoomed` says so. */
function failing(code: string, isDoomed: (name: string) => boolean): Rule {
  return defineRule({
    code,
    severity: 'info',
    title: { en: 'Fails', zh: '出错' },
    run: ({ policy }) => {
      if (policy.groups.some(({ name }) => isDoomed(name))) fail();
    },
  });
}

/** Like a proof that several rules share. */
function fail(): never {
  throw new Error('on purpose');
}

const isDoomed = (name: string): boolean => name === 'Doomed';

function summary(found: readonly Diagnostic[]): string[] {
  return found.map(({ file, code }) => `${file} ${code}`);
}

describe('a failing rule', () => {
  test('is reported once, by name, and everything else continues', () => {
    const files = memoryFileSystem({ 'a.group': DOOMED, 'b.group': BAD });
    const rules = [failing('one', isDoomed), ...RULES, failing('two', isDoomed)];
    const result = new Checker().check(['a.group', 'b.group'], files, { rules });
    expect(summary(result.diagnostics)).toContain('b.group unknown-name');
    const faults = result.diagnostics.filter(({ code }) => code === 'internal-fault');
    expect(summary(faults)).toEqual(['a.group internal-fault']);
    expect(faults[0]?.message.en).toMatch(/^Steward failed in the rule `one` and the rule `two`: Error: on purpose\./);
    expect(faults[0]?.message.zh).toMatch(/规则 `one` ?和规则 `two`/);
    expect(result.faults.map(({ file, stack }) => [file, stack.includes('containment.test.ts')])).toEqual([
      ['a.group', true],
    ]);
    // The file is not at fault: the rules run on a log.
    expect(result.policyOf('a.group')).not.toBe(null);
  });

  test('that checks group by group affects no other group', () => {
    const perGroup = defineRule({
      code: 'per-group',
      severity: 'info',
      title: { en: 'Fails', zh: '出错' },
      run: () => undefined,
      byGroup: {
        judgesAbsence: false,
        groupsOnly: true,
        run: ({ groups }, { entry, policy }, report) => {
          if (groups.some(({ name }) => name === 'Doomed')) fail();
          const [range] = policy.groups.map((group) => group.range);
          if (range !== undefined) report({ file: entry.path, range, message: { en: 'seen', zh: '看到' } });
        },
      },
    });
    const files = memoryFileSystem({ 'a.group': `${GOOD}\n${DOOMED}` });
    const { diagnostics } = new Checker().check(['a.group'], files, { rules: [perGroup] });
    expect(summary(diagnostics)).toEqual(['a.group internal-fault', 'a.group per-group']);
  });

  test('is retried without caches if a cache made it fail', () => {
    const checker = new Checker();
    let failures = 0;
    const rule = defineRule({
      code: 'once',
      severity: 'info',
      title: { en: 'Fails', zh: '出错' },
      run: ({ policy }) => {
        if (isDoomed(policy.groups[0]?.name ?? '') && failures++ === 0) fail();
      },
    });
    const check = (text: string) =>
      checker.check(['a.group'], memoryFileSystem({ 'a.group': text }), { rules: [rule] });
    check(GOOD);
    expect(check(DOOMED).faults).toEqual([]);
    expect(failures).toBe(2);
  });

  test('causes a full check only the first time if it keeps failing', () => {
    const checker = new Checker();
    let runs = 0;
    const rule = defineRule({
      code: 'always',
      severity: 'info',
      title: { en: 'Fails', zh: '出错' },
      run: () => {
        runs++;
        fail();
      },
    });
    const check = (text: string) =>
      checker.check(['a.group'], memoryFileSystem({ 'a.group': text }), { rules: [rule] });
    check(GOOD);
    check(`${GOOD} `);
    const before = runs;
    expect(summary(check(`${GOOD}  `).diagnostics)).toEqual(['a.group internal-fault']);
    expect(runs).toBe(before + 1);
  });
});

describe('a file that fails completely', () => {
  /** A file system is a seam that everything reads through. */
  function doomed(files: Readonly<Record<string, string>>): FileSystem {
    const inner = memoryFileSystem(files);
    return { ...inner, read: (path) => (path === 'doomed.group' ? fail() : inner.read(path)) };
  }

  test('is reported, and the others are checked', () => {
    const files = doomed({ 'a.group': BAD, 'doomed.group': '', 'b.group': GOOD });
    const result = new Checker().check(['a.group', 'doomed.group', 'b.group'], files);
    expect(summary(result.diagnostics)).toContain('doomed.group internal-fault');
    expect(summary(result.diagnostics)).toContain('a.group unknown-name');
    expect(result.faults).toHaveLength(1);
    expect(result.policyOf('doomed.group')).toBe(null);
    expect(result.policyOf('b.group')?.groups[0]?.name).toBe('G');
  });

  test('does not affect later checks', () => {
    const checker = new Checker();
    const texts = { 'a.group': BAD, 'doomed.group': GOOD };
    checker.check(['a.group', 'doomed.group'], memoryFileSystem(texts));
    checker.check(['a.group', 'doomed.group'], doomed(texts));
    const after = checker.check(['a.group', 'doomed.group'], memoryFileSystem(texts));
    const fresh = new Checker().check(['a.group', 'doomed.group'], memoryFileSystem(texts));
    expect(summary(after.diagnostics)).toEqual(summary(fresh.diagnostics));
    expect(after.faults).toEqual([]);
  });
});
