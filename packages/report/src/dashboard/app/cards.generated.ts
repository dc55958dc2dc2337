/** Generated from the folders of dashboard/cards; do not edit. */
import { card as actionsCard } from '../cards/actions/card.tsx';
import { card as contentCard } from '../cards/content/card.tsx';
import { card as healthCard } from '../cards/health/card.tsx';
import { card as membersCard } from '../cards/members/card.tsx';
import { card as overviewCard } from '../cards/overview/card.tsx';
import { card as plansCard } from '../cards/plans/card.tsx';
import { card as risksCard } from '../cards/risks/card.tsx';
import { card as tiersCard } from '../cards/tiers/card.tsx';
import { card as undecidedCard } from '../cards/undecided/card.tsx';
import type { Card } from './card.ts';

/** By the name of the folder, which is the id of its section. */
export const CARDS: Readonly<Record<string, Card>> = {
  'actions': actionsCard,
  'content': contentCard,
  'health': healthCard,
  'members': membersCard,
  'overview': overviewCard,
  'plans': plansCard,
  'risks': risksCard,
  'tiers': tiersCard,
  'undecided': undecidedCard,
};
