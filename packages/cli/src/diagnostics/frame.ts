/** The lines around a place in a file, with the place underlined. Widths are in terminal cells: CJK characters take two. */
import { cells, type Palette, truncate } from '@steward/report';
import { visible } from '@steward/text';

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
/** The number of cells: twice as many if all are wide. */
const MOST_LEAD = 40;

/** @returns lines without line feeds; none if the place is not in the text */
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
    // Skips blank lines around the place.
    if (!hit && line.trim() === '') continue;
    const gutter = `${hit ? '>' : ' '} ${String(number).padStart(digits)} │ `;
    out.push(`${hit ? palette.red(gutter) : palette.dim(gutter)}${shown(line, skipped, room)}`.trimEnd());
    if (hit)
      out.push(`${palette.dim(`  ${' '.repeat(digits)} │ `)}${palette.red(underline(line, place, skipped, room))}`);
  }
  return out;
}

function skippedCharacters(line: string, column: number, room: number): number {
  if (cells(drawn(line)) <= room || cells(drawn(line.slice(0, column))) <= LEAD) return 0;
  let skipped = Math.max(0, column - LEAD);
  // Escaped text is much wider than it is long.
  while (skipped < column && cells(drawn(line.slice(skipped, column))) > MOST_LEAD) skipped++;
  return isLowSurrogate(line.charCodeAt(skipped)) ? skipped + 1 : skipped;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function shown(line: string, skipped: number, room: number): string {
  return truncate(skipped === 0 ? drawn(line) : ELLIPSIS + drawn(line.slice(skipped)), room - 1);
}

/** Replaces tabs by spaces, and escapes whatever a terminal would interpret. */
function drawn(text: string): string {
  return visible(text.replaceAll('\t', TAB));
}

/** A range over several lines is underlined to the end of the first. */
function underline(line: string, place: Place, skipped: number, room: number): string {
  const end = place.endLine === place.startLine ? place.endColumn - 1 : line.length;
  const before = cells(drawn(line.slice(skipped, place.startColumn - 1)));
  const indent = before + (skipped === 0 ? 0 : 1);
  // Measured together: how a character is shown may depend on those before it.
  const marked = cells(drawn(line.slice(skipped, end))) - before;
  const length = Math.max(1, Math.min(marked, room - indent));
  return ' '.repeat(indent) + '^'.repeat(length);
}
