import { test } from 'vitest';
import { expectFindings, expectFixed, group } from '../../testing/check-rule.ts';
import { benefitsDoNotClimb } from './benefits-do-not-climb.ts';

const core = (benefits: string, name = 'Core'): string => `tier ${name} { when messages in 7d >= 9  ${benefits} }`;
const ACTIVE = 'tier Active { when messages in 7d >= 3  benefit "Samples", "Badge" }';

test('names what is lost', () =>
  expectFindings(benefitsDoNotClimb, group(`${core('benefit "Badge"', '<|Core|>')} ${ACTIVE}`), [
    'Members who move up from `Active` to `Core` lose "Samples", which punishes them for being more active. Add it here.',
  ]));

test('the fix adds it', () =>
  expectFixed(
    benefitsDoNotClimb,
    group(`tier Core { when messages in 7d >= 9  benefit "Badge" } ${ACTIVE}`),
    group(`tier Core { when messages in 7d >= 9  benefit "Badge"  benefit "Samples" } ${ACTIVE}`),
  ));

test('keeping all and adding one is climbing', () =>
  expectFindings(benefitsDoNotClimb, group(`${core('benefit "Service", "Samples", "Badge"')} ${ACTIVE}`), []));

test('a benefit that wins back lost members is not a benefit of climbing', () =>
  expectFindings(
    benefitsDoNotClimb,
    group(`${core('benefit "Badge"')} tier Churned { when idle >= 30d  benefit "Coupon" }`),
    [],
  ));

test('the tier for the rest is the lowest step', () =>
  expectFindings(benefitsDoNotClimb, group(`${core('', '<|Core|>')} tier Rest { otherwise  benefit "Newsletter" }`), [
    'Members who move up from `Rest` to `Core` lose "Newsletter", which punishes them for being more active. Add it here.',
  ]));
