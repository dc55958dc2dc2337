/** Markdown helpers for hovers about results. */
import { type EvidencePlace, OPEN_EVIDENCE_COMMAND } from '../protocol.ts';

/** @param rows of Markdown cells; the first column is left-aligned, numbers right-aligned */
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
