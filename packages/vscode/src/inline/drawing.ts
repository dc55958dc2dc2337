/** Inline results of a document as data, before they are drawn. */
import type { FileResults, LineResult, Tone } from '@steward/editor/protocol';
import type { LineDrift } from './drift.ts';

/** A colour of the manifest: `steward.inline.bad`. */
export type Colour = Tone | 'stale' | 'change';

export interface DrawnPiece {
  text: string;
  colour: Colour;
}

export interface DrawnLine {
  /** Its current place in the document. */
  line: number;
  pieces: DrawnPiece[];
  italic: boolean;
  tone: Tone;
  clause: string;
}

export interface DrawnClause {
  startLine: number;
  startCharacter: number;
  endLine: number;
  endCharacter: number;
}

export interface Drawing {
  state: FileResults['state'];
  lines: DrawnLine[];
  /** Clauses that never fired. */
  dimmed: DrawnClause[];
}

/** Prefix of stale results. */
const CLOCK = '◷ ';
const NOTHING: Drawing = { state: 'none', lines: [], dimmed: [] };

/** @param drift edits of the document since then */
export function drawingOf(results: FileResults | null, drift: LineDrift): Drawing {
  if (results === null || results.state === 'none') return NOTHING;
  const { state, version } = results;
  const old = state === 'stale' || state === 'failed';
  const lines = results.lines.flatMap((result) => {
    const line = drift.place(result.line, version);
    return line === null ? [] : [drawnLine(result, line, old)];
  });
  const dimmed = results.lines
    .filter(({ tone }) => tone === 'idle' && !old)
    .flatMap(({ range: { start, end } }) => {
      const startLine = drift.place(start.line, version);
      const endLine = drift.place(end.line, version);
      if (startLine === null || endLine === null) return [];
      return [{ startLine, startCharacter: start.character, endLine, endCharacter: end.character }];
    });
  return { state, lines, dimmed };
}

function drawnLine({ text, tone, clause, change }: LineResult, line: number, old: boolean): DrawnLine {
  const pieces: DrawnPiece[] = [{ text: old ? `${CLOCK}${text}` : text, colour: old ? 'stale' : tone }];
  if (change !== null) pieces.push({ text: change, colour: old ? 'stale' : 'change' });
  return { line, pieces, italic: old, tone, clause };
}
