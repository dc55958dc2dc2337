/**
 * Which clauses have an error somewhere inside: they are left out of everything that comes after.
 *
 * - A node is tainted with all that it stands in, up to the file.
 * - Stays from check to check, until a declaration is cleared because it is judged anew.
 */
import type { AstNode } from 'langium';

export class Taint {
  private readonly tainted = new WeakSet<AstNode>();
  /** Before units and scopes were looked at: what is judged then must not depend on an earlier check. */
  private readonly byName = new WeakSet<AstNode>();
  private isNaming = true;

  /** Names and cycles are next; after {@link named}, units and scopes. */
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

  /** Whether its text, its names or what they lead to are broken. */
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
