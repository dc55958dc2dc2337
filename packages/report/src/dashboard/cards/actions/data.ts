/** What the rules would have done. */
import type { SourceRange } from '@steward/policy';
import type { ActionCause } from '@steward/simulator';
import { actionRecord } from '../../../text/calls.ts';
import type { DashboardActions, Rule } from '../../parts.ts';
import { ruleOf, type View } from '../../view.ts';

const MOST_RECORDS = 200;

export function dataOf(view: View): { actions: DashboardActions } {
  return { actions: actionsOf(view) };
}

function actionsOf(view: View): DashboardActions {
  const { actions } = view.group;
  const preventing = new Set(
    view.policy.actions.filter((action) => action.prevents.length > 0).map((action) => action.name),
  );
  const records = actions.records.slice(0, MOST_RECORDS).map((record) => ({
    at: record.at,
    text: actionRecord(view, record),
    cause: causeOf(view, record.cause),
    prevented: record.prevented,
  }));
  return {
    total: actions.total,
    byAction: actions.byAction.map(({ action, count, prevented }) => ({
      action: view.names.action(action),
      count,
      prevented: preventing.has(action) ? prevented : null,
    })),
    records,
    later: actions.total - records.length,
  };
}

/** The clause that asked for it. Its source is shown with the clause itself. */
function causeOf(view: View, cause: ActionCause): Rule | null {
  const { rules, keys, names } = view;
  const find = (
    clauses: readonly { range: SourceRange }[],
    own: readonly string[],
    index: number,
    name: string,
  ): Rule | null => {
    const clause = clauses[index];
    return clause === undefined ? null : { ...ruleOf(view, own[index], name, clause.range, null), source: null };
  };
  const named = (clauses: readonly { name: string }[], name: string): number =>
    clauses.findIndex((clause) => clause.name === name);
  switch (cause.kind) {
    case 'ban': {
      const index = rules.content.bans.findIndex(({ lexicon }) => lexicon === cause.lexicon);
      return find(rules.content.bans, keys.ban ?? [], index, view.words.ban(names.short(cause.lexicon)));
    }
    case 'risk':
      return find(rules.risks, keys.risk ?? [], named(rules.risks, cause.risk), cause.incident);
    case 'tier':
      return find(rules.tiers, keys.tier ?? [], named(rules.tiers, cause.tier), names.short(cause.tier));
    case 'health':
      return find(rules.health, keys.health ?? [], named(rules.health, cause.dimension), names.short(cause.dimension));
    case 'campaign':
      return find(
        rules.campaigns,
        keys.campaign ?? [],
        named(rules.campaigns, cause.campaign),
        names.short(cause.campaign),
      );
  }
}
