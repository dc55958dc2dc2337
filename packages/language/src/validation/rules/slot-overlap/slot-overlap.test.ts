import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { slotOverlap } from './slot-overlap.ts';

const slots = (text: string): string =>
  group(`content { category a when text contains "a"  category b when text contains "b"  ${text} }`);

test('one message keeps both', () =>
  expectFindings(slotOverlap, slots('slot "Early" 07:00..09:00 a  slot "News" <|08:30|>..10:00 a'), [
    '"News" overlaps "Early" at 08:30–09:00. Both ask for `a`, so one message fulfils both. Move one of them.',
  ]));

test('over midnight', () =>
  expectFindings(slotOverlap, slots('slot "Night" 22:00..02:00 a  slot "Owls" <|01:00|>..03:00 b'), [
    '"Owls" overlaps "Night" at 01:00–02:00. The two compete for attention. Move one of them.',
  ]));

test('one that begins when the other ends', () =>
  expectFindings(slotOverlap, slots('slot "Early" 07:00..09:00 a  slot "News" 09:00..10:00 a'), []));
