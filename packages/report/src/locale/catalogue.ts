/**
 * The sentences of the reports. What they take is already formatted (numbers, names, dates) unless its type says otherwise.
 */
import { inBoth } from '@steward/text';
import { CAMPAIGNS } from './campaigns.ts';
import { CONTENT } from './content.ts';
import { GROUPS } from './groups.ts';
import { HEALTH } from './health.ts';
import { OVERVIEW } from './overview.ts';
import { RISKS } from './risks.ts';
import { TIERS } from './tiers.ts';
import { UNDECIDED } from './undecided.ts';
import { UNITS } from './units.ts';

export const CATALOGUE = inBoth((locale) => ({
  locale,
  ...UNITS[locale],
  ...OVERVIEW[locale],
  ...TIERS[locale],
  ...CONTENT[locale],
  ...HEALTH[locale],
  ...RISKS[locale],
  ...CAMPAIGNS[locale],
  ...UNDECIDED[locale],
  ...GROUPS[locale],
}));

/** The sentences in one language. */
export type Catalogue = (typeof CATALOGUE)['en'];
