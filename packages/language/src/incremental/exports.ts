/** The names that a file exports, and which of them an edit changed. */
import type { AstNode } from 'langium';
import type { Element, Model } from '../generated/ast.ts';

/** By kind and name; of equal names, the first counts. */
type Exports = ReadonlyMap<string, AstNode>;

export interface NameChanges {
  names: ReadonlySet<string>;
  /** Whether the change includes a file-level category. */
  hasCategories: boolean;
}

export const NO_CHANGES: NameChanges = { names: new Set(), hasCategories: false };

export function exportsOf(model: Model): Exports {
  const exports = new Map<string, AstNode>();
  const add = (kind: string, node: AstNode, names: readonly (string | undefined)[]): void => {
    for (const name of names) {
      const key = `${kind} ${name}`;
      if (name !== undefined && !exports.has(key)) exports.set(key, node);
    }
  };
  for (const element of model.elements) addElement(element, add);
  return exports;
}

function addElement(
  element: Element,
  add: (kind: string, node: AstNode, names: readonly (string | undefined)[]) => void,
): void {
  if (element.$type === 'Scenario') return;
  add(element.$type, element, [element.name, 'alias' in element ? element.alias : undefined]);
  if (element.$type === 'Category') add('Category', element, [element.label]);
  if (element.$type === 'Field') for (const value of element.values) add('value', value, [value.name, value.alias]);
  if (element.$type !== 'Group' && element.$type !== 'Policy') return;
  const contents = element.sections.filter((section) => section.$type === 'Content');
  const categories = contents.flatMap(({ members }) => members).filter((member) => member.$type === 'Category');
  for (const category of categories) add('category', category, [category.name]);
  for (const category of categories) add('category', category, [category.label]);
}

/**
 * Names that were added or removed, or that now refer to a different, previously existing declaration. A name whose declaration was
 * merely reparsed is not included: its users are found through that declaration.
 * @param isLive whether a node behind an old name is still part of the file
 */
export function changesOf(before: Exports, after: Exports, isLive: (node: AstNode) => boolean): NameChanges {
  const names = new Set<string>();
  let hasCategories = false;
  const changed = (key: string): void => {
    names.add(key.slice(key.indexOf(' ') + 1));
    if (key.startsWith('Category ')) hasCategories = true;
  };
  for (const [key, node] of before) {
    const now = after.get(key);
    if (now === undefined || (now !== node && isLive(node))) changed(key);
  }
  for (const key of after.keys()) if (!before.has(key)) changed(key);
  return names.size === 0 ? NO_CHANGES : { names, hasCategories };
}
