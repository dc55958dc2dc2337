import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { capNeverExceeded } from './cap-never-exceeded.ts';

test('all of the messages may be ads', () =>
  expectFindings(capNeverExceeded, group('content { category ad when text contains "a"  cap ad <|100%|> per day }'), [
    'A share is never above 100%, so this cap on `ad` cannot be exceeded. Write the share that would be too much, or remove the cap.',
  ]));

test('almost all is a cap', () =>
  expectFindings(capNeverExceeded, group('content { category ad when text contains "a"  cap ad 99% per day }'), []));
