/** Finds declarations of the same kind and name that can see each other. */
import type { AstNode } from 'langium';
import { kindName } from '../diagnostics/kinds.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import type { Session } from '../types/session.ts';
import type { LoadedFile } from '../workspace/load.ts';

interface DeclaredName {
  node: AstNode;
  property: 'name' | 'alias' | 'label';
  name: string;
}

/** A declaration, and the earlier one of the same name. */
export interface Duplicate {
  second: DeclaredName;
  first: DeclaredName;
}

/**
 * @param visible the files that a file sees, itself first
 * @param reported declarations already reported; each is reported once, however many files see both
 */
export function duplicatesAmong(visible: readonly LoadedFile[], reported: Set<AstNode>): Duplicate[] {
  const seen = new Map<string, DeclaredName>();
  const found: Duplicate[] = [];
  for (const other of [...visible].reverse()) {
    for (const element of other.model.elements) {
      if (element.$type === 'Scenario') continue;
      for (const declared of namesOf(element)) claim(declared, seen, found, reported);
    }
  }
  return found;
}

/** Duplicates within a declaration: stages, parameters, values. */
export function duplicatesWithin(nodes: readonly AstNode[]): Duplicate[] {
  const found: Duplicate[] = [];
  const reported = new Set<AstNode>();
  const among = (named: readonly NamedNode[]): void => {
    const seen = new Map<string, DeclaredName>();
    for (const node of named) for (const declared of namesOf(node)) claim(declared, seen, found, reported);
  };
  for (const node of nodes) {
    if (node.$type === 'Lifecycle') among((node as ast.Lifecycle).stages);
    if (node.$type === 'Action') among((node as ast.Action).parameters);
    if (node.$type === 'Field') among((node as ast.Field).values);
  }
  return found;
}

function claim(
  declared: DeclaredName,
  seen: Map<string, DeclaredName>,
  found: Duplicate[],
  reported: Set<AstNode>,
): void {
  const key = `${namespaceOf(declared.node.$type)}:${declared.name}`;
  const first = seen.get(key);
  if (first === undefined || first.node === declared.node) {
    seen.set(key, declared);
    return;
  }
  if (reported.has(declared.node)) return;
  reported.add(declared.node);
  found.push({ second: declared, first });
}

export function reportDuplicate({ second, first }: Duplicate, session: Session): void {
  session.report(
    'duplicate-name',
    { node: second.node, property: second.property },
    { kind: kindName(first.node.$type), name: second.name },
    {
      related: [
        {
          message: { en: 'The other one is here.', zh: '另一个在这里。' },
          file: session.pathOf(first.node),
          range: rangeOf({ node: first.node, property: first.property }),
        },
      ],
    },
  );
}

/** Metrics and intrinsic quantities occur in the same places, so they share a namespace. */
function namespaceOf(kind: string): string {
  return kind === 'Intrinsic' ? 'Metric' : kind;
}

type NamedNode = AstNode & { name?: string; alias?: string };

function namesOf(node: NamedNode): DeclaredName[] {
  const names: DeclaredName[] = [];
  if (node.name !== undefined) names.push({ node, property: 'name', name: node.name });
  if (node.alias !== undefined && node.alias !== node.name) names.push({ node, property: 'alias', name: node.alias });
  return names;
}
