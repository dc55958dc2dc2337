/** Walks members over everything that a table of clauses reads, ranks included. */
import type { ClauseTable } from '../../program/plan.ts';
import { rankColumns } from '../leaves/ranks.ts';
import type { GroupStore } from '../store.ts';
import { type WalkVisitor, walkMembers } from './walk.ts';

type Range = Readonly<{ from: number; past: number }>;

/** @param range days, from the log's first on; by default all of them */
export function walkTable(
  store: GroupStore,
  { leaves, slots }: Pick<ClauseTable, 'leaves' | 'slots'>,
  visitor: WalkVisitor,
  range: Range = { from: 0, past: store.frame.days },
): void {
  walkMembers(store, { leaves, slots, ...range, ranks: (leaf, read) => rankColumns(store, leaf, read) }, visitor);
}
