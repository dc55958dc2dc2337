/** Document outline and workspace symbol search. */
import type { AstNode } from 'langium';
import type { DocumentSymbol, WorkspaceSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import { kindName } from '../../diagnostics/kinds.ts';
import type * as ast from '../../generated/ast.ts';
import type { Server } from '../feature.ts';
import { isDeclaration, nameLeaf } from '../text/names.ts';
import { pathOfUri, rangeOfNode } from '../text/places.ts';

const KINDS: Readonly<Record<string, SymbolKind>> = {
  Group: SymbolKind.Class,
  Policy: SymbolKind.Interface,
  Tier: SymbolKind.EnumMember,
  Category: SymbolKind.EnumMember,
  Content: SymbolKind.Namespace,
  Health: SymbolKind.Property,
  Risk: SymbolKind.Event,
  Campaign: SymbolKind.Event,
  Cadence: SymbolKind.Array,
  Lifecycle: SymbolKind.Namespace,
  Stage: SymbolKind.EnumMember,
  Duty: SymbolKind.Array,
  Lexicon: SymbolKind.Array,
  Role: SymbolKind.TypeParameter,
  Tool: SymbolKind.Module,
  Script: SymbolKind.String,
  Metric: SymbolKind.Number,
  Signal: SymbolKind.Event,
  Field: SymbolKind.Field,
  Intrinsic: SymbolKind.Number,
  Subject: SymbolKind.Variable,
  Action: SymbolKind.Function,
  Scenario: SymbolKind.Method,
};

const MOST_SYMBOLS = 500;

export function registerSymbols(server: Server): void {
  const { connection, workspace } = server;
  connection.onDocumentSymbol(({ textDocument }): DocumentSymbol[] => {
    const file = workspace.file(pathOfUri(textDocument.uri));
    return file === null ? [] : file.model.elements.flatMap((element) => symbolOf(element, server) ?? []);
  });
  connection.onWorkspaceSymbol(({ query }): WorkspaceSymbol[] => {
    const wanted = query.toLowerCase();
    const found: WorkspaceSymbol[] = [];
    const add = (uri: string, symbol: DocumentSymbol, container: string): void => {
      if (found.length < MOST_SYMBOLS && matches(wanted, `${symbol.name} ${symbol.detail ?? ''}`.toLowerCase())) {
        const { name, kind, selectionRange } = symbol;
        found.push({ name, kind, location: { uri, range: selectionRange }, containerName: container });
      }
      for (const child of symbol.children ?? []) add(uri, child, symbol.name);
    };
    for (const file of workspace.files(workspace.allPaths())) {
      for (const element of file.model.elements) {
        const symbol = symbolOf(element, server);
        if (symbol !== null) add(workspace.uriOf(file.path), symbol, '');
      }
    }
    return found;
  });
}

/** Whether the letters of `wanted` occur in this order. */
function matches(wanted: string, text: string): boolean {
  let at = 0;
  for (const letter of wanted) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function symbolOf(node: AstNode, server: Server): DocumentSymbol | null {
  const kind = KINDS[node.$type];
  const whole = node.$cstNode;
  if (kind === undefined || whole === undefined) return null;
  const label = 'label' in node && typeof node.label === 'string' ? node.label : '';
  const kindText = kindName(node.$type)[server.locale];
  const selection = nameLeaf(node) ?? whole;
  const children = childrenOf(node).flatMap((child) => symbolOf(child, server) ?? []);
  return {
    name: nameOf(node) ?? kindText,
    detail: [nameOf(node) === null ? '' : kindText, label].filter((text) => text !== '').join(' '),
    kind,
    range: rangeOfNode(whole),
    selectionRange: rangeOfNode(selection),
    ...(children.length > 0 ? { children } : {}),
  };
}

function nameOf(node: AstNode): string | null {
  if (isDeclaration(node) && node.name !== '') return node.name;
  return node.$type === 'Scenario' ? ((node as ast.Scenario).title ?? null) : null;
}

function childrenOf(node: AstNode): readonly AstNode[] {
  switch (node.$type) {
    case 'Group':
    case 'Policy':
      return (node as ast.Group | ast.Policy).sections;
    case 'Content':
      return (node as ast.Content).members;
    case 'Lifecycle':
      return (node as ast.Lifecycle).stages;
    default:
      return [];
  }
}
