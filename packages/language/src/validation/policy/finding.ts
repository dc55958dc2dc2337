/** A finding of a rule over the Policy: a place given by a value, messages in both languages, fixes. */
import type { SourceRange } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Proposal, Severity } from '../../diagnostics/diagnostic.ts';

/** Any value of the Policy that has a place in a file. */
export interface PlacedValue {
  range: SourceRange;
}

/**
 * A place in a file: a value of the Policy, or part of one.
 * - `part` names something written inside: `grace`, `capacity`, `color`… Defaults to the name of a declaration, else the whole value.
 * - `whole`: the whole value even if it has a name. `block`: the keyword of the enclosing block.
 */
export interface Place {
  at: PlacedValue;
  part?: string;
}

/**
 * Replaces the place, or inserts before it, after it, before its closing brace, or at the end of its file. Text with keywords is given in
 * both languages. `textOf` takes the text from another place.
 */
export interface PolicyEdit extends Place {
  side?: 'replace' | 'before' | 'after' | 'inside' | 'end';
  newText: string | Bilingual | { textOf: PlacedValue };
}

export interface PolicyFix {
  title: Bilingual;
  edits: PolicyEdit[];
}

export interface PolicyProposal extends PolicyFix {
  kind: Proposal['kind'];
}

export interface PolicyFinding extends Place {
  message: Bilingual;
  fixes?: PolicyFix[];
  /** Computed when an editor asks for it. */
  proposals?: () => PolicyProposal[];
  /** Identifies the finding if its message contains an example: per place, each subject is reported once. Defaults to the message. */
  subject?: string;
  /** Overrides the severity of the rule. */
  severity?: Severity;
}

export type Report = (finding: PolicyFinding) => void;
