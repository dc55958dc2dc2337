/** One list of text predicates that serves several policies. */
import type { TextPredicate } from '@steward/events';
import type { Policy } from '@steward/policy';
import { compile } from '../program/program.ts';
import { predicateKey } from '../program/text-predicates.ts';

/** The predicates to read so that one pass over a log serves all policies; `only` is widened to what any of them reads. */
export function sharedPredicates(policies: readonly Policy[]): TextPredicate[] {
  const found = new Map<string, TextPredicate>();
  for (const predicate of policies.flatMap((policy) => compile(policy).textPredicates)) {
    const key = predicateKey(predicate);
    const known = found.get(key);
    found.set(key, known === undefined ? predicate : widened(known, predicate));
  }
  return [...found.values()];
}

function widened(a: TextPredicate, b: TextPredicate): TextPredicate {
  const { only: ofA, ...rest } = a;
  const { only: ofB } = b;
  if (ofA === undefined || ofB === undefined) return rest;
  return { ...rest, only: [...new Set([...ofA, ...ofB])] };
}
