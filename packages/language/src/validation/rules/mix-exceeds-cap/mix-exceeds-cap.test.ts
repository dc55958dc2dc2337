import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { mixExceedsCap } from './mix-exceeds-cap.ts';

const content = (cap: string, mix: string): string =>
  group(`content { category ad when text contains "a"  category b when text contains "b"  ${cap}  ${mix} }`);

test('a target above the cap', () =>
  expectFindings(mixExceedsCap, content('cap ad 15% per day', 'mix per day { <|ad 20%|>  b 80% }'), [
    'This mix asks for 20% `ad` per day, but a cap allows only 15% per day. A group that meets the mix exceeds the cap. Lower the share or raise the cap.',
  ]));

test('a week that keeps its cap has no average day above it', () =>
  expectFindings(mixExceedsCap, content('cap ad 15% per week', 'mix per day { <|ad 20%|>  b 80% }'), [
    'This mix asks for 20% `ad` per day, but a cap allows only 15% per week. A group that meets the mix exceeds the cap. Lower the share or raise the cap.',
  ]));

test('a target at the cap is kept by both', () =>
  expectFindings(mixExceedsCap, content('cap ad 15% per day', 'mix per day { ad 15%  b 85% }'), []));

test('the fix raises the cap', () =>
  expectFixed(
    mixExceedsCap,
    content('cap ad 15% per day', 'mix per day { ad 20%  b 80% }'),
    content('cap ad 20% per day', 'mix per day { ad 20%  b 80% }'),
  ));
