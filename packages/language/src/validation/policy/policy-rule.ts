/**
 * Rules that read the Policy: plain data with source ranges, no syntax tree.
 *
 * - Pure: no I/O, clock or randomness; equal policies give equal findings.
 * - A rule says where by naming the value it is about; the text around it is looked up afterwards (`locate.ts`), so a rule
 *   can be tried on a Policy that was never written down.
 * - Broken clauses are absent from the Policy that a rule sees, so no rule guards against them.
 */
import type { GroupPolicy, Policy } from '@steward/policy';
import type { Bilingual } from '@steward/text';
import type { Severity } from '../../diagnostics/diagnostic.ts';
import { folderOf, resolvePath } from '../../workspace/paths.ts';
import { defineRule, type GroupRule, type Rule, type RuleContext } from '../registry.ts';
import type { Report } from './finding.ts';
import { Locator } from './locate.ts';

/** What a rule may ask of the world outside the Policy. */
export interface PolicyRuleContext {
  /** Whether there is nothing where the Policy names a file, relative to the entry file's folder. */
  isMissing(path: string): boolean;
  /** Whether it is a policy that no group extends, judged as if it were one: nothing can be tried on it. */
  isDraft(group: GroupPolicy): boolean;
}

export interface PolicyRule {
  code: string;
  severity: Severity;
  title: Bilingual;
  /**
   * What the rule judges. Left out: single clauses, so it runs whatever else is wrong.
   * - `absence`: that something is missing in a block. Holds back while there are errors, for what is broken is absent too.
   * - `group`: that something is missing in a group as a whole. The same, and says nothing of policies that no group extends.
   */
  judges?: 'absence' | 'group';
  /**
   * What one call is given. Left out: one group at a time, so that an editor looks again only at groups that changed.
   * - `policy`: all of it, for what compares groups with each other, looks at scenarios, words or other files, or is said once.
   */
  over?: 'policy';
  check(policy: Policy, report: Report, context: PolicyRuleContext): void;
}

/** @returns the rule as the checker runs it, with places looked up in the text. */
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
