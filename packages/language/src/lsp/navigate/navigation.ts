/** Go to definition, references and highlights. The prelude opens as a read-only document. */
import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver';
import { DocumentHighlightKind } from 'vscode-languageserver';
import { PRELUDE_TEXT } from '../../prelude/prelude.generated.ts';
import { PRELUDE_PATH } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import type { Position } from '../protocol.ts';
import type { NameAt, Occurrence } from '../text/names.ts';
import { family, nameAt, nameLeaf, occurrences } from '../text/names.ts';
import { LineIndex, PRELUDE_SCHEME, pathOfUri, rangeOfNode } from '../text/places.ts';

export function registerNavigation(server: Server): void {
  const { connection, workspace } = server;
  connection.onDefinition(({ textDocument, position }) => definition(server, textDocument.uri, position));
  connection.onReferences(({ textDocument, position, context }): Location[] => {
    const found = everywhere(server, textDocument.uri, position);
    return found
      .filter(({ isDeclaration }) => context.includeDeclaration || !isDeclaration)
      .map(({ file, leaf }) => ({ uri: workspace.uriOf(file.path), range: rangeOfNode(leaf) }));
  });
  connection.onDocumentHighlight(({ textDocument, position }): DocumentHighlight[] => {
    const path = pathOfUri(textDocument.uri);
    const file = workspace.file(path);
    const name = file === null ? null : nameAt(file, offsetIn(file.text, position));
    if (file === null || name === null) return [];
    return occurrences(family(name.declaration, workspace.files([path])), [file]).map(({ leaf, isDeclaration }) => ({
      range: rangeOfNode(leaf),
      kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  });
  connection.workspace.textDocumentContent.on(({ uri }) =>
    uri.startsWith(`${PRELUDE_SCHEME}:`) ? { text: PRELUDE_TEXT } : null,
  );
}

function offsetIn(text: string, position: Position): number {
  return new LineIndex(text).startOf(position.line) + position.character;
}

function definition(server: Server, uri: string, position: Position): LocationLink[] {
  const { workspace } = server;
  const path = pathOfUri(uri);
  const file = workspace.file(path);
  if (file === null) return [];
  const name = nameAt(file, offsetIn(file.text, position));
  if (name === null) return [];
  const files = workspace.files([path]);
  const target = workspace.fileOfNode(name.declaration, files);
  const declared = nameLeaf(name.declaration) ?? name.declaration.$cstNode;
  const whole = name.declaration.$cstNode;
  if (target === null || declared === undefined || whole === undefined) return [];
  return [
    {
      originSelectionRange: rangeOfNode(name.leaf),
      targetUri: workspace.uriOf(target.path),
      targetRange: rangeOfNode(whole),
      targetSelectionRange: rangeOfNode(declared),
    },
  ];
}

/** The name at a position, and the path of the file that declares it. */
export function declaredAt(server: Server, uri: string, position: Position): { name: NameAt; path: string } | null {
  const { workspace } = server;
  const path = pathOfUri(uri);
  const file = workspace.file(path);
  const name = file === null ? null : nameAt(file, offsetIn(file.text, position));
  if (name === null) return null;
  const declaring = workspace.fileOfNode(name.declaration, workspace.files([path]));
  return { name, path: declaring?.path ?? path };
}

/** Every occurrence in the workspace of the name at a position. */
export function everywhere(server: Server, uri: string, position: Position): Occurrence[] {
  const { workspace } = server;
  const asked = declaredAt(server, uri, position);
  if (asked === null) return [];
  // If a member overrides another, files that see the other count too.
  const near = workspace.files([pathOfUri(uri)]);
  const declaring = [...family(asked.name.declaration, near)].map((node) => workspace.fileOfNode(node, near)?.path);
  const paths = new Set([asked.path, ...declaring.filter((path) => path !== undefined)]);
  const wide = [...paths].flatMap((path) =>
    path === PRELUDE_PATH ? workspace.allPaths() : workspace.affectedBy(path),
  );
  // Loading more files keeps the trees, so the same nodes resolve again.
  const files = workspace.files([...new Set([pathOfUri(uri), ...wide])].filter((path) => path !== PRELUDE_PATH));
  const inScope = new Set([...wide, ...paths, pathOfUri(uri)]);
  return occurrences(
    family(asked.name.declaration, files),
    files.filter((file) => inScope.has(file.path) || file.path === PRELUDE_PATH),
  );
}
