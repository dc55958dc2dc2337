import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { stageUnreachable } from './stage-unreachable.ts';

const lifecycle = (text: string): string => group(`lifecycle { ${text} }`);

test('a stage that is only left', () =>
  expectFindings(
    stageUnreachable,
    lifecycle(
      'stage A when age < 30d  stage B when age >= 30d  stage <|C|> when members < 10  allow A -> B  allow C -> A',
    ),
    [
      'No allowed move leads from the first stage `A` to `C`: a group is there only if a log happens to start in it. Add `allow … -> C`.',
    ],
  ));

test('over several moves', () =>
  expectFindings(
    stageUnreachable,
    lifecycle('stage A when age < 30d  stage B when age >= 30d  stage C when members < 10  allow A -> B -> C'),
    [],
  ));

test('without moves every stage follows every other', () =>
  expectFindings(stageUnreachable, lifecycle('stage A when age < 30d  stage B when age >= 30d'), []));
