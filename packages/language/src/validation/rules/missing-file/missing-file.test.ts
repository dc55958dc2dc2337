import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { missingFile } from './missing-file.ts';

test('a roster and a sample', () =>
  expectFindings(missingFile, group('roster <|"./members.csv"|> sample <|"./logs/vip.jsonl"|>'), [
    'There is no file `members.csv` for the roster. Check the path: it is relative to this file.',
    'There is no file `logs/vip.jsonl` for the sample. Check the path: it is relative to this file.',
  ]));

test('files that are there', () =>
  expectFindings(missingFile, group('roster "./members.csv" sample "./logs/vip.jsonl"'), [], {
    'members.csv': 'member,name',
    'logs/vip.jsonl': '',
  }));

test('a pattern of names is looked at when it is read', () =>
  expectFindings(missingFile, group('sample "./logs/*.jsonl"'), []));

test('the log of a scenario', () =>
  expectFindings(
    missingFile,
    `${group('risk R { when complaints in 1d > 3  do warn }')} scenario "S" for G { given { <|log "crisis.jsonl"|> } expect risk R }`,
    ['There is no file `crisis.jsonl` for the log of this scenario. Check the path: it is relative to this file.'],
  ));
