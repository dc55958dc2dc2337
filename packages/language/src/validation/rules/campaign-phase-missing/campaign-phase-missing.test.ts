import { test } from 'vitest';
import { expectFindings, group } from '../../testing/check-rule.ts';
import { campaignPhaseMissing } from './campaign-phase-missing.ts';

test('names the phases and why they matter', () =>
  expectFindings(campaignPhaseMissing, group('campaign <|C|> large { preheat 1d  burst 12h }'), [
    'The campaign `C` has no `sustain` and `review`: interest fades right after it, nothing is learned from it. Add the phases.',
  ]));

test('all four', () =>
  expectFindings(campaignPhaseMissing, group('campaign C large { preheat 1d  burst 12h  sustain 2d  review 1d }'), []));

test('a light game only takes place', () =>
  expectFindings(campaignPhaseMissing, group('campaign C light { burst 30min } campaign <|D|> light { preheat 1d }'), [
    'The campaign `D` has no `burst`: it never takes place. Add the phase.',
  ]));
