import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { snapshotFile } from './snapshot-file.ts';

const scenario = (title: string, expectation: string): string =>
  `scenario "${title}" for G { given { 2025-03-01T10:00 "Li" message } ${expectation} }`;
const G = group('tier T { otherwise }');

test('a file with any other name could be overwritten', () =>
  expectFindings(snapshotFile, `${G} ${scenario('a', '<|expect outcome "./main.group"|>')}`, [
    '`main.group` could be any file, and `steward test --update` overwrites it. Use a name that ends with `.outcome.json`.',
  ]));

test('one file holds one result, however it is written', () =>
  expectFindings(
    snapshotFile,
    `${G} ${scenario('a', 'expect outcome "./a.outcome.json"')} ${scenario('b', '<|expect outcome "x/../a.outcome.json"|>')}`,
    ['"a" already keeps its result in `a.outcome.json`, and a file holds only one result. Use another name.'],
  ));

test('a file for each is fine', () =>
  expectFindings(
    snapshotFile,
    `${G} ${scenario('a', 'expect outcome "a.outcome.json"')} ${scenario('b', 'expect outcome "b.outcome.json"')}`,
    [],
  ));
