/** Call hierarchy: which clauses escalate to a risk or start a campaign, and what these escalate to or start. */
import type { AstNode } from 'langium';
import type { CallHierarchyItem } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { kindName } from '../../diagnostics/kinds.ts';
import type { NameUse } from '../../linking/link.ts';
import { flatten } from '../../linking/link.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import type { Declaration } from '../text/names.ts';
import { family, isDeclaration, nameAt, nameLeaf } from '../text/names.ts';
import { LineIndex, pathOfUri, rangeOfNode } from '../text/places.ts';

/** Node types that can call or be called. */
const CALLERS: ReadonlySet<string> = new Set(['Risk', 'Campaign', 'Health', 'Tier']);

export function registerHierarchy(server: Server): void {
  const { connection, workspace } = server;
  const declarationAt = (uri: string, line: number, character: number): Declaration | null => {
    const file = workspace.file(pathOfUri(uri));
    if (file === null) return null;
    const found = nameAt(file, new LineIndex(file.text).startOf(line) + character)?.declaration;
    return found !== undefined && CALLERS.has(found.$type) ? found : null;
  };
  connection.languages.callHierarchy.onPrepare(({ textDocument, position }) => {
    const declaration = declarationAt(textDocument.uri, position.line, position.character);
    const files = workspace.files([pathOfUri(textDocument.uri)]);
    const item = declaration === null ? null : itemOf(declaration, files, server);
    return item === null ? null : [item];
  });
  connection.languages.callHierarchy.onIncomingCalls(({ item }) => {
    const { line, character } = item.selectionRange.start;
    const declaration = declarationAt(item.uri, line, character);
    if (declaration === null) return [];
    const files = workspace.filesThatSee(pathOfUri(item.uri));
    const targets = family(declaration, files);
    const calls = files.flatMap((file) => callsIn(file).filter(({ target }) => targets.has(target)));
    return byNode(calls, ({ caller }) => caller).flatMap(([caller, own]) => {
      const from = itemOf(caller, files, server);
      return from === null ? [] : [{ from, fromRanges: own.map(({ use }) => rangeOfUse(use)) }];
    });
  });
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) => {
    const { line, character } = item.selectionRange.start;
    const declaration = declarationAt(item.uri, line, character);
    if (declaration === null) return [];
    const files = workspace.files([pathOfUri(item.uri)]);
    const calls = files.flatMap((file) => callsIn(file).filter(({ caller }) => caller === declaration));
    return byNode(calls, ({ target }) => target).flatMap(([target, own]) => {
      const to = itemOf(target, files, server);
      return to === null ? [] : [{ to, fromRanges: own.map(({ use }) => rangeOfUse(use)) }];
    });
  });
}

interface CallOf {
  caller: Declaration;
  target: Declaration;
  use: NameUse;
}

/** Escalations to a risk, and actions that name a risk or campaign. */
function callsIn(file: LoadedFile): CallOf[] {
  return flatten(file.model).uses.flatMap((use): CallOf[] => {
    const { $type } = use.container;
    if ($type !== 'Escalation' && $type !== 'ReferenceArgument') return [];
    const target = use.reference.ref;
    const caller = callerOf(use.container);
    if (!isDeclaration(target) || !CALLERS.has(target.$type) || caller === null) return [];
    return [{ caller, target, use }];
  });
}

function callerOf(node: AstNode): Declaration | null {
  let current: AstNode | undefined = node;
  while (current !== undefined && !CALLERS.has(current.$type)) current = current.$container;
  return isDeclaration(current) ? current : null;
}

function byNode(calls: readonly CallOf[], key: (call: CallOf) => Declaration): [Declaration, CallOf[]][] {
  return [...Map.groupBy(calls, key)];
}

function rangeOfUse({ reference, container }: NameUse) {
  const cst = reference.$refNode ?? container.$cstNode;
  if (cst === undefined) throw new Error('A name that was written has no place');
  return rangeOfNode(cst);
}

function itemOf(node: Declaration, files: readonly LoadedFile[], server: Server): CallHierarchyItem | null {
  const file = server.workspace.fileOfNode(node, files);
  const leaf = nameLeaf(node);
  if (file === null || leaf === undefined || node.$cstNode === undefined) return null;
  return {
    name: node.name,
    detail: [kindName(node.$type)[server.locale], node.label].filter((text) => text !== undefined).join(' '),
    kind: SymbolKind.Event,
    uri: server.workspace.uriOf(file.path),
    range: rangeOfNode(node.$cstNode),
    selectionRange: rangeOfNode(leaf),
  };
}
