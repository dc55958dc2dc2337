import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Checker } from '../check.ts';
import { defineRule } from '../validation/registry.ts';
import { tierGap } from '../validation/rules/tier-gap/tier-gap.ts';
import { A_FOLDER, type FileSystem } from '../workspace/file-system.ts';
import { CATALOG } from './catalog.ts';

/** Needs proofs, without any time for them. */
const UNFINISHED = 'proofs-unfinished';
const FOLDER = join(import.meta.dirname, 'docs');
const checker = new Checker();

function fileSystem(text: string): FileSystem {
  return {
    read: (path) => {
      if (path === 'main.group') return { kind: 'text', text };
      if (path.startsWith('../')) return { kind: 'outside', allow: { en: 'Allow it.', zh: '请允许。' } };
      return path === 'folder.group' ? { kind: 'unreadable', reason: A_FOLDER } : { kind: 'missing' };
    },
    look: () => ({ kind: 'missing' }),
  };
}

const FAILING = defineRule({
  code: 'failing',
  severity: 'info',
  title: { en: 'Fails', zh: '出错' },
  run: () => {
    throw new Error('on purpose');
  },
});

test('every code has a page, and every page a code', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    Object.keys(CATALOG)
      .map((code) => `${code}.md`)
      .sort(),
  );
});

test.each(Object.keys(CATALOG))('the example of %s triggers it, and nothing else', (code) => {
  const page = readFileSync(join(FOLDER, `${code}.md`), 'utf8');
  const example = /```group\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const options =
    code === UNFINISHED ? { rules: [tierGap], proofSteps: 0 } : { rules: code === 'internal-fault' ? [FAILING] : [] };
  const { diagnostics } = checker.check(['main.group'], fileSystem(example), options);
  expect(new Set(diagnostics.map((diagnostic) => diagnostic.code))).toEqual(new Set([code]));
});

test('both languages have the same placeholders', () => {
  const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const { message } of Object.values(CATALOG)) expect(holes(message.zh)).toEqual(holes(message.en));
});
