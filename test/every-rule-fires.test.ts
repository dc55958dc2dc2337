/**
 * Every rule fires on the example in its folder, has a page in both languages, and offers only fixes that remove the finding and
 * cause no other; and correct files raise nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Checker, type Diagnostic, memoryFileSystem, RULES } from '@steward/language';
import { nodeFileSystem } from '@steward/language/node';
import { describe, expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = join(root, 'packages', 'language', 'src', 'validation', 'rules');
const WHOLE = join(root, 'packages', 'language', 'test', 'fixtures', 'whole', 'main.group');
const EXAMPLES = join(root, 'examples');

const checker = new Checker();
const codes = RULES.map((rule) => rule.code);

function badText(code: string): string {
  return readFileSync(join(FOLDERS, code, `${code}.group`), 'utf8');
}

function check(text: string): readonly Diagnostic[] {
  return checker.check(['bad.group'], memoryFileSystem({ 'bad.group': text })).diagnostics;
}

/** Codes that belong to no rule: the text is broken. */
function faults(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, range, message }) => `${code} at ${range.startLine}:${range.startColumn}: ${message.en}`);
}

describe.each(codes)('%s', (code) => {
  test('fires on its bad file, and says so in both languages', () => {
    const found = check(badText(code));
    expect(faults(found)).toEqual([]);
    const own = found.filter((diagnostic) => diagnostic.code === code);
    expect(own.length).toBeGreaterThan(0);
    for (const { message, docsUrl } of own) {
      expect(message.en).toMatch(/[.?]$/);
      expect(message.zh).toMatch(/[\u4E00-\u9FFF]/);
      expect(existsSync(join(root, docsUrl)), docsUrl).toBe(true);
    }
  });

  test('each fix resolves its finding and causes no other', () => {
    const text = badText(code);
    for (const diagnostic of check(text).filter((candidate) => candidate.code === code))
      expectSettled(text, diagnostic);
  });

  test('has a page: what, why, an example that parses, fix, when to ignore, in both languages', () => {
    const page = readFileSync(join(FOLDERS, code, `${code}.md`), 'utf8');
    const [head = '', english = '', chinese = ''] = page.split(/^## (?:English|中文)$/m);
    expect(head.trim()).toBe(`# \`${code}\``);
    for (const title of ['What', 'Why', 'Fix', 'When to ignore']) expect(english).toContain(`**${title}.**`);
    for (const title of ['是什么', '为什么', '怎么改', '何时可以忽略']) expect(chinese).toContain(`**${title}。**`);
    const examples = [...page.matchAll(/```group\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(parses(example), example).toBe(true);
  });
});

/** Every fix of a finding settles it (one less of its kind) and causes no new error or warning. */
function expectSettled(text: string, diagnostic: Diagnostic, look = check): void {
  const before = look(text);
  for (const fix of diagnostic.fixes) {
    const fixed = apply(text, fix.edits);
    expect(fixed).not.toBe(text);
    const after = look(fixed);
    const count = (found: readonly Diagnostic[]): number => found.filter(({ code }) => code === diagnostic.code).length;
    expect(count(after), `${fix.title.en}: the finding goes`).toBeLessThan(count(before));
    expect(newIn(after, before), `${fix.title.en}: no other comes`).toEqual([]);
    expect(fix.title.zh).toMatch(/[\u4E00-\u9FFF]/);
  }
}

/** New errors and warnings, compared by code: their messages quote values that a fix may change. */
function newIn(after: readonly Diagnostic[], before: readonly Diagnostic[]): string[] {
  const left = before.map(({ code }) => code);
  return after
    .filter(({ severity }) => severity !== 'info')
    .filter(({ code }) => {
      const at = left.indexOf(code);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .map(({ code, message }) => `${code}: ${message.en}`);
}

const CORE_PAGES = join(root, 'packages', 'language', 'src', 'diagnostics', 'docs');

test.each(readdirSync(CORE_PAGES))('each fix of %s resolves its finding and causes no other', (page) => {
  const code = page.replace(/\.md$/, '');
  const text = /```group\n([\s\S]*?)```/.exec(readFileSync(join(CORE_PAGES, page), 'utf8'))?.[1] ?? '';
  for (const diagnostic of read(text).filter((candidate) => candidate.code === code))
    expectSettled(text, diagnostic, read);
});

/** Without the rules: missing parts are only reported if there are no errors, so no fix of an error caused them. */
function read(text: string): readonly Diagnostic[] {
  return checker.check(['bad.group'], memoryFileSystem({ 'bad.group': text }), { rules: [] }).diagnostics;
}

function apply(text: string, edits: Diagnostic['fixes'][number]['edits']): string {
  let result = text;
  for (const { startOffset, endOffset, newText } of [...edits].sort(
    (left, right) => right.startOffset - left.startOffset,
  )) {
    result = result.slice(0, startOffset) + newText + result.slice(endOffset);
  }
  return result;
}

/** A page's example is a file, a piece of a group, or a piece of its content. */
function parses(example: string): boolean {
  const wrapped = [example, `group G : service {\n${example}\n}`, `group G : service { content {\n${example}\n} }`];
  return wrapped.some((text) => check(text).every(({ code }) => !SYNTAX.has(code)));
}

const SYNTAX: ReadonlySet<string> = new Set([
  'syntax-error',
  'misspelt-keyword',
  'missing-percent',
  'full-width-character',
  'full-width-punctuation',
  'unclosed-string',
  'unknown-unit',
  'malformed-color',
  'unexpected-character',
]);

test('every folder is a rule', () => {
  const folders = readdirSync(FOLDERS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map((entry) => entry.name).sort()).toEqual([...codes].sort());
});

test('codes are unique, titles are in both languages', () => {
  expect(new Set(codes).size).toBe(codes.length);
  for (const { title } of RULES) {
    expect(title.en).not.toBe('');
    expect(title.zh).toMatch(/[\u4E00-\u9FFF]/);
  }
});

function problems(path: string): string[] {
  return checker
    .check([path], nodeFileSystem)
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .map(({ file, range, code, message }) => `${relative(root, file)}:${range.startLine} ${code}: ${message.en}`);
}

test('the file that shows the whole language has no errors, and some advice', () => {
  expect(problems(WHOLE)).toEqual([]);
  const advice = checker.check([WHOLE], nodeFileSystem).diagnostics.map(({ code }) => code);
  expect(advice).toEqual([
    'tier-overlap',
    'tier-overlap',
    'cadence-without-campaign',
    'cadence-impossible',
    'cadence-without-campaign',
  ]);
});

const examples = existsSync(EXAMPLES)
  ? readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.group'))
  : [];

test('there are examples to check', () => expect(examples.length).toBeGreaterThan(0));

test.each(examples)('examples/%s has no errors', (path) => expect(problems(join(EXAMPLES, path))).toEqual([]));
