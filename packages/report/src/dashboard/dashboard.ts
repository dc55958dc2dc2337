/** One group of a log as a dashboard shows it: what is above the cards, and what each card shows. */
import type { Locale } from '@steward/text';
import type { CardData } from './cards/data.generated.ts';
import type { DashboardGroup, DashboardLog, DashboardUndecided } from './parts.ts';

export interface Dashboard extends CardData {
  locale: Locale;
  group: DashboardGroup;
  /** Groups to choose from, in the outcome's order, always including the one shown. */
  groups: { group: string; name: string | null; policy: string }[];
  /** Number of groups not in the list. */
  moreGroups: number;
  log: DashboardLog;
  undecided: DashboardUndecided[];
}
