import { expect, test } from 'vitest';
import { Checker } from '../check.ts';
import { memoryFileSystem } from '../workspace/file-system.ts';

const checker = new Checker();

/** Findings as `code line`, of a mix whose second share no category declares. */
function found(comment: string, after = '', today = '2026-01-01'): string[] {
  const text = `group G : interest {
  content {
    category insight when text contains "guide"
    ${comment}
    mix per day { insight 60%  ugc 40% } ${after}
  }
}
`;
  const { diagnostics } = checker.check(['g.group'], memoryFileSystem({ 'g.group': text }), { rules: [], today });
  return diagnostics.map(({ code, range }) => `${code} ${range.startLine}`);
}

test('without a comment it is reported', () => {
  expect(found('')).toEqual(['category-undeclared 5']);
});

test.each([
  ['// steward-ignore category-undeclared: the log labels it until 2026-12-31', ''],
  ['//steward-ignore category-undeclared : the log labels it until 2026-01-01.', ''],
  ['// steward-忽略 category-undeclared：记录自带标签 至 2026-12-31', ''],
  ['// steward-ignore category-undeclared: the log labels it until 2026-12-31\n\n    // and another comment', ''],
  ['', '// steward-ignore category-undeclared: the log labels it until 2026-12-31'],
  ['', '// steward-忽略 category-undeclared:记录自带标签,直到2026-12-31。'],
])('hidden by %s %s', (above, after) => {
  expect(found(above, after)).toEqual([]);
});

test.each([
  ['// steward-ignore category-undeclared until 2026-12-31', 'ignore-malformed'],
  ['// steward-ignore category-undeclared: until 2026-12-31', 'ignore-malformed'],
  ['// steward-ignore category-undeclared: the log labels it', 'ignore-malformed'],
  ['// steward-ignore category-undeclared: the log labels it until 2026-02-30', 'ignore-malformed'],
  ['// steward-ignore', 'ignore-malformed'],
  ['// steward-ignore category-undeclared: it was so until 2025-12-31', 'ignore-expired'],
  ['// steward-ignore duplicate-name: of no use until 2026-12-31', 'ignore-unused'],
])('reported, and hides nothing: %s', (comment, code) => {
  expect(found(comment)).toEqual([`${code} 4`, 'category-undeclared 5']);
});

test('the unused one of two codes is named', () => {
  const comment = '// steward-ignore category-undeclared, duplicate-name: both until 2026-12-31';
  expect(found(comment)).toEqual(['ignore-unused 4']);
});

test('a code is not unused if its rule did not run; other comments and texts are ignored', () => {
  expect(found('// steward-ignore unused-declaration, category-undeclared: both until 2026-12-31')).toEqual([]);
  expect(found('// steward-ignored by whom?')).toEqual(['category-undeclared 5']);
  expect(found('purpose "// steward-ignore category-undeclared: x until 2026-12-31"')).not.toContain('ignore-unused 4');
});

test('an error cannot be ignored', () => {
  const text = `group G : service {
  tier A { otherwise }
  // steward-ignore duplicate-name: we like it until 2026-12-31
  tier A { otherwise }
}
`;
  const { diagnostics } = checker.check(['g.group'], memoryFileSystem({ 'g.group': text }), {
    rules: [],
    today: '2026-01-01',
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['ignore-malformed', 'duplicate-name']);
});

test('an unknown code is reported with the nearest one', () => {
  const text =
    '// steward-ignore category-undeclaired: ours until 2026-12-31\ngroup G : service { tier A { otherwise } }\n';
  const { diagnostics } = checker.check(['g.group'], memoryFileSystem({ 'g.group': text }), {
    rules: [],
    today: '2026-01-01',
  });
  expect(diagnostics.map(({ code, message }) => `${code}: ${message.en}`)).toEqual([
    expect.stringContaining(
      'ignore-malformed: This comment ignores nothing. There is no code `category-undeclaired`. Did you mean `category-undeclared`?',
    ),
  ]);
});
