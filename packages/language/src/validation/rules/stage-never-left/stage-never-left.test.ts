import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { stageNeverLeft } from './stage-never-left.ts';

test('an unconditional first stage', () =>
  expectFindings(stageNeverLeft, group('lifecycle { stage <|A|> focus "x"  stage B when age >= 30d  allow A -> B }'), [
    '`A` has no `when`, so it is always true, and stages are tried in the order written: `B` can never follow. Give it a condition, or move it after them.',
  ]));

test('written last it is what remains', () =>
  expectFindings(stageNeverLeft, group('lifecycle { stage B when age >= 30d  stage A focus "x"  allow A -> B }'), []));
