/**
 * Which clauses have an error somewhere inside: they are left out of everything that comes after.
 * A node is tainted with all that it stands in, up to the file.
 */
import type { AstNode } from 'langium';

export class Taint {
  private readonly tainted = new Set<AstNode>();

  mark(node: AstNode): void {
    let current: AstNode | undefined = node;
    while (current && !this.tainted.has(current)) {
      this.tainted.add(current);
      current = current.$container;
    }
  }

  has(node: AstNode): boolean {
    return this.tainted.has(node);
  }
}
