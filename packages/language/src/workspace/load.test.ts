/** The number of files that a file sees is bounded, so the cost of checking many files depends only on their contents. */
import { expect, test } from 'vitest';
import { Checker } from '../check.ts';
import { memoryFileSystem } from './file-system.ts';
import { visibleFiles } from './load.ts';

/** `f0` imports `f1`, which imports `f2`, and so on. */
function chain(length: number): Record<string, string> {
  const text = (index: number): string => {
    const next = index === length - 1 ? '' : `import "./f${index + 1}.group"\n`;
    return `${next}role r${index}\n`;
  };
  return Object.fromEntries(Array.from({ length }, (_, index) => [`f${index}.group`, text(index)]));
}

const check = (length: number) => new Checker().check(['f0.group'], memoryFileSystem(chain(length)));

test('a chain of imports that is too long is cut and reported there', () => {
  expect(check(101).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const errors = check(250).diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, file, range }) => [code, file, range.startLine])).toEqual([
    ['file-unreadable', 'f148.group', 1],
    ['file-unreadable', 'f47.group', 1],
  ]);
  expect(errors[0]?.message.en).toContain('longer than 100 files');
});

test('the names visible to all files of a chain grow linearly with it', () => {
  const seen = (length: number): number => {
    const { files, prelude } = new Checker().open(['f0.group'], memoryFileSystem(chain(length)));
    return files.reduce((sum, file) => sum + visibleFiles(file, prelude).length, 0);
  };
  expect(seen(1_200) / seen(600)).toBeLessThan(2.2);
});
