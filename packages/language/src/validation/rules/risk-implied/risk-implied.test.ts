import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { riskImplied } from './risk-implied.ts';

const said = (log: string): string =>
  `Whenever \`A\` opens, the condition of \`B\` is true as well, so there is nothing left to escalate. For example: ${log}. Make the condition of \`B\` stricter.`;
const ladder = (lower: string, higher: string): string =>
  group(`risk A { when ${lower}  do warn  <|escalate to B after 2h|> }  risk B { when ${higher}  do warn }`);
const unmarked = (text: string): string => text.replace('<|', '').replace('|>', '');

test.each([
  ['complaints in 1h >= 5', 'complaints in 1h >= 3', '5 complaints in 1h'],
  ['complaints in 1h > 3', 'complaints in 2h >= 4', '4 complaints in 1h'],
  ['count(complaint where about == "a") per day > 3', 'complaints per day > 3', '4 count(complaint where …) per day'],
  ['distinct(complaint.member) in 2h >= 10', 'complaints in 2h >= 10', '10 distinct(complaint.member) in 2h'],
])('%s is enough for %s', (lower, higher, log) => expectFindings(riskImplied, ladder(lower, higher), [said(log)]));

test.each([
  ['complaints in 1h >= 3', 'complaints in 1h >= 5'],
  ['complaints per day > 3', 'complaints in 1h > 3'],
  ['complaints in 1h >= 3', 'complaints in 1h >= 3  for 2h'],
])('%s is not enough for %s', (lower, higher) => expectFindings(riskImplied, unmarked(ladder(lower, higher)), []));
