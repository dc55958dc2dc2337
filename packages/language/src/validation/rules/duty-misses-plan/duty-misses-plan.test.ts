import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { dutyMissesPlan } from './duty-misses-plan.ts';

const plan = (body: string, duty = '08:00..20:00 moderator'): string =>
  `role moderator members "Mei"\n${group(`${body}\nduty { ${duty} }`)}`;
const content = (slot: string): string => `content { category n when text contains "n" ${slot} }`;

test('a slot in a gap', () =>
  expectFindings(dutyMissesPlan, plan(content('<|slot "s" 23:00..01:00 n|>')), [
    'The slot "s" is due 23:00–01:00, but nobody is on duty 20:00–08:00 to post it. Extend a shift, or move the slot.',
  ]));

test('a burst that begins in a gap, however long before that the campaign starts', () =>
  expectFindings(dutyMissesPlan, plan('campaign A medium { preheat 26h  burst 3h  starts <|every mon at 20:00|> }'), [
    'The burst of `A` starts at 22:00, 26h after its start, but nobody is on duty 20:00–08:00. Extend a shift, or start at another time.',
  ]));

test.each([
  ['a slot of which a part is covered', plan(content('slot "s" 19:00..21:00 n'))],
  ['a burst by day', plan('campaign A medium { preheat 24h  burst 3h  starts every mon at 10:00 }')],
  ['no gap', plan(content('slot "s" 23:00..01:00 n'), '08:00..08:00 moderator')],
])('%s', (_, text) => expectFindings(dutyMissesPlan, text, []));
