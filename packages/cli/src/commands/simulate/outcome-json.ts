/** Prints an Outcome as JSON, one group at a time: a large one does not fit into a single string. */
import type { Outcome } from '@steward/simulator';

/** The pieces of the JSON text: one line per group and roll-up. */
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
