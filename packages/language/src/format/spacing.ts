/** The space between two pieces on one line. */
import type { Piece } from './pieces.ts';

const NO_SPACE_AFTER: ReadonlySet<string> = new Set(['(', '[', '.', '..']);
const NO_SPACE_BEFORE: ReadonlySet<string> = new Set([')', ']', ',', '.', '..']);
/** Nodes whose parenthesis directly follows the first word: `publish(Teaser)`, `count(message)`. */
const CALLS: ReadonlySet<string> = new Set(['Call', 'Aggregate']);

/** @param written the current gap: spaces and tabs, or line breaks that will be removed */
export function gapOnLine(left: Piece, right: Piece, written: string): string {
  if (left.type === 'comment' || right.type === 'comment') return ' ';
  if (isMark(left, NO_SPACE_AFTER) || isMark(right, NO_SPACE_BEFORE)) return '';
  if (isMark(left, new Set(['{'])) && isMark(right, new Set(['}']))) return '';
  if (isMark(right, new Set(['('])) && CALLS.has(right.owner)) return '';
  if (isMark(right, new Set([':'])) && right.owner === 'Argument') return '';
  // Chinese may write a word and its quantity without a space: 近7天, 每天, 3次.
  if (written === '' && !left.wasMark && !right.wasMark && isWord(left) && isWord(right)) return '';
  if (isMark(left, new Set([',']))) return ' ';
  if (right.role === 'clause' && !isMark(left, new Set(['{'])) && !isMark(right, new Set(['}']))) return '  ';
  if (startsPhasePart(right)) return '  ';
  return ' ';
}

function isMark(piece: Piece, marks: ReadonlySet<string>): boolean {
  return piece.isKeyword && marks.has(piece.type);
}

function isWord(piece: Piece): boolean {
  return !/^[^\w\u0080-\uFFFF]/.test(piece.text);
}

/** `preheat 2d  do publish(Teaser)`: parts of a phase are set apart like columns. */
function startsPhasePart(piece: Piece): boolean {
  if (!piece.isKeyword) return false;
  if (piece.owner === 'Phase') return piece.type === 'do' || piece.type === 'produces';
  return piece.owner === 'Stage' && piece.type === 'focus';
}
