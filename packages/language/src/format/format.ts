/**
 * Formats a `.group` text.
 *
 * - Changes only spaces, line breaks and indentation; words, their order and the meaning stay.
 * - Corrects slips that leave no choice (`≥`, `２００`, `&&`). Leaves a text with any other syntax error alone.
 * - Idempotent.
 * - Uses the line ending that most lines of the text have.
 * - Keeps the writer's choices: a block on one line, a line break within a clause, one blank line between groups of clauses.
 */
import type { LangiumCoreServices } from 'langium';
import type { Piece } from './pieces.ts';
import { piecesOf } from './pieces.ts';
import { gapOnLine } from './spacing.ts';

export interface FormatEdit {
  startOffset: number;
  endOffset: number;
  newText: string;
}

const INDENT = '  ';

/** @returns the edits in order, or null if a syntax error leaves the meaning of the text open */
export function formatEdits(text: string, services: LangiumCoreServices): FormatEdit[] | null {
  const pieces = piecesOf(text, services);
  if (pieces === null) return null;
  const layout = new Layout(text, pieces);
  const lineEnd = lineEndOf(text);
  const edits: FormatEdit[] = [];
  const change = (startOffset: number, endOffset: number, newText: string): void => {
    if (text.slice(startOffset, endOffset) !== newText) edits.push({ startOffset, endOffset, newText });
  };
  let end = 0;
  pieces.forEach((piece, index) => {
    const before = layout.gapBefore(index);
    change(end, piece.start, before.replaceAll('\n', lineEnd));
    const indented = reindented(piece, before, lineEnd);
    change(piece.start, piece.end, indented);
    end = piece.end;
  });
  change(end, text.length, pieces.length === 0 ? '' : lineEnd);
  return edits;
}

/** @returns null if a syntax error leaves the meaning of the text open */
export function formatText(text: string, services: LangiumCoreServices): string | null {
  const edits = formatEdits(text, services);
  return edits === null ? null : applyFormat(text, edits);
}

function applyFormat(text: string, edits: readonly FormatEdit[]): string {
  let result = '';
  let end = 0;
  for (const edit of edits) {
    result += text.slice(end, edit.startOffset) + edit.newText;
    end = edit.endOffset;
  }
  return result + text.slice(end);
}

/** In a comment whose lines start with a star, the further lines move with the first. */
function reindented(piece: Piece, before: string, lineEnd: string): string {
  if (piece.type !== 'comment' || !piece.text.startsWith('/*') || !before.includes('\n')) return piece.text;
  const [first = '', ...rest] = piece.text.split(/\r?\n/);
  if (rest.length === 0 || !rest.every((line) => /^\s*\*/.test(line))) return piece.text;
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  return [first.trimEnd(), ...rest.map((line) => `${indent} ${line.trim()}`)].join(lineEnd);
}

function lineEndOf(text: string): string {
  const all = text.split('\n').length - 1;
  const withReturn = text.split('\r\n').length - 1;
  return withReturn * 2 > all ? '\r\n' : '\n';
}

interface Block {
  /** Whether its clauses are on lines of their own. */
  isOpen: boolean;
  owner: string;
}

/** Walks the pieces once. Gaps must be requested in order. */
class Layout {
  private readonly text: string;
  private readonly pieces: readonly Piece[];
  private readonly blocks: Block[] = [];
  /** Number of open parentheses and brackets. */
  private nesting = 0;

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.pieces = pieces;
  }

  gapBefore(index: number): string {
    const piece = this.pieces[index];
    if (piece === undefined) return '';
    const previous = this.pieces[index - 1];
    const closes = isMark(piece, '}') ? this.blocks.pop() : undefined;
    const gap = previous === undefined ? '' : this.between(previous, piece, closes);
    if (isMark(piece, '{')) this.blocks.push({ isOpen: this.breaksWithin(index), owner: piece.owner });
    if (isMark(piece, '(') || isMark(piece, '[')) this.nesting++;
    if (isMark(piece, ')') || isMark(piece, ']')) this.nesting--;
    return gap;
  }

  private between(previous: Piece, piece: Piece, closes: Block | undefined): string {
    const written = this.text.slice(previous.end, piece.start);
    const breaks = written.split('\n').length - 1;
    if (!this.isBroken(previous, piece, closes, breaks)) return gapOnLine(previous, piece, written);
    const inside = isMark(previous, '{') || isMark(piece, '}');
    const lines = breaks > 1 && !inside ? '\n\n' : '\n';
    return lines + INDENT.repeat(this.depth(previous, piece));
  }

  private isBroken(previous: Piece, piece: Piece, closes: Block | undefined, breaks: number): boolean {
    if (previous.text.startsWith('//')) return true;
    if (closes !== undefined) return closes.isOpen && !isMark(previous, '{');
    const block = this.blocks.at(-1);
    // A comment at the end of a line stays there.
    if (piece.role === 'comment') return breaks > 0;
    if (isMark(previous, '{')) return block?.isOpen === true;
    if (isMark(piece, '{')) return false;
    if (block === undefined) return breaks > 0 || (piece.role === 'clause' && previous.role !== 'comment');
    return breaks > 0;
  }

  private depth(previous: Piece, piece: Piece): number {
    const level = this.blocks.length;
    if (piece.role !== 'rest') return piece.role === 'comment' && this.nesting > 0 ? level + 1 : level;
    if (isMark(piece, '}')) return level;
    const closing = isMark(piece, ')') || isMark(piece, ']');
    if (closing && this.nesting <= 1) return level;
    return previous.role === 'comment' && level === 0 && this.nesting === 0 && piece.owner === '' ? level : level + 1;
  }

  /** Whether the block that opens at `index` contains a line break. */
  private breaksWithin(index: number): boolean {
    let depth = 0;
    for (let at = index; at < this.pieces.length; at++) {
      const piece = this.pieces[at];
      if (piece === undefined) return false;
      if (at > index && this.text.slice(this.pieces[at - 1]?.end ?? 0, piece.start).includes('\n')) return true;
      if (piece.text.startsWith('//')) return true;
      if (piece.role === 'comment' && piece.text.includes('\n')) return true;
      if (isMark(piece, '{')) depth++;
      if (isMark(piece, '}') && --depth === 0) return false;
    }
    return false;
  }
}

function isMark(piece: Piece, mark: string): boolean {
  return piece.type === mark && piece.isKeyword;
}
