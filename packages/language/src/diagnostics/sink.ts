/** Collects the diagnostics of the checker's passes. */

import { type Bilingual, type Filling, fill } from '@steward/text';
import type { CoreCode } from './catalog.ts';
import { CATALOG } from './catalog.ts';
import type { Diagnostic, Fix, Proposal, RelatedInformation, Severity, TextRange } from './diagnostic.ts';
import { type Fault, INTERNAL_FAULT, problemOf } from './fault.ts';
import { START } from './place.ts';

/** Optional parts of a diagnostic. */
export interface Extras {
  subject?: string;
  related?: readonly RelatedInformation[];
  fixes?: readonly Fix[];
  proposals?: () => readonly Proposal[];
}

/** The code's page, relative to the repository root. */
function docsOf(code: string): string {
  return code in CATALOG
    ? `packages/language/src/diagnostics/docs/${code}.md`
    : `packages/language/src/validation/rules/${code}/${code}.md`;
}

export class DiagnosticSink {
  readonly diagnostics: Diagnostic[] = [];

  /** Reports a diagnostic of the core catalogue. */
  report<Code extends CoreCode>(
    code: Code,
    file: string,
    range: TextRange,
    filling: Filling<(typeof CATALOG)[Code]['message']>,
    extras: Extras = {},
  ): void {
    const { severity, message } = CATALOG[code];
    this.add(code, severity, fill(message, filling), file, range, extras);
  }

  add(code: string, severity: Severity, message: Bilingual, file: string, range: TextRange, extras: Extras = {}): void {
    this.diagnostics.push({
      code,
      severity,
      message,
      file,
      range,
      ...(extras.subject === undefined ? {} : { subject: extras.subject }),
      related: extras.related ?? [],
      fixes: extras.fixes ?? [],
      ...(extras.proposals === undefined ? {} : { proposals: extras.proposals }),
      docsUrl: docsOf(code),
    });
  }

  /** Reports at the start of a file that Steward itself failed on it. */
  fault(fault: Fault, severity: Severity): void {
    const { message } = CATALOG[INTERNAL_FAULT];
    const said = fill(message, { part: fault.part, problem: problemOf(fault) });
    this.add(INTERNAL_FAULT, severity, said, fault.file, START);
    const added = this.diagnostics.at(-1);
    if (added !== undefined) added.fault = fault;
  }

  get hasErrors(): boolean {
    return this.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  }
}
