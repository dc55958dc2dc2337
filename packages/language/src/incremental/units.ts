/** What is kept per declaration from check to check. */
import type { AstNode } from 'langium';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Element, Share } from '../generated/ast.ts';
import { flatten, type NameUse } from '../linking/link.ts';

export interface Unit {
  readonly element: Element;
  /** Number of the check that last judged it; 0 if none has. */
  stamp: number;
  /** The declarations that its names refer to. */
  targets: ReadonlySet<Element>;
  /** Every name it uses. */
  names: ReadonlySet<string>;
  /** Whether it has an unresolved name: the nearest suggestion depends on every name there is. */
  isOpen: boolean;
  /** Shares of mixes, which may name an undeclared category. */
  shares: readonly (NameUse & { container: Share })[];
  /** Its redeclarations, as of its last check. */
  duplicates: readonly AstNode[];
  diagnostics: readonly Diagnostic[];
}

export class Units {
  private readonly known = new WeakMap<Element, Unit>();

  of(element: Element): Unit {
    let unit = this.known.get(element);
    if (unit === undefined) {
      unit = {
        element,
        stamp: 0,
        targets: new Set(),
        names: new Set(),
        isOpen: false,
        shares: [],
        duplicates: [],
        diagnostics: [],
      };
      this.known.set(element, unit);
    }
    return unit;
  }
}

/** The top-level declaration around a node, or null if there is none. */
export function elementOf(node: AstNode): Element | null {
  let current = node;
  for (let parent = current.$container; parent !== undefined; parent = current.$container) {
    if (parent.$type === 'Model') return current.$containerProperty === 'elements' ? (current as Element) : null;
    current = parent;
  }
  return null;
}

/** Records what a declaration's names refer to, once they are linked. */
export function rememberNames(unit: Unit): void {
  const { uses } = flatten(unit.element);
  const targets = new Set<Element>();
  let isOpen = false;
  for (const { reference } of uses) {
    const target = 'ref' in reference ? reference.ref : undefined;
    if (target === undefined) isOpen = true;
    const element = target === undefined ? null : elementOf(target);
    if (element !== null && element !== unit.element) targets.add(element);
  }
  unit.targets = targets;
  unit.isOpen = isOpen;
  unit.names = new Set(uses.map(({ reference }) => reference.$refText));
  unit.shares = uses.filter((use): use is NameUse & { container: Share } => use.container.$type === 'Share');
}
