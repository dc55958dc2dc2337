import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { cadenceWithoutCampaign } from './cadence-without-campaign.ts';

test('a size that nothing has', () =>
  expectFindings(
    cadenceWithoutCampaign,
    group('campaign C medium { burst 2h } cadence { <|large 1 per month|>  medium 2 per week }'),
    [
      'This group has no large campaign, so it misses this target every month: only declared campaigns count. Declare one: `campaign Name large { … }`.',
    ],
  ));
