import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { kindInterest } from './kind-interest.ts';

const SHARE =
  'An interest group lives on what its members post, but no mix has a share for it. Give a category like `ugc` a share: `mix per day { … ugc 20% … }`.';
const INCENTIVE =
  'Members of an interest group post when it gets noticed, but nothing here rewards them. Add an action like `reward(…)` or a `benefit` to a tier of active members.';
const MIX =
  'content { category own "用户原创" when media == image  category b when text contains "b"  mix per day { own 20%  b 80% } }';
const REWARD = 'tier T { when contributions in 7d >= 3  do reward("points") }';

test('neither', () =>
  expectFindings(kindInterest, group('match "g"', 'interest', '<|G|>').replace('<|G|>', '<|<|G|>|>'), [
    SHARE,
    INCENTIVE,
  ]));

test('no share', () => expectFindings(kindInterest, group(REWARD, 'interest', '<|G|>'), [SHARE]));

test('no incentive', () => expectFindings(kindInterest, group(MIX, 'interest', '<|G|>'), [INCENTIVE]));

test('both', () => expectFindings(kindInterest, group(`${MIX} ${REWARD}`, 'interest'), []));

test('a benefit of a tier is an incentive', () =>
  expectFindings(
    kindInterest,
    group(`${MIX} tier T { when contributions in 7d >= 3  benefit "First look" }`, 'interest'),
    [],
  ));
