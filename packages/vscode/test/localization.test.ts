/** The manifest's texts are those that it names, in both languages; what the sources say is held by `test/sentences.test.ts`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MANIFEST_WORDS } from '../src/manifest-words.ts';

const PACKAGE = join(import.meta.dirname, '..');
describe('the manifest', () => {
  const used = new Set(
    [...readFileSync(join(PACKAGE, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key),
  );

  test('has a text for every key that it uses, and no others', () => {
    expect(Object.keys(MANIFEST_WORDS).sort()).toEqual([...used].sort());
  });

  test('names the same commands in both', () => {
    for (const [key, { en, zh }] of Object.entries(MANIFEST_WORDS)) expect(commands(zh), key).toEqual(commands(en));
  });

  test('is Chinese in Chinese', () => {
    for (const [key, { zh }] of Object.entries(MANIFEST_WORDS)) expect(zh, key).toMatch(/[\u4E00-\u9FFF]/);
  });
});

test('a page of the walkthrough has a Chinese one beside it', () => {
  const pages = globSync('media/walkthrough/*.md', { cwd: PACKAGE }).filter((path) => !path.includes('.nls.'));
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) {
    expect(readFileSync(join(PACKAGE, page.replace(/\.md$/, '.nls.zh-cn.md')), 'utf8'), page).toMatch(
      /[\u4E00-\u9FFF]/,
    );
  }
});

function commands(text: string): string[] {
  return (text.match(/command:[\w.]+/g) ?? []).sort();
}
