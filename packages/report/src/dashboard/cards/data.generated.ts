/** Generated from the folders of dashboard/cards; do not edit. */
import type { View } from '../view.ts';
import { dataOf as actionsCard } from './actions/data.ts';
import { dataOf as contentCard } from './content/data.ts';
import { dataOf as healthCard } from './health/data.ts';
import { dataOf as membersCard } from './members/data.ts';
import { dataOf as plansCard } from './plans/data.ts';
import { dataOf as risksCard } from './risks/data.ts';
import { dataOf as tiersCard } from './tiers/data.ts';

export type CardData = ReturnType<typeof actionsCard> &
  ReturnType<typeof contentCard> &
  ReturnType<typeof healthCard> &
  ReturnType<typeof membersCard> &
  ReturnType<typeof plansCard> &
  ReturnType<typeof risksCard> &
  ReturnType<typeof tiersCard>;

export function cardData(view: View): CardData {
  return {
    ...actionsCard(view),
    ...contentCard(view),
    ...healthCard(view),
    ...membersCard(view),
    ...plansCard(view),
    ...risksCard(view),
    ...tiersCard(view),
  };
}
