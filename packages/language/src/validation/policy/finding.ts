/** What a rule over the Policy reports: a place by the value it is about, sentences in both languages, fixes. */
import type { SourceRange } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Proposal, Severity } from '../../diagnostics/diagnostic.ts';

/** One sentence in both languages. */

/** Any value of the Policy that stands somewhere in a file. */
export interface Placed {
  range: SourceRange;
}

/**
 * A place in a file: a value of the Policy, or one part of it.
 * - `part` names what is written inside: `grace`, `capacity`, `color`… Left out: the name of a declaration, else all of it.
 * - `whole`: all of it, though it has a name. `block`: the keyword of the block that encloses it.
 */
export interface Place {
  at: Placed;
  part?: string;
}

/**
 * Replaces the place, or writes before it, after it, before its closing brace, or at the end of its file. A text with keywords is
 * given in both languages; `textOf`: what stands at another place.
 */
export interface PolicyEdit extends Place {
  side?: 'replace' | 'before' | 'after' | 'inside' | 'end';
  newText: string | Bilingual | { textOf: Placed };
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
  /** Worked out when an editor asks. */
  proposals?: () => PolicyProposal[];
  /** What it is about, where its message also tells an example: at one place it is said once. Left out: the message. */
  subject?: string;
  /** Where it is milder or graver than the rule in general. */
  severity?: Severity;
}

export type Report = (finding: PolicyFinding) => void;
