/** Two declarations of one kind and name that see each other. */
import type { AstNode } from 'langium';
import { kindName } from '../diagnostics/kinds.ts';
import { rangeOf } from '../diagnostics/place.ts';
import type * as ast from '../generated/ast.ts';
import type { Session } from '../types/session.ts';
import type { LoadedFile } from '../workspace/load.ts';
import { flatten } from './link.ts';

interface Declared {
  node: AstNode;
  property: 'name' | 'alias' | 'label';
  name: string;
}

/** @param visible the files that `file` sees, itself first. */
export function reportDuplicates(
  file: LoadedFile,
  visible: readonly LoadedFile[],
  session: Session,
  reported: Set<object>,
): void {
  const seen = new Map<string, Declared>();
  for (const other of [...visible].reverse()) {
    for (const element of other.model.elements) {
      if (element.$type === 'Scenario') continue;
      for (const declared of namesOf(element)) claim(declared, element.$type, seen, session, reported);
    }
  }
  for (const node of flatten(file.model).nodes) {
    if (node.$type === 'Lifecycle') reportAmong((node as ast.Lifecycle).stages, session, reported);
    if (node.$type === 'Action') reportAmong((node as ast.Action).parameters, session, reported);
    if (node.$type === 'Field') reportAmong((node as ast.Field).values, session, reported);
  }
}

function claim(
  declared: Declared,
  kind: string,
  seen: Map<string, Declared>,
  session: Session,
  reported: Set<object>,
): void {
  const key = `${namespaceOf(kind)}:${declared.name}`;
  const first = seen.get(key);
  if (first === undefined || first.node === declared.node) {
    seen.set(key, declared);
    return;
  }
  if (reported.has(declared.node)) return;
  reported.add(declared.node);
  session.report(
    'duplicate-name',
    { node: declared.node, property: declared.property },
    { kind: kindName(first.node.$type), name: declared.name },
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

/** Metrics and intrinsic quantities stand in the same places, so they share their names. */
function namespaceOf(kind: string): string {
  return kind === 'Intrinsic' ? 'Metric' : kind;
}

function reportAmong(
  nodes: readonly (AstNode & { name: string; alias?: string })[],
  session: Session,
  reported: Set<object>,
): void {
  const seen = new Map<string, Declared>();
  for (const node of nodes) for (const declared of namesOf(node)) claim(declared, node.$type, seen, session, reported);
}

function namesOf(node: AstNode & { name?: string; alias?: string }): Declared[] {
  const names: Declared[] = [];
  if (node.name !== undefined) names.push({ node, property: 'name', name: node.name });
  if (node.alias !== undefined && node.alias !== node.name) names.push({ node, property: 'alias', name: node.alias });
  return names;
}
