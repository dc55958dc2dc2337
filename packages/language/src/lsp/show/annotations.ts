/** Decorations of the text: inlay hints, lenses, links and colours. */

import { type Bilingual, fill } from '@steward/text';
import type { AstNode, CstNode } from 'langium';
import { GrammarUtils } from 'langium';
import type { CodeLens, Color, ColorInformation, DocumentLink, InlayHint } from 'vscode-languageserver';
import { InlayHintKind } from 'vscode-languageserver';
import type * as ast from '../../generated/ast.ts';
import { flatten } from '../../linking/link.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import { folderOf, resolvePath } from '../../workspace/paths.ts';
import type { Server } from '../feature.ts';
import { nameLeaf, usesByTarget } from '../text/names.ts';
import { LineIndex, pathOfUri, rangeOfNode } from '../text/places.ts';

const SIMULATE: Bilingual = { en: '▶ Simulate', zh: '▶ 模拟' };
const RUN: Bilingual = { en: '▶ Run scenario', zh: '▶ 运行场景' };
const ONE_USE: Bilingual = { en: '1 use', zh: '1 处使用' };
const USES = { en: '{count} uses', zh: '{count} 处使用' };
const FROM = { en: 'from {names}', zh: '继承自 {names}' };

export function registerAnnotations(server: Server): void {
  const { connection, workspace } = server;
  connection.languages.inlayHint.on(({ textDocument, range }) => {
    const file = workspace.file(pathOfUri(textDocument.uri));
    if (file === null || !server.settings.inlayHints) return [];
    return [...hints(file, server), ...(server.results?.hints(file.path) ?? [])].filter(
      ({ position }) => range.start.line <= position.line && position.line <= range.end.line,
    );
  });
  connection.onCodeLens(({ textDocument }) => {
    const path = pathOfUri(textDocument.uri);
    return server.settings.codeLens ? lenses(path, server) : [];
  });
  connection.onDocumentLinks(({ textDocument }) => {
    const file = workspace.file(pathOfUri(textDocument.uri));
    return file === null ? [] : links(file, server);
  });
  connection.onDocumentColor(({ textDocument }) => {
    const file = workspace.file(pathOfUri(textDocument.uri));
    return file === null ? [] : colors(file);
  });
  connection.onColorPresentation(({ color, range }) => {
    const label = hexOf(color);
    return [{ label, textEdit: { range, newText: label } }];
  });
}

/** Parameter names, and the origin of members that override another. */
function hints(file: LoadedFile, server: Server): InlayHint[] {
  return flatten(file.model).nodes.flatMap((node): InlayHint[] => {
    if (node.$type === 'Call') return parameterHints(node as ast.Call, server);
    if (!('override' in node) || node.override !== true) return [];
    const host = hostOf(node.$container);
    const leaf = nameLeaf(node);
    const names = host?.bases.map(({ $refText }) => $refText) ?? [];
    if (leaf === undefined || names.length !== 1) return [];
    const label = server.say(fill(FROM, { names: names.join(', ') }));
    return [{ position: rangeOfNode(leaf).end, label, paddingLeft: true, kind: InlayHintKind.Type }];
  });
}

function hostOf(node: object | undefined): ast.Group | ast.Policy | null {
  let current = node as { $type: string; $container?: object } | undefined;
  while (current !== undefined && current.$type !== 'Group' && current.$type !== 'Policy') {
    current = current.$container as typeof current;
  }
  return (current as ast.Group | ast.Policy | undefined) ?? null;
}

/** Only for two or more arguments, which could be confused. */
function parameterHints(call: ast.Call, server: Server): InlayHint[] {
  const action = call.action?.ref;
  if (action === undefined || call.args.length < 2) return [];
  return call.args.flatMap((argument, index): InlayHint[] => {
    const parameter = action.parameters[index];
    if (argument.parameter !== undefined || parameter === undefined || argument.$cstNode === undefined) return [];
    const name = server.locale === 'zh' ? (parameter.alias ?? parameter.name) : parameter.name;
    const position = rangeOfNode(argument.$cstNode).start;
    return [{ position, label: `${name}:`, kind: InlayHintKind.Parameter, paddingRight: true }];
  });
}

function lenses(path: string, server: Server): CodeLens[] {
  const { workspace } = server;
  const file = workspace.file(path);
  if (file === null) return [];
  const uri = workspace.uriOf(path);
  const uses = usesByTarget(workspace.filesThatSee(path));
  return file.model.elements.flatMap((element): CodeLens[] => {
    if (element.$cstNode === undefined) return [];
    const range = rangeOfNode(nameLeaf(element) ?? element.$cstNode);
    const at = { range: { start: range.start, end: range.start } };
    if (element.$type === 'Scenario') {
      return [
        { ...at, command: { title: server.say(RUN), command: 'steward.runScenario', arguments: [uri, element.title] } },
      ];
    }
    const run =
      element.$type === 'Group'
        ? [
            {
              ...at,
              command: { title: server.say(SIMULATE), command: 'steward.simulate', arguments: [uri, element.name] },
            },
          ]
        : [];
    const used = uses.get(element) ?? [];
    const title = server.say(used.length === 1 ? ONE_USE : fill(USES, { count: used.length }));
    const locations = used.map((use) => ({ uri: workspace.uriOf(use.file.path), range: rangeOfNode(use.leaf) }));
    const command = { title, command: 'steward.showReferences', arguments: [uri, range.start, locations] };
    return [...run, { ...at, command }];
  });
}

/** Every path written in the file. */
function links(file: LoadedFile, server: Server): DocumentLink[] {
  const lines = new LineIndex(file.text);
  return pathsIn(file).map(({ start, end, written }) => ({
    range: lines.rangeAt(start, end),
    target: server.workspace.uriOf(resolvePath(folderOf(file.path), written)),
  }));
}

export interface WrittenPath {
  /** Offset after the opening quote. */
  start: number;
  end: number;
  written: string;
}

const PATH_OWNERS: ReadonlySet<string> = new Set(['Import', 'Roster', 'Sample', 'GivenLog', 'Snapshot']);

export function pathsIn(file: LoadedFile): WrittenPath[] {
  return flatten(file.model).nodes.flatMap((node): WrittenPath[] => {
    const property = node.$type === 'Lexicon' ? 'files' : PATH_OWNERS.has(node.$type) ? 'path' : null;
    if (property === null) return [];
    return leavesFor(node, property).flatMap((cst) =>
      cst.text.length < 2 ? [] : [{ start: cst.offset + 1, end: cst.end - 1, written: cst.text.slice(1, -1) }],
    );
  });
}

function leavesFor(node: AstNode, property: string): CstNode[] {
  return property in node ? GrammarUtils.findNodesForProperty(node.$cstNode, property) : [];
}

function colors(file: LoadedFile): ColorInformation[] {
  return flatten(file.model).nodes.flatMap((node): ColorInformation[] =>
    leavesFor(node, 'color').flatMap((leaf) => {
      const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(leaf.text.slice(at, at + 2), 16) / 255);
      if (leaf.text.length !== 7 || red === undefined || green === undefined || blue === undefined) return [];
      return [{ range: rangeOfNode(leaf), color: { red, green, blue, alpha: 1 } }];
    }),
  );
}

function hexOf({ red, green, blue }: Color): string {
  const parts = [red, green, blue].map((part) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase(),
  );
  return `#${parts.join('')}`;
}
