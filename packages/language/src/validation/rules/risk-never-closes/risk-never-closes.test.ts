import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { riskNeverCloses } from './risk-never-closes.ts';

const risk = (when: string, more = ''): string => group(`risk <|R|> { when ${when}  do warn  ${more} }`);
const said = (log: string): string =>
  `Once \`R\` opens it stays open forever, unless a \`resolve\` event closes it: what it measures only grows. With ${log} it opens, and after 60 days of silence it is still open. Add a window, like \`in 24h\`.`;

test.each([
  ['count(complaint) >= 3', '3 count(complaint)'],
  ['count(complaint) + count(recall) > 3', '4 count(complaint) + count(recall)'],
  ['age > 2d', 'age 2d'],
  ['10 <= count(complaint) or age >= 3d', 'age 3d'],
])('%s', (when, log) => expectFindings(riskNeverCloses, risk(when), [said(log)]));

test.each([
  'count(complaint) in 7d >= 3',
  'count(complaint) >= 3 and count(complaint) in 1h >= 1',
  'count(complaint) < 3',
  'members > 3',
  'sum(purchase.amount) > 100',
])('%s can end', (when) => expectFindings(riskNeverCloses, risk(when).replace('<|R|>', 'R'), []));
