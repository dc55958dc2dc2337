import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { stageMoveNever } from './stage-move-never.ts';

const lifecycle = (moves: string, growth = 'rises by 10%'): string =>
  group(`lifecycle {
  stage A when messages per month ${growth}
  stage B when messages per month rises by 50%
  stage C when age >= 180d
  ${moves}
}`);

test('a stage that keeps the group', () =>
  expectFindings(stageMoveNever, lifecycle('<|allow A -> B|>\n  allow A -> C -> B'), [
    'The move `A -> B` can never happen: whenever `B` is true, so is `A`, which is written before it and keeps the group there. Move `B` up, or narrow `A`.',
  ]));

test.each([
  ['the target can hold alone', lifecycle('allow A -> B', 'falls by 10%')],
  ['the target is written above', lifecycle('allow C -> A\n  allow B -> C')],
])('%s', (_, text) => expectFindings(stageMoveNever, text, []));
