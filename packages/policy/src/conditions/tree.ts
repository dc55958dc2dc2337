/**
 * Walks over what is built with `and`, `or` and `not`: conditions, the filters of events, and anything compiled from them.
 *
 * What a connective means is said by whoever evaluates it; where its operands stand is said here alone.
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

/** A node with no node inside it. */
export type LeafOf<Node> = Exclude<Node, { kind: ConnectiveKind }>;

export interface Operand<Node> {
  step: Step;
  node: Node;
}

/** A leaf with its place in the tree. */
export interface PlacedLeaf<Node> {
  leaf: LeafOf<Node>;
  path: Path;
  /** Whether an odd number of `not` stands before it. */
  negated: boolean;
}

/** The operands of a node in the order in which they are written; none for a leaf. */
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

/** The node with other operands; the same object where `change` gives every operand back, or where there are none. */
export function mapOperands<Node extends Tree<Node>>(node: Node, change: (operand: Node, step: Step) => Node): Node {
  const changed = operandsOf(node).map((operand) => ({ ...operand, node: change(operand.node, operand.step) }));
  if (operandsOf(node).every((operand, index) => operand.node === changed[index]?.node)) return node;
  return { ...node, ...Object.fromEntries(changed.map((operand) => [operand.step, operand.node])) };
}

/** The leaves in the order in which they are written. */
export function* leavesOf<Node extends Tree<Node>>(tree: Node): Generator<LeafOf<Node>> {
  if (isLeaf(tree)) yield tree;
  else for (const { node } of operandsOf(tree)) yield* leavesOf(node);
}

/** As {@link leavesOf}, with the place of each. */
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

/** The tree with other leaves; the same object where `change` gives every leaf back. */
export function mapLeaves<Node extends Tree<Node>>(tree: Node, change: (leaf: LeafOf<Node>) => Node): Node {
  return isLeaf(tree) ? change(tree) : mapOperands(tree, (operand) => mapLeaves(operand, change));
}

/** The node at the end of the path; null where the path leads out of the tree. */
export function nodeAt<Node extends Tree<Node>>(tree: Node, path: Path): Node | null {
  const [first, ...rest] = path;
  if (first === undefined) return tree;
  const operand = operandsOf(tree).find(({ step }) => step === first);
  return operand === undefined ? null : nodeAt(operand.node, rest);
}

/** The tree with another node at the end of the path; null where the path leads out of the tree. */
export function replaceAt<Node extends Tree<Node>>(tree: Node, path: Path, change: (node: Node) => Node): Node | null {
  if (nodeAt(tree, path) === null) return null;
  const [first, ...rest] = path;
  if (first === undefined) return change(tree);
  return mapOperands(tree, (operand, step) =>
    step === first ? (replaceAt(operand, rest, change) ?? operand) : operand,
  );
}

/**
 * The truth of a tree by three-valued logic, from that of its leaves: what one side decides is not made unknown by the other.
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
