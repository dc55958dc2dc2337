/**
 * The dashboard of one group of a simulation.
 *
 * - Pure: equal inputs give equal dashboards. Sources, texts of events and addresses of files are injected.
 */
import { clauseKeys, type Policy, type SourceRange } from '@steward/policy';
import type { Outcome } from '@steward/simulator';
import type { Locale } from '@steward/text';
import { CATALOGUE } from '../locale/catalogue.ts';
import type { EvidenceText } from '../text/page.ts';
import { namesOf } from '../values/names.ts';
import { type CardData, cardData } from './cards/data.generated.ts';
import { undecidedOf } from './cards/undecided/clauses.ts';
import type { Dashboard } from './dashboard.ts';
import type { Rule } from './parts.ts';
import { ruleOf, type View } from './view.ts';

/** Most groups in the list: more than anybody would scroll through. */
const MOST_GROUPS = 1_000;

export interface DashboardInput {
  policy: Policy;
  outcome: Outcome;
  /** Id of a group of the log; null for the first. */
  group: string | null;
  locale: Locale;
  /** Source of a rule; null if not available. */
  sourceText: (range: SourceRange) => string | null;
  /** Text of an event; null if it has none or was not looked up. */
  evidenceText?: EvidenceText;
  /** URI of a log file for an editor; null if there is none. */
  uriOf?: (file: string) => string | null;
  /** A member's name; null if the log has none. */
  memberName?: (member: string) => string | null;
}

/** @returns null if the outcome lacks this group or has none */
export function dashboardOf(input: DashboardInput): Dashboard | null {
  const { policy, outcome, locale } = input;
  const group = outcome.groups.find((one) => input.group === null || one.group === input.group);
  const rules = policy.groups.find(({ name }) => name === group?.policy);
  if (group === undefined || rules === undefined) return null;
  const words = CATALOGUE[locale];
  const names = namesOf(policy, rules.name, words);
  const view: View = {
    policy,
    rules,
    outcome,
    group,
    keys: clauseKeys(rules),
    names,
    words,
    sourceText: input.sourceText,
    evidenceText: input.evidenceText ?? (() => null),
    memberName: input.memberName ?? (() => null),
  };
  const cards = cardData(view);
  const { days, timezone, kind, events, messages } = group;
  const listed = outcome.groups.filter((one, index) => index < MOST_GROUPS || one === group);
  const rule = { ...ruleOf(view, view.rules.name, names.short(rules.name), rules.range, null), source: null };
  return {
    locale,
    group: {
      id: group.group,
      name: group.groupName,
      rule,
      kind,
      purpose: rules.purpose,
      timezone,
      days,
      events,
      messages,
    },
    groups: listed.map((one) => ({ group: one.group, name: one.groupName, policy: names.short(one.policy) })),
    moreGroups: outcome.groups.length - listed.length,
    log: {
      files: outcome.log.files.map((name) => ({ name, uri: input.uriOf?.(name) ?? null })),
      shows: outcome.log.shows.map(names.signal),
      complete: outcome.log.complete,
    },
    ...cards,
    undecided: undecidedOf(view, rulesByKey(cards)),
  };
}

function rulesByKey({ tiers, content, health, risks, lifecycle }: CardData): Map<string, Rule> {
  const all = [
    ...tiers.tiers,
    ...content.mixes,
    ...content.caps,
    ...health,
    ...risks,
    ...(lifecycle?.stages ?? []),
  ].map(({ rule }) => rule);
  return new Map(all.map((rule) => [rule.clause, rule]));
}
