/**
 * Computes what a group or policy consists of after merging everything it extends.
 *
 * - Pure: returns a value and the faults beside it; the trees stay unchanged.
 * - Bases are merged left to right. A later member with the same key takes the earlier one's place and must say `override`.
 *   A policy reached twice counts once, and what one path replaced stays replaced on the other.
 * - Total: cycles of `extends` are cut where they close.
 */
import { basesOf } from '../linking/inheritance.ts';
import type { Host } from '../linking/symbols.ts';
import type { Member } from './members.ts';
import { isNamed, keyOf, nameOf, ownMembers } from './members.ts';

export interface Composition {
  host: Host;
  /** Inherited members first, in the order of the bases, then the host's own. */
  members: readonly Member[];
  /** Members that another one has replaced anywhere up the chain. */
  replaced: ReadonlySet<Member>;
  faults: readonly CompositionFault[];
  /** A base of it, or of a base, was not found. */
  isPartial: boolean;
}

export type CompositionFault =
  | { kind: 'duplicate'; member: Member; first: Member }
  | { kind: 'override-missing'; member: Member; inherited: Member }
  | { kind: 'override-nothing'; member: Member }
  | { kind: 'inherited-twice'; host: Host; first: Member; second: Member };

export class Composer {
  private readonly known = new WeakMap<Host, Composition>();

  /** Call when the host, or anything it extends, changed. */
  forget(host: Host): void {
    this.known.delete(host);
  }

  compose(host: Host): Composition {
    return this.composeOn(host, []);
  }

  private composeOn(host: Host, path: readonly Host[]): Composition {
    const known = this.known.get(host);
    if (known) return known;
    const faults: CompositionFault[] = [];
    const members = new Map<string, Member[]>();
    const replaced = new Set<Member>();
    const conflicts: { first: Member; second: Member }[] = [];
    const trail = [...path, host];
    // What a base declares that could not be read is unknown.
    let isPartial = host.bases.some(({ ref }) => ref === undefined);
    for (const base of basesOf(host)) {
      if (trail.includes(base)) continue;
      const composition = this.composeOn(base, trail);
      isPartial ||= composition.isPartial;
      for (const member of composition.replaced) replaced.add(member);
      mergeBase(members, composition.members, replaced, conflicts);
    }
    addOwn(host, members, replaced, faults);
    if (isPartial) drop(faults, 'override-nothing');
    for (const { first, second } of conflicts) {
      const settled = members.get(keyOf(second))?.some((member) => hostOfMember(member) === host);
      if (!settled) faults.push({ kind: 'inherited-twice', host, first, second });
    }
    const result: Composition = { host, members: [...members.values()].flat(), replaced, faults, isPartial };
    this.known.set(host, result);
    return result;
  }
}

function drop(faults: CompositionFault[], kind: CompositionFault['kind']): void {
  const kept = faults.filter((fault) => fault.kind !== kind);
  faults.splice(0, faults.length, ...kept);
}

function mergeBase(
  members: Map<string, Member[]>,
  incoming: readonly Member[],
  replaced: Set<Member>,
  conflicts: { first: Member; second: Member }[],
): void {
  const byKey = Map.groupBy(incoming, keyOf);
  for (const [key, list] of byKey) {
    const fresh = list.filter((member) => !replaced.has(member));
    const first = members.get(key);
    if (first === undefined) {
      if (fresh.length > 0) members.set(key, fresh);
      continue;
    }
    const remaining = first.filter((member) => !replaced.has(member));
    if (fresh.length === 0 || fresh.every((member) => remaining.includes(member))) continue;
    const [kept, later] = [remaining[0], fresh[0]];
    if (kept !== undefined && later !== undefined && !later.override) conflicts.push({ first: kept, second: later });
    for (const member of remaining) replaced.add(member);
    members.set(key, fresh);
  }
}

function addOwn(host: Host, members: Map<string, Member[]>, replaced: Set<Member>, faults: CompositionFault[]): void {
  for (const [key, list] of Map.groupBy(ownMembers(host), keyOf)) {
    const first = list[0];
    if (first === undefined) continue;
    const inherited = members.get(key)?.[0];
    for (const member of list) {
      if (inherited && !member.override) faults.push({ kind: 'override-missing', member, inherited });
      // While a file is being written, a member may not have a name yet.
      if (!inherited && member.override && nameOf(member) !== undefined)
        faults.push({ kind: 'override-nothing', member });
    }
    for (const again of isNamed(first) ? list.slice(1) : []) faults.push({ kind: 'duplicate', member: again, first });
    for (const member of members.get(key) ?? []) replaced.add(member);
    members.set(key, isNamed(first) ? [first] : list);
  }
}

function hostOfMember(member: Member): unknown {
  const container = member.$container;
  return container.$type === 'Content' ? container.$container : container;
}
