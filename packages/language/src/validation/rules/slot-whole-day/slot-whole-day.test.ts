import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { slotWholeDay } from './slot-whole-day.ts';

const slot = (text: string): string => group(`content { category a when text contains "a"  slot "News" ${text} a }`);

test('from eight to eight', () =>
  expectFindings(slotWholeDay, slot('08:00..<|08:00|>'), [
    'The slot "News" starts and ends at 08:00, which means 24 hours: a message at any time fulfils it. Correct the end; for the whole day, write 00:00..24:00.',
  ]));

test('the whole day, stated explicitly', () => expectFindings(slotWholeDay, slot('00:00..24:00'), []));
