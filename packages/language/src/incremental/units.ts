/** What is kept of each declaration of a file from check to check. */
import type { AstNode } from 'langium';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Element, Share } from '../generated/ast.ts';
import { flatten, type NameUse } from '../linking/link.ts';

export interface Unit {
  readonly element: Element;
  /** The number of the check in which it was judged; 0: in none yet. */
  stamp: number;
  /** The declarations that its names lead to. */
  targets: ReadonlySet<Element>;
  /** Every name that it uses. */
  names: ReadonlySet<string>;
  /** Has a name that means nothing: what would be nearest depends on every name there is. */
  isOpen: boolean;
  /** Shares of mixes: they may name a category that nothing declares. */
  shares: readonly (NameUse & { container: Share })[];
  /** Declarations of it that stand a second time, as its check saw them. */
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

/** The declaration of a file that a node stands in; null for what stands outside of them all. */
export function elementOf(node: AstNode): Element | null {
  let current = node;
  for (let parent = current.$container; parent !== undefined; parent = current.$container) {
    if (parent.$type === 'Model') return current.$containerProperty === 'elements' ? (current as Element) : null;
    current = parent;
  }
  return null;
}

/** Takes down what a declaration's names lead to, once they are linked. */
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
