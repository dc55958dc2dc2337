import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { cadenceImpossible } from './cadence-impossible.ts';

const plan = (cadence: string, phases: string): string =>
  group(`tier T { otherwise }
campaign A large { ${phases} }
cadence { <|${cadence}|> }`);
const unmarked = (text: string): string => text.replace('<|', '').replace('|>', '');

test('longer than the period leaves room for', () =>
  expectFindings(cadenceImpossible, plan('large 2 per week', 'preheat 2d burst 24h sustain 3d review 1d'), [
    'The cadence is 2 large per week, but at most 1 can start in a week: `A` takes 7d, and a campaign does not start again while it is running. Declare another one, shorten the phases, or lower the cadence.',
  ]));

test.each([
  plan('large 2 per week', 'preheat 2d burst 24h sustain 3d'),
  plan('large 1 per week', 'preheat 2d burst 24h sustain 30d'),
  plan('medium 9 per week', 'preheat 2d burst 24h sustain 30d'),
])('%s', (text) => expectFindings(cadenceImpossible, unmarked(text), []));
