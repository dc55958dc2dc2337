/** Members by tier and day. */
import type { TierOrNone } from '@steward/simulator';
import { ruleText } from '../../../text/page.ts';
import type { DashboardTiers } from '../../parts.ts';
import { ruleOf, type View } from '../../view.ts';

const MOST_MOVES = 8;

export function dataOf(view: View): { tiers: DashboardTiers } {
  return { tiers: tiersOf(view) };
}

function tiersOf(view: View): DashboardTiers {
  const { group, rules, keys, names } = view;
  return {
    tiers: group.tiers.flatMap((outcome, index) => {
      const tier = rules.tiers[index];
      if (tier === undefined) return [];
      const { members, byDay, entered, left, inGrace, unknownAtEnd, tasks } = outcome;
      const condition = tier.when === null ? view.words.otherwise : ruleText(view, tier.when.range);
      return {
        rule: ruleOf(view, keys.tier?.[index], names.short(tier.name), tier.range, condition),
        tier: tier.name,
        color: tier.color,
        badge: tier.badge,
        members,
        byDay,
        entered,
        left,
        inGrace,
        undecided: unknownAtEnd,
        tasks,
      };
    }),
    untiered: group.untiered,
    moves: group.transitions
      .filter(({ from, to }) => from.kind !== 'outside' && to.kind !== 'outside')
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MOST_MOVES)
      .map(({ from, to, count }) => ({ from: tierName(from), to: tierName(to), count })),
  };
}

function tierName(state: TierOrNone): string | null {
  return state.kind === 'tier' ? state.tier : null;
}
