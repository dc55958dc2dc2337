/**
 * Walks trees of `and`, `or` and `not`: conditions, event filters, and anything compiled from them.
 *
 * Evaluators decide what a connective means; only this file knows where its operands are.
 */
import type { Condition, EventCondition } from '../expression.ts';

/** From a node to one of its operands. */
export type Step = 'left' | 'right' | 'operand';

/** From a tree to a node inside it; empty for the tree itself. */
export type Path = readonly Step[];

type ConnectiveKind = 'and' | 'or' | 'not';
type LeafKind = Exclude<(Condition | EventCondition)['kind'], ConnectiveKind>;

/** A node whose operands are nodes of the same type. */
export type Tree<Node> =
  | { kind: 'and' | 'or'; left: Node; right: Node }
  | { kind: 'not'; operand: Node }
  | { kind: LeafKind };

/** A node without operands. */
export type LeafOf<Node> = Exclude<Node, { kind: ConnectiveKind }>;

export interface Operand<Node> {
  step: Step;
  node: Node;
}

/** A leaf and its position in the tree. */
export interface PlacedLeaf<Node> {
  leaf: LeafOf<Node>;
  path: Path;
  /** Whether it sits under an odd number of `not`s. */
  negated: boolean;
}

/** The operands of a node, in source order; empty for a leaf. */
export function operandsOf<Node extends Tree<Node>>(node: Node): readonly Operand<Node>[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return [
        { step: 'left', node: node.left },
        { step: 'right', node: node.right },
      ];
    case 'not':
      return [{ step: 'operand', node: node.operand }];
    default:
      return [];
  }
}

/** The node with its operands replaced; the same object if nothing changed. */
export function mapOperands<Node extends Tree<Node>>(node: Node, change: (operand: Node, step: Step) => Node): Node {
  const changed = operandsOf(node).map((operand) => ({ ...operand, node: change(operand.node, operand.step) }));
  if (operandsOf(node).every((operand, index) => operand.node === changed[index]?.node)) return node;
  return { ...node, ...Object.fromEntries(changed.map((operand) => [operand.step, operand.node])) };
}

/** The leaves, in source order. */
export function* leavesOf<Node extends Tree<Node>>(tree: Node): Generator<LeafOf<Node>> {
  if (isLeaf(tree)) yield tree;
  else for (const { node } of operandsOf(tree)) yield* leavesOf(node);
}

/** Like {@link leavesOf}, with each leaf's position. */
export function* placedLeavesOf<Node extends Tree<Node>>(
  tree: Node,
  path: Path = [],
  negated = false,
): Generator<PlacedLeaf<Node>> {
  if (isLeaf(tree)) {
    yield { leaf: tree, path, negated };
    return;
  }
  for (const { step, node } of operandsOf(tree)) {
    yield* placedLeavesOf(node, [...path, step], negated !== (step === 'operand'));
  }
}

function isLeaf<Node extends Tree<Node>>(node: Node): node is LeafOf<Node> & Node {
  return node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'not';
}

/** The tree with its leaves replaced; the same object if nothing changed. */
export function mapLeaves<Node extends Tree<Node>>(tree: Node, change: (leaf: LeafOf<Node>) => Node): Node {
  return isLeaf(tree) ? change(tree) : mapOperands(tree, (operand) => mapLeaves(operand, change));
}

/** The node at the end of the path; null if there is none. */
export function nodeAt<Node extends Tree<Node>>(tree: Node, path: Path): Node | null {
  const [first, ...rest] = path;
  if (first === undefined) return tree;
  const operand = operandsOf(tree).find(({ step }) => step === first);
  return operand === undefined ? null : nodeAt(operand.node, rest);
}

/** The tree with the node at the end of the path replaced; null if there is none. */
export function replaceAt<Node extends Tree<Node>>(tree: Node, path: Path, change: (node: Node) => Node): Node | null {
  if (nodeAt(tree, path) === null) return null;
  const [first, ...rest] = path;
  if (first === undefined) return change(tree);
  return mapOperands(tree, (operand, step) =>
    step === first ? (replaceAt(operand, rest, change) ?? operand) : operand,
  );
}

/**
 * The three-valued truth of a tree from that of its leaves. A side that decides makes up for an unknown one.
 * null: unknown.
 */
export function truthOf<Node extends Tree<Node>>(
  tree: Node,
  truth: (leaf: LeafOf<Node>) => boolean | null,
): boolean | null {
  switch (tree.kind) {
    case 'and':
    case 'or': {
      const left = truthOf(tree.left, truth);
      const right = truthOf(tree.right, truth);
      const deciding = tree.kind === 'or';
      if (left === deciding || right === deciding) return deciding;
      return left === null || right === null ? null : !deciding;
    }
    case 'not': {
      const operand = truthOf(tree.operand, truth);
      return operand === null ? null : !operand;
    }
    default:
      return truth(tree as LeafOf<Node>);
  }
}
