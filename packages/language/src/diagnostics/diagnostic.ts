/** What the checker has to say: a value, never an exception. */
import type { SourceRange } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Fault } from './fault.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Half-open; lines and columns are 1-based; columns and offsets count UTF-16 units. */
export type TextRange = Omit<SourceRange, 'file'>;

export interface RelatedInformation {
  message: Bilingual;
  file: string;
  range: TextRange;
}

export interface TextEdit {
  file: string;
  startOffset: number;
  endOffset: number;
  newText: string;
}

/** A change that settles a diagnostic; all its edits belong together. */
export interface Fix {
  title: Bilingual;
  edits: readonly TextEdit[];
}

/**
 * A change to choose from: it alters what the rules mean (`bound`, `order`), or writes the finding down (`scenario`). Unlike a
 * {@link Fix} it is never applied by itself.
 */
export interface Proposal extends Fix {
  kind: 'bound' | 'order' | 'scenario';
}

export interface Diagnostic {
  /** Stable, in kebab case: `mix-not-100`. */
  code: string;
  severity: Severity;
  message: Bilingual;
  /** As the file was opened: an entry path as given, an import's path resolved against it. */
  file: string;
  range: TextRange;
  /** What it is about, where its message also tells an example: at one place it is said once. Left out: the message. */
  subject?: string;
  related: readonly RelatedInformation[];
  fixes: readonly Fix[];
  /** Worked out when asked: proving that a change settles the finding takes longer than finding it. */
  proposals?: () => readonly Proposal[];
  /** Page of the code, relative to the repository's root. */
  docsUrl: string;
  /** Of Steward itself, not of the file. */
  fault?: Fault;
}

/** Order in which diagnostics are shown: by file, then place, then code. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  if (left.range.startOffset !== right.range.startOffset) return left.range.startOffset - right.range.startOffset;
  if (left.code === right.code) return 0;
  return left.code < right.code ? -1 : 1;
}
