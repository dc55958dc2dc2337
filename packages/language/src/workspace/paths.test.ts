import { expect, test } from 'vitest';
import { folderOf, normalizePath, relativePath, resolvePath } from './paths.ts';

test.each([
  ['a/./b/../c.group', 'a/c.group'],
  ['./a.group', 'a.group'],
  ['../a.group', '../a.group'],
  ['/a/../../b', '/b'],
  ['C:\\rules\\a.group', 'C:/rules/a.group'],
  ['.', '.'],
])('%s is %s', (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
});

test('folders', () => {
  expect(['a/b/c.group', 'c.group', '/c.group'].map(folderOf)).toEqual(['a/b', '.', '/']);
});

test('paths written in a file', () => {
  expect(resolvePath('a/b', '../c.txt')).toBe('a/c.txt');
  expect(resolvePath('.', './c.txt')).toBe('c.txt');
  expect(resolvePath('/a', '/c.txt')).toBe('/c.txt');
});

test('paths as seen from the entry file', () => {
  expect(relativePath('a', 'a/logs/x.csv')).toBe('logs/x.csv');
  expect(relativePath('a/b', 'a/c/x.csv')).toBe('../c/x.csv');
  expect(relativePath('.', 'a/x.csv')).toBe('a/x.csv');
  expect(relativePath('/r/a', '/r/x.csv')).toBe('../x.csv');
  expect(relativePath('a', '/r/x.csv')).toBe('/r/x.csv');
});
