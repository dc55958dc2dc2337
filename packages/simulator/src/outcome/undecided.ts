/** Which kinds of clauses can be undecided, and where an outcome has their unknowns. */
import type { GroupOutcome } from './outcome.ts';
import type { Unknowns } from './unknowns.ts';

const UNDECIDED = {
  tier: ({ tiers }) => tiers,
  mix: ({ content }) => content.mixes,
  cap: ({ content }) => content.caps,
  health: ({ health }) => health,
  risk: ({ risks }) => risks,
  stage: ({ lifecycle }) => lifecycle?.stages ?? [],
} as const satisfies Record<string, (group: GroupOutcome) => readonly { unknowns: Unknowns }[]>;

export type UndecidedKind = keyof typeof UNDECIDED;

/** In the order of a group's sections. */
export const UNDECIDED_KINDS = Object.keys(UNDECIDED) as UndecidedKind[];

/** The unknowns of a kind's clauses, in policy order. */
export function unknownsOf(group: GroupOutcome, kind: UndecidedKind): Unknowns[] {
  return UNDECIDED[kind](group).map(({ unknowns }) => unknowns);
}
