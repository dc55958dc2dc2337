/** Small cases whose results were worked out by hand from `packages/SEMANTICS.md`: they hold both interpreters to the page. */
import type { GroupOutcome } from '@steward/simulator';
import { describe, expect, test } from 'vitest';
import { CAMPAIGN_CASES } from './cases/campaigns.ts';
import type { HandCase } from './cases/case.ts';
import { CONTENT_CASES } from './cases/content.ts';
import { HEALTH_CASES } from './cases/health.ts';
import { MEMBER_CASES } from './cases/members.ts';
import { QUANTITY_CASES } from './cases/quantities.ts';
import { RISK_CASES } from './cases/risks.ts';
import { TIER_CASES } from './cases/tiers.ts';
import { groupRows, logOf } from './log-builder.ts';
import { interpret } from './outcome.ts';
import { group, policyOf } from './policy-builder.ts';

const SUBJECTS: [subject: string, cases: HandCase[]][] = [
  ['members', MEMBER_CASES],
  ['quantities', QUANTITY_CASES],
  ['tiers', TIER_CASES],
  ['health and lifecycle', HEALTH_CASES],
  ['content', CONTENT_CASES],
  ['risks', RISK_CASES],
  ['campaigns', CAMPAIGN_CASES],
];

function runOracle(hand: HandCase): GroupOutcome {
  const policy = policyOf([group('G', hand.group)]);
  const log = logOf([groupRows(hand.log)], {
    ...(hand.shows === undefined ? {} : { shows: [...hand.shows] }),
    complete: hand.complete ?? false,
  });
  const options = { memberHistories: true, rosters: new Map([['G', hand.roster ?? []]]) };
  const [outcome] = interpret(policy, log, options).groups;
  if (outcome === undefined) throw new Error('the case binds no group');
  return outcome;
}

describe.each(SUBJECTS)('%s', (_subject, cases) => {
  test.each(cases.map((hand): [string, HandCase] => [hand.what, hand]))('%s', (_what, hand) => {
    expect(hand.read(runOracle(hand))).toEqual(hand.expected);
  });
});
