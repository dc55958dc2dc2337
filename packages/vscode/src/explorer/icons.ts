/** Icons of rules, coloured by result. */
import type { RuleNode, Tone } from '@steward/editor/protocol';
import { ThemeColor, ThemeIcon } from 'vscode';

const ICONS: Record<RuleNode['kind'], string> = {
  group: 'organization',
  section: 'folder',
  tier: 'layers',
  category: 'tag',
  mix: 'pie-chart',
  cap: 'arrow-down',
  ban: 'circle-slash',
  slot: 'clock',
  health: 'pulse',
  risk: 'warning',
  campaign: 'megaphone',
  cadence: 'calendar',
  lifecycle: 'milestone',
  stage: 'circle-outline',
  scenario: 'beaker',
};

/** Only results that need attention are coloured. */
const COLOURED: readonly Tone[] = ['good', 'bad', 'unknown', 'idle'];

export function iconOf({ kind, tone }: RuleNode): ThemeIcon {
  if (!COLOURED.includes(tone)) return new ThemeIcon(ICONS[kind]);
  return new ThemeIcon(ICONS[kind], new ThemeColor(`steward.inline.${tone}`));
}
