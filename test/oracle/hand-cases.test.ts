/** Small cases with results worked out by hand from `packages/SEMANTICS.md`, run on both interpreters. */
import type { Outcome } from '@steward/simulator';
import { describe, expect, test } from 'vitest';
import type { Case } from '../properties/arbitrary/case.ts';
import { runEngine, runOracle } from '../properties/interpreters.ts';
import { CAMPAIGN_CASES } from './cases/campaigns.ts';
import type { HandCase } from './cases/case.ts';
import { CONTENT_CASES } from './cases/content.ts';
import { HEALTH_CASES } from './cases/health.ts';
import { MEMBER_CASES } from './cases/members.ts';
import { QUANTITY_CASES } from './cases/quantities.ts';
import { RISK_INSTANT_CASES } from './cases/risk-instants.ts';
import { RISK_CASES } from './cases/risks.ts';
import { ROLE_CASES } from './cases/roles.ts';
import { TIER_CASES } from './cases/tiers.ts';
import { groupRows, logOf } from './log-builder.ts';
import { group, policyOf } from './policy-builder.ts';

const SUBJECTS: [subject: string, cases: HandCase[]][] = [
  ['members', MEMBER_CASES],
  ['roles', ROLE_CASES],
  ['quantities', QUANTITY_CASES],
  ['tiers', TIER_CASES],
  ['health and lifecycle', HEALTH_CASES],
  ['content', CONTENT_CASES],
  ['risks', RISK_CASES],
  ['instants of risks', RISK_INSTANT_CASES],
  ['campaigns', CAMPAIGN_CASES],
];

const INTERPRETERS: [name: string, run: (each: Case) => Outcome][] = [
  ['oracle', runOracle],
  ['engine, generated', (each) => runEngine(each, 'generated')],
  ['engine, closures', (each) => runEngine(each, 'closures')],
];

function caseOf(hand: HandCase): Case {
  const shows = hand.shows === undefined ? {} : { shows: [...hand.shows] };
  return {
    policy: policyOf([group('G', hand.group)], undefined, hand.roles),
    log: logOf([groupRows(hand.log)], { ...shows, complete: hand.complete ?? false }),
    rosters: new Map([['G', [...(hand.roster ?? [])]]]),
  };
}

describe.each(SUBJECTS)('%s', (_subject, cases) => {
  describe.each(cases.map((hand): [string, HandCase] => [hand.what, hand]))('%s', (_what, hand) => {
    test.each(INTERPRETERS)('%s', (_name, run) => {
      const [outcome] = run(caseOf(hand)).groups;
      expect(outcome && hand.read(outcome)).toEqual(hand.expected);
    });
  });
});
