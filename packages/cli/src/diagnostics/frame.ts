/** The lines around a place in a file, with the place underlined. Widths are in terminal cells: CJK characters take two. */
import { cells, type Palette } from '@steward/report';

export interface Place {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

const AROUND = 1;
const TAB = '  ';
const ELLIPSIS = '…';
/** Characters of a long line that are shown before the place. */
const LEAD = 20;

/** @returns lines without a line feed; none where the place is not in the text */
export function frame(text: string, place: Place, palette: Palette, width: number): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  const first = Math.max(1, place.startLine - AROUND);
  const last = Math.min(lines.length, place.startLine + AROUND);
  if (place.startLine > lines.length) return [];
  const digits = String(last).length;
  const room = Math.max(20, width - digits - 6);
  const target = lines[place.startLine - 1] ?? '';
  const skipped = skippedCharacters(target, place.startColumn - 1, room);
  const out: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines[number - 1] ?? '';
    const hit = number === place.startLine;
    // Blank lines around the place say nothing.
    if (!hit && line.trim() === '') continue;
    const gutter = `${hit ? '>' : ' '} ${String(number).padStart(digits)} │ `;
    out.push(`${hit ? palette.red(gutter) : palette.dim(gutter)}${shown(line, skipped, room)}`.trimEnd());
    if (hit)
      out.push(`${palette.dim(`  ${' '.repeat(digits)} │ `)}${palette.red(underline(line, place, skipped, room))}`);
  }
  return out;
}

function skippedCharacters(line: string, column: number, room: number): number {
  return cells(line) <= room || column <= LEAD ? 0 : column - LEAD;
}

function shown(line: string, skipped: number, room: number): string {
  const from = skipped === 0 ? line : ELLIPSIS + line.slice(skipped);
  let text = '';
  let used = 0;
  for (const character of from.replaceAll('\t', TAB)) {
    const size = cells(character);
    if (used + size > room - 1) return text + ELLIPSIS;
    text += character;
    used += size;
  }
  return text;
}

/** A place over several lines is underlined to the end of its first. */
function underline(line: string, place: Place, skipped: number, room: number): string {
  const end = place.endLine === place.startLine ? place.endColumn - 1 : line.length;
  const before = line.slice(skipped, place.startColumn - 1).replaceAll('\t', TAB);
  const marked = line.slice(place.startColumn - 1, end).replaceAll('\t', TAB);
  const indent = cells(before) + (skipped === 0 ? 0 : 1);
  const length = Math.max(1, Math.min(cells(marked), room - indent));
  return ' '.repeat(indent) + '^'.repeat(length);
}
