import { test } from 'vitest';
import { expectFindings } from '../../testing/check-rule.ts';
import { groupWithoutTiers } from './group-without-tiers.ts';

test('nothing but a name', () =>
  expectFindings(groupWithoutTiers, 'group <|G|> : service { match "g" }', [
    '`G` has no tiers, so all members are treated alike and nobody notices who is about to leave. Add some, or extend a policy that has them.',
  ]));

test('tiers may be inherited', () =>
  expectFindings(groupWithoutTiers, 'policy P { tier R { otherwise } } group G : service extends P { match "g" }', []));
