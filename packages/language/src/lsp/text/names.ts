/**
 * Finds the name at an offset, and all other places that refer to the same thing.
 *
 * A member and its overrides count as one thing for renaming and for counting uses: see {@link family}.
 */
import type { AstNode, CstNode } from 'langium';
import { CstUtils, GrammarUtils } from 'langium';
import type * as ast from '../../generated/ast.ts';
import type { NameUse } from '../../linking/link.ts';
import { flatten } from '../../linking/link.ts';
import type { LoadedFile } from '../../workspace/load.ts';

/** A node with a name of its own. */
export type Declaration = AstNode & { name: string; alias?: string; label?: string };

export interface NameAt {
  declaration: Declaration;
  /** The token at the offset: a name, an alias, or a quoted label. */
  leaf: CstNode;
  isDeclaration: boolean;
}

export interface Occurrence {
  file: LoadedFile;
  leaf: CstNode;
  isDeclaration: boolean;
}

export function isDeclaration(node: AstNode | undefined): node is Declaration {
  return node !== undefined && 'name' in node && typeof node.name === 'string';
}

/** The token that covers `offset` or ends there. */
export function leafAt(file: LoadedFile, offset: number): CstNode | undefined {
  const root = file.model.$cstNode;
  if (root === undefined) return undefined;
  const at = CstUtils.findLeafNodeAtOffset(root, offset);
  if (at !== undefined && !at.hidden) return at;
  if (offset === 0) return undefined;
  const before = CstUtils.findLeafNodeAtOffset(root, offset - 1);
  return before === undefined || before.hidden ? undefined : before;
}

/** The token that names a declaration. */
export function nameLeaf(node: AstNode, property: 'name' | 'alias' | 'label' = 'name'): CstNode | undefined {
  return GrammarUtils.findNodeForProperty(node.$cstNode, property);
}

export function nameAt(file: LoadedFile, offset: number): NameAt | null {
  const leaf = leafAt(file, offset);
  if (leaf === undefined) return null;
  const use = useAt(file, leaf);
  if (use !== null) {
    const target = use.reference.ref;
    return isDeclaration(target) ? { declaration: target, leaf, isDeclaration: false } : null;
  }
  const node = leaf.astNode;
  if (!isDeclaration(node)) return null;
  const own = (['name', 'alias'] as const).some((property) => nameLeaf(node, property)?.offset === leaf.offset);
  return own ? { declaration: node, leaf, isDeclaration: true } : null;
}

function useAt(file: LoadedFile, leaf: CstNode): NameUse | null {
  return (
    flatten(file.model).uses.find(
      ({ reference }) =>
        reference.$refNode !== undefined &&
        reference.$refNode.offset <= leaf.offset &&
        leaf.end <= reference.$refNode.end,
    ) ?? null
  );
}

/** The declarations that count as one thing: a member, what overrides it, and what it overrides. */
export function family(declaration: Declaration, files: readonly LoadedFile[]): ReadonlySet<AstNode> {
  const members = files.flatMap(({ model }) =>
    model.elements
      .filter((element): element is ast.Group | ast.Policy => element.$type === 'Group' || element.$type === 'Policy')
      .flatMap((host) => membersOf(host).map((member) => ({ host, member }))),
  );
  const alike = members.filter(({ member }) => member.$type === declaration.$type && member.name === declaration.name);
  const related = new Set<AstNode>([declaration]);
  for (let size = 0; size !== related.size; ) {
    size = related.size;
    for (const { host, member } of alike) {
      if (!('override' in member) || member.override !== true) continue;
      const bases = basesOf(host);
      const overridden = alike.filter((other) => bases.has(other.host)).map((other) => other.member);
      if (![member, ...overridden].some((node) => related.has(node))) continue;
      for (const node of [member, ...overridden]) related.add(node);
    }
  }
  return related;
}

function membersOf(host: ast.Group | ast.Policy): Declaration[] {
  return host.sections
    .flatMap((section): AstNode[] => {
      return section.$type === 'Content' ? section.members : [section];
    })
    .filter(isDeclaration);
}

function basesOf(host: ast.Group | ast.Policy): Set<AstNode> {
  const seen = new Set<AstNode>();
  const left = [...host.bases];
  for (let base = left.pop(); base !== undefined; base = left.pop()) {
    const policy = base.ref;
    if (policy === undefined || seen.has(policy)) continue;
    seen.add(policy);
    left.push(...policy.bases);
  }
  return seen;
}

/** Every place that declares or uses one of `declarations`, in the order of `files`. */
export function occurrences(declarations: ReadonlySet<AstNode>, files: readonly LoadedFile[]): Occurrence[] {
  const names = new Set([...declarations].flatMap((node) => spellings(node as Declaration)));
  return files.flatMap((file) => {
    const { nodes, uses } = flatten(file.model);
    const declared = nodes
      .filter((node) => declarations.has(node))
      .flatMap((node) => nameLeaf(node) ?? [])
      .map((leaf) => ({ file, leaf, isDeclaration: true }));
    const used = uses
      .filter(
        ({ reference }) =>
          names.has(reference.$refText) && reference.ref !== undefined && declarations.has(reference.ref),
      )
      .flatMap(({ reference }) => reference.$refNode ?? [])
      .map((leaf) => ({ file, leaf, isDeclaration: false }));
    return [...declared, ...used].sort((left, right) => left.leaf.offset - right.leaf.offset);
  });
}

/** All uses by declaration, in the order of `files` and of their texts. */
export function usesByTarget(files: readonly LoadedFile[]): ReadonlyMap<AstNode, readonly Occurrence[]> {
  const found = new Map<AstNode, Occurrence[]>();
  for (const file of files) {
    const leaves = flatten(file.model).uses.flatMap(({ reference }) => {
      const target = 'ref' in reference ? reference.ref : undefined;
      return target === undefined || reference.$refNode === undefined ? [] : [{ target, leaf: reference.$refNode }];
    });
    leaves.sort((left, right) => left.leaf.offset - right.leaf.offset);
    for (const { target, leaf } of leaves) {
      const known = found.get(target);
      const use = { file, leaf, isDeclaration: false };
      if (known === undefined) found.set(target, [use]);
      else known.push(use);
    }
  }
  return found;
}

function spellings(node: Declaration): string[] {
  return [node.name, node.alias, node.label].filter((word) => word !== undefined);
}
