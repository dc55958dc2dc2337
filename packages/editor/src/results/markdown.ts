/** Pieces of Markdown that hovers about results are made of. */
import { type EvidencePlace, OPEN_EVIDENCE_COMMAND } from '../protocol.ts';

/** @param rows of cells that are Markdown already; the first column is aligned left, numbers right */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, i) => (right.includes(i) ? '--:' : ':--'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

export function evidenceLink(place: EvidencePlace, label: string): string {
  return `[${label}](command:${OPEN_EVIDENCE_COMMAND}?${encodeURIComponent(JSON.stringify([place]))})`;
}
