/**
 * Categories without a declaration: a mix names them, and only the log can say which messages belong to them.
 *
 * - The first share that names such a category carries a stand-in node for it, which is in no tree.
 * - Anything declared in the group, in its bases or in a file is never undeclared.
 */
import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { nearest } from '../parser/slips.ts';
import { basesOf } from './inheritance.ts';

type Host = ast.Group | ast.Policy;
type Names = ReadonlyMap<string, AstNode>;

const NODES = new WeakMap<ast.Share, ast.Category>();
const UNDECLARED = new WeakSet<AstNode>();

/** Whether the category exists only because a mix names it. */
export function isUndeclared(category: AstNode): boolean {
  return UNDECLARED.has(category);
}

export function undeclaredCategories(host: Host, declared: readonly Names[]): Names {
  const known = new Set(declared.flatMap((table) => [...table.keys()]));
  const found = new Map<string, AstNode>();
  for (const share of sharesOf(host, new Set())) {
    const name = share.category?.$refText;
    if (name === undefined || name === '' || known.has(name) || found.has(name)) continue;
    if (nearest(name, known) === null) found.set(name, standIn(share, name));
  }
  return found;
}

/** The shares of a group's own and inherited mixes. */
function sharesOf(host: Host, seen: Set<Host>): ast.Share[] {
  if (seen.has(host)) return [];
  seen.add(host);
  const own = host.sections
    .filter((section) => section.$type === 'Content')
    .flatMap((content) => content.members)
    .filter((member) => member.$type === 'Mix')
    .flatMap((mix) => mix.shares);
  const inherited = basesOf(host).flatMap((base) => sharesOf(base, seen));
  return [...own, ...inherited];
}

function standIn(share: ast.Share, name: string): ast.Category {
  const known = NODES.get(share);
  if (known !== undefined) return known;
  const category: ast.Category = {
    $type: 'Category',
    $container: share.$container.$container,
    ...(share.$cstNode && { $cstNode: share.$cstNode }),
    name,
    override: false,
  };
  NODES.set(share, category);
  UNDECLARED.add(category);
  return category;
}
