/** Diagnostics: always values, never exceptions. */
import type { SourceRange } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Fault } from './fault.ts';

export type Severity = 'error' | 'warning' | 'info';

/** End exclusive; lines and columns are 1-based; columns and offsets count UTF-16 units. */
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

/** A change that resolves a diagnostic. All its edits belong together. */
export interface Fix {
  title: Bilingual;
  edits: readonly TextEdit[];
}

/**
 * A change to choose from: it alters what the rules mean (`bound`, `order`) or records the finding (`scenario`). Unlike a {@link Fix},
 * it is never applied automatically.
 */
export interface Proposal extends Fix {
  kind: 'bound' | 'order' | 'scenario';
}

export interface Diagnostic {
  /** Stable, in kebab case: `mix-not-100`. */
  code: string;
  severity: Severity;
  message: Bilingual;
  /** The path as it was opened: an entry path as given, an import's path resolved against it. */
  file: string;
  range: TextRange;
  /** Identifies the finding if its message contains an example: per place, each subject is reported once. Defaults to the message. */
  subject?: string;
  related: readonly RelatedInformation[];
  fixes: readonly Fix[];
  /** Computed on request: proving that a change resolves the finding takes longer than finding it. */
  proposals?: () => readonly Proposal[];
  /** The code's page, relative to the repository root. */
  docsUrl: string;
  /** Set if Steward itself failed, rather than the file being wrong. */
  fault?: Fault;
}

/** Display order: by file, then position, then code. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  if (left.range.startOffset !== right.range.startOffset) return left.range.startOffset - right.range.startOffset;
  if (left.code === right.code) return 0;
  return left.code < right.code ? -1 : 1;
}
