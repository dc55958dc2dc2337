/**
 * Rules: what is checked beyond syntax, names, units and scopes.
 *
 * - A rule is pure: it reads its context and reports findings; equal input gives equal findings.
 * - Rules run once per entry file, also when the file has errors: broken clauses are absent from the Policy that they see.
 * - A rule is a folder `rules/<code>/` with `<code>.ts`, a file `<code>.group` that it fires on, and its page `<code>.md`.
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
  /** The entry file; `policy.files[0]` is the same file. */
  entry: LoadedFile;
  /** Every file that the entry sees, itself first, the prelude last; `policy.files` has the same order. */
  files: readonly LoadedFile[];
  /** The entry's Policy without the clauses that have errors. */
  policy: Policy;
  /** The entry's policies that no group extends, each as a group of its own: what is written in them is judged too. */
  drafts: readonly GroupPolicy[];
  /** Whether another file of this check imports the entry: what it declares may be used there. */
  isImported: boolean;
  /** Whether an error was found in any of `files`: rules about what is unused or missing hold back then. */
  hasErrors: boolean;
  fileSystem: FileSystem;
}

export interface Finding {
  /** A path of `RuleContext.files`. */
  file: string;
  range: TextRange;
  message: Bilingual;
  /** Where it is milder or graver than the rule in general. */
  severity?: Severity;
  /** What it is about, where its message also tells an example: at one place it is said once. Left out: the message. */
  subject?: string;
  related?: readonly RelatedInformation[];
  fixes?: readonly Fix[];
  proposals?: () => readonly Proposal[];
}

export interface Rule {
  /** Stable, in kebab case: the name of the rule's folder, of its page, and of every finding. */
  code: string;
  severity: Severity;
  title: Bilingual;
  run(context: RuleContext, report: (finding: Finding) => void): void;
  /** What the findings about one group follow from is that group and what the files declare: they are kept until that changes. */
  byGroup?: GroupRule;
}

export interface GroupRule {
  /** Whether it says what is missing: then it holds back while there are errors. */
  judgesAbsence: boolean;
  /** Whether it says nothing of policies that no group extends. */
  groupsOnly: boolean;
  /** @param policy with one group, or with one of the drafts as a group */
  run(policy: Policy, context: RuleContext, report: (finding: Finding) => void): void;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}

function partOfRule({ code }: Rule): Bilingual {
  return { en: `the rule \`${code}\``, zh: `规则 \`${code}\` ` };
}

/** Runs `rules` over one entry file; findings in the prelude are dropped. */
export function runRules(rules: readonly Rule[], context: RuleContext): Diagnostic[] {
  return rules.flatMap((rule) => collect(rule, context.entry.path, (report) => rule.run(context, report)));
}

/**
 * What a rule reports, as diagnostics; findings in the prelude are dropped.
 * A rule that throws is told of at the beginning of `entry`, and the next one runs.
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
