/** A card of the dashboard: a folder in `cards/`, with `card.tsx`, and `data.ts` for what it shows. */

import type { Locale } from '@steward/text';
import type { ComponentType } from 'preact';
import type { Words } from './words.ts';

export interface Card {
  /** Cards are shown in this order, smallest first. */
  order: number;
  /** In the list of contents; null: the card is not in it. The element's id is the name of the card's folder. */
  title: ((words: Words, locale: Locale) => string) | null;
  Component: ComponentType;
  /** Forgets what was chosen in it when another group is shown. */
  perGroup?: true;
}
