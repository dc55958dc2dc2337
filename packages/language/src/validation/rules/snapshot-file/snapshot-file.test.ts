import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { snapshotFile } from './snapshot-file.ts';

const scenario = (title: string, expectation: string): string =>
  `scenario "${title}" for G { given { 2025-03-01T10:00 "Li" message } ${expectation} }`;
const G = group('tier T { otherwise }');

test('a file of any other name would be written over', () =>
  expectFindings(snapshotFile, `${G} ${scenario('a', '<|expect outcome "./main.group"|>')}`, [
    '`main.group` may be any file, and this one is written over by `steward test --update`. Give it a name that ends with `.outcome.json`.',
  ]));

test('one file holds one result, however it is written', () =>
  expectFindings(
    snapshotFile,
    `${G} ${scenario('a', 'expect outcome "./a.outcome.json"')} ${scenario('b', '<|expect outcome "x/../a.outcome.json"|>')}`,
    ['"a" keeps its result in `a.outcome.json` already, and one file holds one result. Give this one another name.'],
  ));

test('each its own is fine', () =>
  expectFindings(
    snapshotFile,
    `${G} ${scenario('a', 'expect outcome "a.outcome.json"')} ${scenario('b', 'expect outcome "b.outcome.json"')}`,
    [],
  ));
