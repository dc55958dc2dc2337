/** Pieces of Markdown: nothing of a rule, a name or a message becomes markup. */
import { type EvidencePlace, OPEN_EVIDENCE_COMMAND } from '../protocol.ts';

/** Text as it is, on one line, wherever it stands. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)|\$(?=\()/g, '\\$&')
    .replace(/^(\d+)(?=[.)](\s|$))/, '$1\\')
    .replace(/^[#>+-]/, '\\$&');
}

/** Code on one line, with as many backticks around it as it takes. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}

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
