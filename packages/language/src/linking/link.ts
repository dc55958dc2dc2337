/** Collects the nodes and names of a tree in one walk and caches them for all passes. */
import type { AstNode, Reference } from 'langium';
import { isAstNode, isReference } from 'langium';
import type { Model } from '../generated/ast.ts';

/** A reference by name. */
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

/** Nodes and name uses in source order. */
export function flatten(root: AstNode): FlatTree {
  const known = TREES.get(root);
  if (known) return known;
  // While a file is edited, unchanged declarations outlive its root (`workspace/reparse.ts`), and so do their lists.
  const tree = isModel(root) ? joined(root) : walked(root);
  TREES.set(root, tree);
  return tree;
}

function isModel(node: AstNode): node is Model {
  return node.$type === 'Model';
}

function joined(model: Model): FlatTree {
  const parts = [...model.imports, ...model.elements].map(flatten);
  return { nodes: [model, ...parts.flatMap(({ nodes }) => nodes)], uses: parts.flatMap(({ uses }) => uses) };
}

function walked(root: AstNode): FlatTree {
  const nodes: AstNode[] = [];
  const uses: NameUse[] = [];
  const visit = (node: AstNode): void => {
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
  return { nodes, uses };
}
