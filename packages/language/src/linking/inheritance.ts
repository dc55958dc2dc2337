/**
 * The policies that a group or policy extends.
 *
 * - A chain past the limit is cut there, so that recursive passes over it terminate.
 * - Cuts are recomputed in each check before any name is resolved.
 */
import type * as ast from '../generated/ast.ts';
import { EXTENDS } from '../limits.ts';
import { restedOnFirst } from './cycles.ts';

type Host = ast.Group | ast.Policy;

const CUT = new WeakSet<Host>();

/** The extended policies, in order; empty if the chain is too long. */
export function basesOf(host: Host): readonly ast.Policy[] {
  return CUT.has(host) ? [] : writtenBases(host);
}

/** As written, including those after a cut. */
export function writtenBases(host: Host): ast.Policy[] {
  return host.bases.flatMap(({ ref }) => (ref === undefined ? [] : [ref]));
}

/** @returns the first host of each chain that was cut, in order */
export function cutLongChains(hosts: readonly Host[]): Host[] {
  for (const host of hosts) CUT.delete(host);
  const found: Host[] = [];
  const depths = new Map<Host, number>();
  const beyond = new Set<Host>();
  for (const host of restedOnFirst(hosts, writtenBases)) {
    const bases = writtenBases(host);
    const depth = bases.reduce((most, base) => Math.max(most, (depths.get(base) ?? 0) + 1), 0);
    const isLong = depth > EXTENDS.depth;
    if (isLong) CUT.add(host);
    depths.set(host, isLong ? 0 : depth);
    const isReported = bases.some((base) => beyond.has(base));
    if (isLong || isReported) beyond.add(host);
    if (isLong && !isReported) found.push(host);
  }
  return found;
}
