import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { campaignStartsCollide } from './campaign-starts-collide.ts';

const PHASES = 'preheat 1d  burst 24h  sustain 3d  review 1d';

test('a weekly start of a campaign that runs six days and one on the third', () =>
  expectFindings(
    campaignStartsCollide,
    group(`campaign C medium { ${PHASES} starts 2025-03-03T20:00, <|2025-03-05T20:00|> }`),
    [
      '`C` is planned to start at 2025-03-05 20:00, but its run from 2025-03-03 20:00 lasts until 2025-03-09 20:00, so this start has no effect. Let each run finish before the next start, or shorten the phases.',
    ],
  ));

test('once a week is enough room for six days', () =>
  expectFindings(campaignStartsCollide, group(`campaign C medium { ${PHASES} starts every mon at 20:00 }`), []));

test('twice a week is not', () =>
  expectFindings(campaignStartsCollide, group(`campaign C medium { ${PHASES} starts <|every mon, thu at 20:00|> }`), [
    '`C` is planned to start at 2024-01-04 20:00, but its run from 2024-01-01 20:00 lasts until 2024-01-07 20:00, so this start has no effect. Let each run finish before the next start, or shorten the phases.',
  ]));

test('two bursts on one day', () =>
  expectFindings(
    campaignStartsCollide,
    group(
      `campaign C medium { ${PHASES} starts 2025-03-03T20:00 } campaign D large { preheat 1d  burst 6h  starts <|2025-03-04T10:00|> }`,
    ),
    ['The bursts of `D` and `C` overlap at 2025-03-05 10:00 and compete for the same members. Move one of them.'],
  ));

test('a burst during the other campaign’s preheat does not collide', () =>
  expectFindings(
    campaignStartsCollide,
    group(
      `campaign C medium { ${PHASES} starts 2025-03-03T20:00 } campaign D large { preheat 1d  burst 6h  starts 2025-03-06T10:00 }`,
    ),
    [],
  ));

test('light games do not compete', () =>
  expectFindings(
    campaignStartsCollide,
    group(
      'campaign C light { burst 30min  starts every day at 12:00, 20:00 } campaign D light { burst 1h  starts every day at 20:00 }',
    ),
    [],
  ));
