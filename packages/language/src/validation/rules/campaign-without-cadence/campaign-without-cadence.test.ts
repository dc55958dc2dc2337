import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { campaignWithoutCadence } from './campaign-without-cadence.ts';

test('a size that the cadence leaves out', () =>
  expectFindings(campaignWithoutCadence, group('campaign C <|large|> { burst 2h } cadence { medium 2 per week }'), [
    '`C` is large, but the cadence has no line for large campaigns, so nothing limits how often they are held. Add a line to the cadence.',
  ]));

test('a group without a cadence limits none', () =>
  expectFindings(campaignWithoutCadence, group('campaign C large { burst 2h }'), []));
