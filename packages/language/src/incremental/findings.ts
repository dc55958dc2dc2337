/** Findings of the rules for a group, kept while neither the group nor the files' declarations change. */
import type { GroupPolicy, Policy } from '@steward/policy';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { collect, type Rule, type RuleContext } from '../validation/registry.ts';
import type { Shift } from '../workspace/reparse.ts';
import { shiftDiagnostic } from './shift.ts';

export interface Findings {
  rules: readonly Rule[];
  vocabulary: number;
  /** Findings that hold whatever else the group contains. */
  present: readonly Diagnostic[];
  /** Findings about missing things, or null if there were errors every time they were requested. */
  absent: readonly Diagnostic[] | null;
  /** Runs a rule again, on the group as it is now. */
  again: (rule: Rule) => readonly Diagnostic[];
}

/** A group to check, with everything that its findings depend on. */
export interface FindingsInput {
  group: GroupPolicy;
  isDraft: boolean;
  policy: Policy;
  context: RuleContext;
  rules: readonly Rule[];
  vocabulary: number;
}

/** Returns the earlier findings of a group if they are still valid; otherwise computes them. */
export function findingsOf(before: Findings | null, judged: FindingsInput): Findings {
  const isKept =
    before !== null && before.rules === judged.rules && before.vocabulary === judged.vocabulary && !hasFault(before);
  const { rules, vocabulary } = judged;
  const found: Findings = isKept ? before : { rules, vocabulary, present: [], absent: null, again: () => [] };
  found.again = (rule) => run(rule, judged);
  if (!isKept) found.present = find(judged, found, false);
  if (!judged.context.hasErrors) found.absent ??= find(judged, found, true);
  return found;
}

/** A failed result is not kept: the rule may succeed next time. */
function hasFault({ present, absent }: Findings): boolean {
  return [...present, ...(absent ?? [])].some(({ fault }) => fault !== undefined);
}

export function diagnosticsOf({ present, absent }: Findings, { hasErrors }: RuleContext): Diagnostic[] {
  return hasErrors || absent === null ? [...present] : [...present, ...absent];
}

function find(judged: FindingsInput, found: Findings, absence: boolean): Diagnostic[] {
  return judged.rules.flatMap((rule) => {
    if (rule.byGroup?.judgesAbsence !== absence || (rule.byGroup.groupsOnly && judged.isDraft)) return [];
    return run(rule, judged).map((diagnostic, index): Diagnostic => {
      if (diagnostic.proposals === undefined) return diagnostic;
      // Proposals refer to the text as it is when requested, which may be several edits later.
      return { ...diagnostic, proposals: () => found.again(rule)[index]?.proposals?.() ?? [] };
    });
  });
}

function run(rule: Rule, { policy, group, context }: FindingsInput): Diagnostic[] {
  const { byGroup } = rule;
  return byGroup === undefined
    ? []
    : collect(rule, context.entry.path, (report) => byGroup.run({ ...policy, groups: [group] }, context, report));
}

/** Moves findings after an edit above them. */
export function movedFindings(found: Findings, path: string, shift: Shift): void {
  const moved = (diagnostic: Diagnostic): Diagnostic => shiftDiagnostic(diagnostic, path, shift);
  found.present = found.present.map(moved);
  found.absent = found.absent?.map(moved) ?? null;
}
