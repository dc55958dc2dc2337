/** Context shared by all components. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Dashboard } from '../dashboard.ts';
import type { Rule } from '../parts.ts';
import type { Host } from './host.ts';
import type { Theme } from './theme.ts';
import type { Words } from './words.ts';

/** Page state kept while it is hidden, for this group's dashboard, by component name. */
export interface ViewState {
  group: string | null;
  /** Charts that are shown as tables. */
  tables: string[];
  incident: string | null;
  risk: string | null;
  search: string;
  tier: string | null;
  scroll: number;
}

export const NOTHING_KEPT: ViewState = {
  group: null,
  tables: [],
  incident: null,
  risk: null,
  search: '',
  tier: null,
  scroll: 0,
};

export interface Surroundings {
  dashboard: Dashboard;
  words: Words;
  host: Host;
  theme: Theme;
  kept: ViewState;
  keep: (change: Partial<ViewState>) => void;
  openRule: (rule: Rule) => void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext);
  if (found === null) throw new Error('a part of the page stands outside of it');
  return found;
}
