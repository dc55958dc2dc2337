/**
 * Resolves every name of a document at once, without awaiting.
 *
 * - Pure over the tables it is given; a second call starts from scratch.
 * - The document's nodes are walked once and kept in {@link flatten}'s list for all later passes.
 */
import type { AstNode, LangiumDocument, Reference, ReferenceInfo } from 'langium';
import { DocumentState, isAstNode, isReference } from 'langium';

/** A name that a file uses. */
export interface NameUse {
  container: AstNode;
  property: string;
  reference: Reference;
}

export interface FlatTree {
  /** Every node, parents before children. */
  nodes: readonly AstNode[];
  uses: readonly NameUse[];
}

const TREES = new WeakMap<AstNode, FlatTree>();

/** The nodes and name uses of a tree, in the order in which they are written. */
export function flatten(root: AstNode): FlatTree {
  const known = TREES.get(root);
  if (known) return known;
  const nodes: AstNode[] = [];
  const uses: NameUse[] = [];
  const visit = (node: AstNode): void => {
    if (root.$type === 'Model' && node.$container === root) {
      // A declaration outlives the file's root while others are edited (`workspace/reparse.ts`), and so does its list.
      const own = flatten(node);
      for (const inner of own.nodes) nodes.push(inner);
      for (const use of own.uses) uses.push(use);
      return;
    }
    nodes.push(node);
    for (const [property, value] of Object.entries(node)) {
      if (property.startsWith('$')) continue;
      for (const item of Array.isArray(value) ? value : [value]) {
        if (typeof item !== 'object' || item === null) continue;
        if (isAstNode(item)) visit(item);
        else if (isReference(item)) uses.push({ container: node, property, reference: item });
      }
    }
  };
  visit(root);
  const tree = { nodes, uses };
  TREES.set(root, tree);
  return tree;
}

/** @returns the names that mean nothing. */
export function linkDocument(document: LangiumDocument): ReferenceInfo[] {
  document.state = DocumentState.ComputedScopes;
  const failed: ReferenceInfo[] = [];
  for (const use of flatten(document.parseResult.value).uses) {
    if (use.reference.ref === undefined) failed.push(use);
  }
  document.state = DocumentState.Linked;
  return failed;
}
