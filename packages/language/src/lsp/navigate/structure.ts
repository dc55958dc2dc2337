/** Folding and selection ranges, both based on the syntax. */
import type { CstNode } from 'langium';
import type { FoldingRange, SelectionRange } from 'vscode-languageserver';
import { FoldingRangeKind } from 'vscode-languageserver';
import { flatten } from '../../linking/link.ts';
import type { LoadedFile } from '../../workspace/load.ts';
import type { Server } from '../feature.ts';
import { leafAt } from '../text/names.ts';
import { LineIndex, pathOfUri, rangeOfNode } from '../text/places.ts';

export function registerStructure(server: Server): void {
  const { connection, workspace } = server;
  connection.onFoldingRanges(({ textDocument }): FoldingRange[] => {
    const file = workspace.file(pathOfUri(textDocument.uri));
    return file === null ? [] : [...foldedBlocks(file), ...foldedComments(file, server), ...foldedImports(file)];
  });
  connection.onSelectionRanges(({ textDocument, positions }): SelectionRange[] => {
    const file = workspace.file(pathOfUri(textDocument.uri));
    if (file === null) return [];
    const lines = new LineIndex(file.text);
    return positions.map((position) => selectionAt(file, lines.startOf(position.line) + position.character, lines));
  });
}

/** From a block's first line to the line before its closing brace. */
function foldedBlocks(file: LoadedFile): FoldingRange[] {
  const seen = new Set<number>();
  return flatten(file.model).nodes.flatMap(({ $cstNode, $type }) => {
    if ($cstNode === undefined || $type === 'Model' || file.text[$cstNode.end - 1] !== '}') return [];
    const { start, end } = $cstNode.range;
    if (end.line - 1 <= start.line || seen.has(start.line)) return [];
    seen.add(start.line);
    return [{ startLine: start.line, endLine: end.line - 1 }];
  });
}

function foldedComments(file: LoadedFile, server: Server): FoldingRange[] {
  const { hidden } = server.workspace.services.parser.Lexer.tokenize(file.text);
  return hidden.flatMap(({ startLine = 1, endLine = 1 }) =>
    endLine > startLine ? [{ startLine: startLine - 1, endLine: endLine - 1, kind: FoldingRangeKind.Comment }] : [],
  );
}

function foldedImports(file: LoadedFile): FoldingRange[] {
  const first = file.model.imports[0]?.$cstNode;
  const last = file.model.imports.at(-1)?.$cstNode;
  if (first === undefined || last === undefined || first.range.start.line === last.range.end.line) return [];
  return [{ startLine: first.range.start.line, endLine: last.range.end.line, kind: FoldingRangeKind.Imports }];
}

/** The word, then each larger syntax node around it, then the file. */
function selectionAt(file: LoadedFile, offset: number, lines: LineIndex): SelectionRange {
  const whole: SelectionRange = { range: lines.rangeAt(0, file.text.length) };
  const leaf = leafAt(file, offset);
  if (leaf === undefined) return whole;
  const chain: CstNode[] = [];
  for (let node: CstNode | undefined = leaf; node !== undefined; node = node.container) {
    const inner = chain.at(-1);
    if (inner === undefined || node.offset < inner.offset || node.end > inner.end) chain.push(node);
  }
  return chain.reduceRight<SelectionRange>((parent, node) => ({ range: rangeOfNode(node), parent }), whole);
}
