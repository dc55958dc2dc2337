/** Converts between the checker's paths and offsets and the protocol's URIs and positions. */
import type { CstNode } from 'langium';
import { URI } from 'langium';
import type { Position, Range } from 'vscode-languageserver';
import type { TextRange } from '../../diagnostics/diagnostic.ts';
import { PRELUDE_PATH } from '../../workspace/load.ts';
import { normalizePath } from '../../workspace/paths.ts';

export const PRELUDE_SCHEME = 'steward-prelude';
const PRELUDE_URI = `${PRELUDE_SCHEME}:/prelude.group`;

/** The path of a file. A document that is not a file (untitled) uses its URI as the path. */
export function pathOfUri(uri: string): string {
  const parsed = URI.parse(uri);
  if (parsed.scheme === PRELUDE_SCHEME) return PRELUDE_PATH;
  return parsed.scheme === 'file' ? normalizePath(parsed.fsPath) : uri;
}

export function uriOfPath(path: string): string {
  if (path === PRELUDE_PATH) return PRELUDE_URI;
  return /^[a-z][\w+.-]+:/i.test(path) ? path : URI.file(path).toString();
}

export function rangeOfText(range: TextRange): Range {
  return {
    start: { line: range.startLine - 1, character: range.startColumn - 1 },
    end: { line: range.endLine - 1, character: range.endColumn - 1 },
  };
}

export function rangeOfNode(cst: CstNode): Range {
  const { start, end } = cst.range;
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

/** Offsets of line starts, for converting many positions in one text. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  startOf(line: number): number {
    return this.starts[line] ?? this.starts.at(-1) ?? 0;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.starts[low] ?? 0) };
  }

  rangeAt(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
