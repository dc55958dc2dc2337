/**
 * Tracks clauses that contain an error. All later passes skip them.
 *
 * - Tainting a node taints all of its ancestors, up to the file.
 * - Marks persist across checks until their declaration is cleared for a new check.
 */
import type { AstNode } from 'langium';

export class Taint {
  private readonly tainted = new WeakSet<AstNode>();
  /** Taint from before the unit and scope checks. What is judged at that stage must not depend on an earlier check. */
  private readonly byName = new WeakSet<AstNode>();
  private isNaming = true;

  /** Starts the name and cycle checks. After {@link named} come units and scopes. */
  begin(): void {
    this.isNaming = true;
  }

  named(): void {
    this.isNaming = false;
  }

  mark(node: AstNode): void {
    spread(node, this.tainted);
    if (this.isNaming) spread(node, this.byName);
  }

  clear(nodes: Iterable<AstNode>): void {
    for (const node of nodes) {
      this.tainted.delete(node);
      this.byName.delete(node);
    }
  }

  has(node: AstNode): boolean {
    return this.tainted.has(node);
  }

  /** Whether the text or the names of the node, or anything they lead to, is broken. */
  hasByName(node: AstNode): boolean {
    return this.byName.has(node);
  }
}

function spread(node: AstNode, marked: WeakSet<AstNode>): void {
  let current: AstNode | undefined = node;
  while (current && !marked.has(current)) {
    marked.add(current);
    current = current.$container;
  }
}
