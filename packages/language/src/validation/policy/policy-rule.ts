/**
 * Rules that read the Policy: plain data with source ranges, no syntax tree.
 *
 * - Pure: no I/O, clock or randomness; equal policies give equal findings.
 * - A rule names the value that a finding is about; the text is located afterwards (`locate.ts`), so a rule also works on a Policy that
 *   was never written down.
 * - Broken clauses are absent from the Policy that a rule sees, so rules need not guard against them.
 */
import type { GroupPolicy, Policy } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Severity } from '../../diagnostics/diagnostic.ts';
import { folderOf, resolvePath } from '../../workspace/paths.ts';
import { defineRule, type GroupRule, type Rule, type RuleContext } from '../registry.ts';
import type { Report } from './finding.ts';
import { Locator } from './locate.ts';

/** What a rule may ask about the world outside the Policy. */
export interface PolicyRuleContext {
  /** Whether a file named in the Policy is missing; the path is relative to the entry file's folder. */
  isMissing(path: string): boolean;
  /** Whether the group stands for a policy that no group extends. Nothing can be simulated on such a group. */
  isDraft(group: GroupPolicy): boolean;
}

export interface PolicyRule {
  code: string;
  severity: Severity;
  title: Bilingual;
  /**
   * What the rule judges. Defaults to single clauses, so that it runs whatever else is wrong.
   * - `absence`: that something is missing in a block. Does not run while there are errors, because broken clauses are absent too.
   * - `group`: that something is missing in a whole group. Like `absence`, and skips policies that no group extends.
   */
  judges?: 'absence' | 'group';
  /**
   * What each call gets. Defaults to one group at a time, so that an editor only rechecks groups that changed.
   * - `policy`: everything, for rules that compare groups, look at scenarios, words or other files, or report something once.
   */
  over?: 'policy';
  check(policy: Policy, report: Report, context: PolicyRuleContext): void;
}

/** @returns the rule in the form that the checker runs, with places located in the text */
export function definePolicyRule(rule: PolicyRule): Rule {
  const { code, severity, title, judges, over } = rule;
  return defineRule({
    code,
    severity,
    title,
    ...(over === 'policy' ? {} : { byGroup: byGroup(rule) }),
    run(context, report) {
      if (judges !== undefined && context.hasErrors) return;
      const locator = new Locator(context.files);
      const groups = judges === 'group' ? context.policy.groups : [...context.policy.groups, ...context.drafts];
      rule.check(withGroups(context.policy, groups), (finding) => report(locator.finding(finding)), worldOf(context));
    },
  });
}

function byGroup(rule: PolicyRule): GroupRule {
  return {
    judgesAbsence: rule.judges !== undefined,
    groupsOnly: rule.judges === 'group',
    run(policy, context, report) {
      const locator = new Locator(context.files);
      rule.check(policy, (finding) => report(locator.finding(finding)), worldOf(context));
    },
  };
}

function withGroups(policy: Policy, groups: GroupPolicy[]): Policy {
  return groups.length === policy.groups.length ? policy : { ...policy, groups };
}

function worldOf({ entry, fileSystem, drafts }: RuleContext): PolicyRuleContext {
  const folder = folderOf(entry.path);
  return {
    isMissing: (path) => fileSystem.look(resolvePath(folder, path)).kind === 'missing',
    isDraft: (group) => drafts.includes(group),
  };
}
