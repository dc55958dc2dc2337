/** A finding of the checker as the renderers for other programs read it: the checker's diagnostics fit as they are. */
import type { Locale } from '@steward/text';

/** Half-open; lines and columns are 1-based; columns and offsets count UTF-16 units. */
interface FindingRange {
  startOffset: number;
  endOffset: number;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

interface FindingEdit {
  file: string;
  startOffset: number;
  endOffset: number;
  newText: string;
}

export interface ReportedFinding {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: Readonly<Record<Locale, string>>;
  /** Relative to where the command runs, or absolute. */
  file: string;
  range: FindingRange;
  related: readonly { message: Readonly<Record<Locale, string>>; file: string; range: FindingRange }[];
  fixes: readonly { title: Readonly<Record<Locale, string>>; edits: readonly FindingEdit[] }[];
}

/** What a file is called in a report: with slashes, and without the `./` that some readers take for another file. */
export function reportedPath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}
