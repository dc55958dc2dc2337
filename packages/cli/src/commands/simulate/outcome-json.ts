/** An Outcome as JSON, a group at a time: the whole text of a big one would not fit into one string. */
import type { Outcome } from '@steward/simulator';

/** Pieces that together are the JSON text: one line for each group and roll-up. */
export function* outcomeJson(outcome: Outcome): Generator<string> {
  const { format, log, groups, unbound, rollups } = outcome;
  yield `{"format":${JSON.stringify(format)},\n"log":${JSON.stringify(log)},\n"groups":[`;
  yield* items(groups);
  yield `],\n"unbound":[`;
  yield* items(unbound);
  yield `],\n"rollups":[`;
  yield* items(rollups);
  yield ']}\n';
}

function* items(values: readonly unknown[]): Generator<string> {
  for (const [index, value] of values.entries()) yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(value)}`;
}
