/** Every sentence of the extension exists in both languages: in the manifest, and in the sources. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const PACKAGE = join(import.meta.dirname, '..');
const ENGLISH = table('package.nls.json');
const CHINESE = table('package.nls.zh-cn.json');
const BUNDLE = table('l10n/bundle.l10n.zh-cn.json');

function table(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(PACKAGE, path), 'utf8'));
}

describe('the manifest', () => {
  const used = new Set(
    [...readFileSync(join(PACKAGE, 'package.json'), 'utf8').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key),
  );

  test('has a text in both languages for every key that it names, and no other', () => {
    expect(Object.keys(ENGLISH).sort()).toEqual([...used].sort());
    expect(Object.keys(CHINESE).sort()).toEqual([...used].sort());
  });

  test('names the same commands in both', () => {
    for (const [key, text] of Object.entries(ENGLISH)) {
      expect(commands(CHINESE[key] ?? ''), key).toEqual(commands(text));
    }
  });

  test('is Chinese in Chinese', () => {
    for (const [key, text] of Object.entries(CHINESE)) expect(text, key).toMatch(/[\u4E00-\u9FFF]/);
  });
});

describe('the sources', () => {
  const files = globSync('src/**/*.ts', { cwd: PACKAGE }).filter((path) => !path.endsWith('.test.ts'));
  const calls = files.flatMap((path) => callsIn(readFileSync(join(PACKAGE, path), 'utf8'), path));

  test('give l10n whole sentences', () => {
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter(({ text }) => text === null).map(({ at }) => at)).toEqual([]);
  });

  test('say nothing that is not translated, and nothing is translated that they do not say', () => {
    const said = new Set(calls.flatMap(({ text }) => text ?? []));
    expect([...said].filter((text) => !(text in BUNDLE))).toEqual([]);
    expect(Object.keys(BUNDLE).filter((text) => !said.has(text))).toEqual([]);
  });

  test('get the same values in both languages', () => {
    const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [english, chinese] of Object.entries(BUNDLE)) expect(places(chinese), english).toEqual(places(english));
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

/** A text is null where it is not one literal. */
function callsIn(source: string, path: string): { at: string; text: string | null }[] {
  return [...source.matchAll(/\bl10n\.t\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\$])*)`)?/g)].map(
    (call) => {
      const literal = call[1] ?? call[2] ?? call[3];
      const line = source.slice(0, call.index).split('\n').length;
      return { at: `${path}:${line}`, text: literal === undefined ? null : literal.replaceAll(/\\(.)/g, '$1') };
    },
  );
}

function commands(text: string): string[] {
  return (text.match(/command:[\w.]+/g) ?? []).sort();
}
