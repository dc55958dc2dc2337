/** Formats a file, a range, or a line as it is typed. */
import type { DocumentOnTypeFormattingParams, Range, TextEdit } from 'vscode-languageserver';
import { formatEdits } from '../../format/format.ts';
import type { Server } from '../feature.ts';
import { LineIndex, pathOfUri } from '../text/places.ts';

const INDENT = '  ';

export function registerFormatting(server: Server): void {
  const { connection } = server;
  connection.onDocumentFormatting(({ textDocument }) => edits(server, textDocument.uri, null));
  connection.onDocumentRangeFormatting(({ textDocument, range }) => edits(server, textDocument.uri, range));
  connection.onDocumentOnTypeFormatting((params) => onType(server, params));
}

function edits(server: Server, uri: string, range: Range | null): TextEdit[] {
  const text = textOf(server, uri);
  if (text === null) return [];
  const lines = new LineIndex(text);
  const all = formatEdits(text, server.workspace.services) ?? [];
  const placed = all.map(({ startOffset, endOffset, newText }) => ({
    range: lines.rangeAt(startOffset, endOffset),
    newText,
  }));
  if (range === null) return placed;
  return placed.filter((edit) => range.start.line <= edit.range.end.line && edit.range.start.line <= range.end.line);
}

function textOf(server: Server, uri: string): string | null {
  const content = server.workspace.fileSystem.read(pathOfUri(uri));
  return content.kind === 'text' ? content.text : null;
}

/** Indents the line by the braces before it, because unfinished text need not parse. */
function onType(server: Server, { textDocument, position, ch }: DocumentOnTypeFormattingParams): TextEdit[] {
  const text = textOf(server, textDocument.uri);
  if (text === null) return [];
  const lines = new LineIndex(text);
  const start = lines.startOf(position.line);
  const written = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const rest = text.slice(start + written.length);
  if (ch === '}' && !rest.startsWith('}')) return [];
  const depth = depthAt(server, text, start) - (rest.startsWith('}') ? 1 : 0);
  const wanted = INDENT.repeat(Math.max(0, depth));
  if (written === wanted || (ch === '\n' && depth === 0 && rest.trim() === '')) return [];
  return [{ range: lines.rangeAt(start, start + written.length), newText: wanted }];
}

function depthAt(server: Server, text: string, offset: number): number {
  let depth = 0;
  for (const token of server.workspace.services.parser.Lexer.tokenize(text).tokens) {
    if (token.startOffset >= offset) break;
    if (token.image === '{') depth++;
    if (token.image === '}') depth = Math.max(0, depth - 1);
  }
  return depth;
}
