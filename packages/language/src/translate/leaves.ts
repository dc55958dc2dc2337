import type { CstNode } from 'langium';
import { isCompositeCstNode } from 'langium';

/** The tokens below a node in order, including comments. */
export function* leavesOf(node: CstNode): Generator<CstNode> {
  if (!isCompositeCstNode(node)) {
    yield node;
    return;
  }
  for (const child of node.content) yield* leavesOf(child);
}
