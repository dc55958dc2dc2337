import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { cadenceWithoutCampaign } from './cadence-without-campaign.ts';

test('a size that nothing has', () =>
  expectFindings(
    cadenceWithoutCampaign,
    group('campaign C medium { burst 2h } cadence { <|large 1 per month|>  medium 2 per week }'),
    [
      'No campaign of this group is large, so this target is missed in every month: only declared campaigns are counted. Declare one: `campaign Name large { … }`.',
    ],
  ));
