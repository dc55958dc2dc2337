/**
 * Rules: checks beyond syntax, names, units and scopes.
 *
 * - A rule is pure: it reads its context and reports findings; equal input gives equal findings.
 * - Rules run once per entry file, even if the file has errors: broken clauses are absent from the Policy they see.
 * - A rule is a folder `rules/<code>/` with `<code>.ts`, `<code>.test.ts` and its page `<code>.md`.
 */
import type { GroupPolicy, Policy } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Diagnostic, Fix, Proposal, RelatedInformation, Severity, TextRange } from '../diagnostics/diagnostic.ts';
import { faultOf } from '../diagnostics/fault.ts';
import { DiagnosticSink } from '../diagnostics/sink.ts';
import type { FileSystem } from '../workspace/file-system.ts';
import type { LoadedFile } from '../workspace/load.ts';

/** What a rule may read. */
export interface RuleContext {
  /** The entry file, which is also `policy.files[0]`. */
  entry: LoadedFile;
  /** Every file that the entry sees: itself first, the prelude last, in the order of `policy.files`. */
  files: readonly LoadedFile[];
  /** The entry's Policy without clauses that have errors. */
  policy: Policy;
  /** The entry's policies that no group extends, each as a group, so that their contents are checked as well. */
  drafts: readonly GroupPolicy[];
  /** Whether another file of this check imports the entry, and so may use what it declares. */
  isImported: boolean;
  /** Whether any of `files` has an error. Rules about unused or missing things do not run then. */
  hasErrors: boolean;
  fileSystem: FileSystem;
}

export interface Finding {
  /** One of the paths of `RuleContext.files`. */
  file: string;
  range: TextRange;
  message: Bilingual;
  /** Overrides the severity of the rule. */
  severity?: Severity;
  /** Identifies the finding if its message contains an example: per place, each subject is reported once. Defaults to the message. */
  subject?: string;
  related?: readonly RelatedInformation[];
  fixes?: readonly Fix[];
  proposals?: () => readonly Proposal[];
}

export interface Rule {
  /** Stable, in kebab case; also the name of the rule's folder and page, and the code of its findings. */
  code: string;
  severity: Severity;
  title: Bilingual;
  run(context: RuleContext, report: (finding: Finding) => void): void;
  /** Set if the findings about a group depend only on that group and the files' declarations. They are cached until these change. */
  byGroup?: GroupRule;
}

export interface GroupRule {
  /** Whether it reports missing things; then it does not run while there are errors. */
  judgesAbsence: boolean;
  /** Whether it skips policies that no group extends. */
  groupsOnly: boolean;
  /** @param policy with one group, or with one of the drafts as its group */
  run(policy: Policy, context: RuleContext, report: (finding: Finding) => void): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

function partOfRule({ code }: Rule): Bilingual {
  return { en: `the rule \`${code}\``, zh: `规则 \`${code}\` ` };
}

/** Runs `rules` on one entry file. Drops findings in the prelude. */
export function runRules(rules: readonly Rule[], context: RuleContext): Diagnostic[] {
  return rules.flatMap((rule) => collect(rule, context.entry.path, (report) => rule.run(context, report)));
}

/**
 * Runs a rule and returns its findings as diagnostics, without those in the prelude.
 * If the rule throws, a fault is reported at the start of `entry`, and the remaining rules still run.
 */
export function collect(rule: Rule, entry: string, run: (report: (finding: Finding) => void) => void): Diagnostic[] {
  const sink = new DiagnosticSink();
  try {
    run(({ file, range, message, severity, subject, related, fixes, proposals }) => {
      sink.add(rule.code, severity ?? rule.severity, message, file, range, {
        ...(subject === undefined ? {} : { subject }),
        ...(related ? { related } : {}),
        ...(fixes ? { fixes } : {}),
        ...(proposals ? { proposals } : {}),
      });
    });
  } catch (error) {
    sink.fault(faultOf(entry, partOfRule(rule), error), 'warning');
  }
  return sink.diagnostics.filter((diagnostic) => !diagnostic.file.startsWith('prelude:'));
}
