/** The page of deliberately wrong policies quotes exactly what the checker reports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Checker, memoryFileSystem } from '@steward/language';
import { describe, expect, test } from 'vitest';

const PAGE = join(import.meta.dirname, '../../examples/wrong/README.md');

interface Wrong {
  title: string;
  text: string;
  code: string;
  /** English and Chinese lines of the page. */
  said: string[];
}

function entriesOf(page: string): Wrong[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = ''] = section.split('\n');
      const text = /```group\n([\s\S]*?)\n```/.exec(section)?.[1] ?? '';
      const code = /^> \[`([\w-]+)`\]/m.exec(section)?.[1] ?? '';
      const quoted = section.split('\n').filter((line) => line.startsWith('> '));
      return { title, text, code, said: quoted };
    });
}

const entries = entriesOf(readFileSync(PAGE, 'utf8'));
const checker = new Checker();

test('the page has at least 25, each with its finding', () => {
  expect(entries.length).toBeGreaterThanOrEqual(25);
  for (const { title, code } of entries) expect(code, title).not.toBe('');
});

test('the first comes from the manual, and names a member that fits none of its tiers', () => {
  const [first] = entries;
  expect(first?.code).toBe('tier-gap');
  expect(first?.said.join('\n')).toMatch(/joined 7d ago, .*1 interaction in 7d/);
});

describe.each(entries)('$title', ({ text, code, said }) => {
  test('is reported in these words', () => {
    const { diagnostics } = checker.check(['wrong.group'], memoryFileSystem({ 'wrong.group': text }));
    expect(diagnostics.filter(({ severity }) => severity === 'error').map((found) => found.code)).toEqual(
      code === 'escalate-cycle' ? [code] : [],
    );
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    const lines = found.flatMap(({ message, range, docsUrl }) => [
      `> [\`${code}\`](../../${docsUrl}) line ${range.startLine}: ${message.en}`,
      `> 第 ${range.startLine} 行：${message.zh}`,
    ]);
    expect(said).toEqual(lines);
  });
});
