/** Moves into and out of each tier in the last seven days of a group's log. */

import type { GroupOutcome, MemberHistory } from '@steward/simulator';
import { addDays } from '@steward/time';

export interface Moves {
  entered: number;
  left: number;
}

const NONE: Moves = { entered: 0, left: 0 };
/** Computed once per group and used by all its tiers. */
const counted = new WeakMap<readonly MemberHistory[], Map<string, Moves>>();

/** @returns null if the outcome has no histories. Being present on the log's first day is not a move. */
export function weekMoves(group: GroupOutcome, tier: string): Moves | null {
  const { memberHistories } = group;
  if (memberHistories === null) return null;
  const known = counted.get(memberHistories) ?? count(memberHistories, addDays(group.days.to, -6));
  counted.set(memberHistories, known);
  return known.get(tier) ?? NONE;
}

function count(histories: readonly MemberHistory[], since: string): Map<string, Moves> {
  const moves = new Map<string, Moves>();
  const of = (tier: string): Moves => {
    const known = moves.get(tier) ?? { entered: 0, left: 0 };
    moves.set(tier, known);
    return known;
  };
  for (const { stretches } of histories) {
    for (let i = stretches.length - 1; i > 0; i -= 1) {
      const now = stretches[i];
      const before = stretches[i - 1];
      if (now === undefined || before === undefined || now.from < since) break;
      const to = now.state.kind === 'tier' ? now.state.tier : null;
      const from = before.state.kind === 'tier' ? before.state.tier : null;
      if (to === from) continue;
      if (to !== null) of(to).entered += 1;
      if (from !== null) of(from).left += 1;
    }
  }
  return moves;
}
