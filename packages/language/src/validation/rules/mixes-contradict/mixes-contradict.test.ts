import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { mixesContradict } from './mixes-contradict.ts';

const content = (mixes: string): string =>
  group(`content {
  category a when text contains "a"
  category b when text contains "b"
  category c when text contains "c"
  ${mixes}
}`);

test('a week of days that keep another mix', () =>
  expectFindings(
    mixesContradict,
    content('mix per day tolerance 5% { a 40% b 60% }  mix per week tolerance 5% { <|a 60%|> b 40% }'),
    [
      'If every day meets its mix, `a` makes up 35%–45% of every week, but this mix asks for 55%–65% (60% ± 5%). A group that meets one misses the other. Align the shares, or widen a tolerance.',
    ],
  ));

test.each([
  'mix per day tolerance 10% { a 40% b 60% }  mix per week tolerance 10% { a 60% b 40% }',
  'mix per day tolerance 5% { a 40% b 60% }  mix per week tolerance 5% { a 60% c 40% }',
  'mix per week tolerance 1% { a 40% b 60% }  mix per month tolerance 1% { a 60% b 40% }',
])('%s', (mixes) => expectFindings(mixesContradict, content(mixes), []));
