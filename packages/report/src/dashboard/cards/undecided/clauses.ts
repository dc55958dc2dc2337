/** Undecided clauses, each with its reasons as sentences. */
import { UNKNOWN_REASONS } from '@steward/simulator';
import type { Reason } from '../../../values/undecided-clauses.ts';
import { daysLacking, undecidedClauses } from '../../../values/undecided-clauses.ts';
import type { DashboardUndecided, Rule } from '../../parts.ts';
import type { View } from '../../view.ts';

/** @param rules clauses shown on the dashboard, by key */
export function undecidedOf(view: View, rules: ReadonlyMap<string, Rule>): DashboardUndecided[] {
  const { words, names } = view;
  const all = { rules: view.rules, groups: [view.group], names, words };
  return undecidedClauses(all).flatMap((clause) => {
    const { key, kind, counted, unknowns } = clause;
    const rule = rules.get(key);
    if (unknowns.unknown === 0 || rule === undefined) return [];
    const sentence = (reason: Reason): string => {
      if (reason === 'missingSignal')
        return words.missingSignals(unknowns.missingSignals.map(names.signal).join(words.comma));
      const lacking = reason === 'beforeLog' ? daysLacking(all, clause) : null;
      return lacking === null ? words.reason[reason] : `${words.reason[reason]} · ${lacking}`;
    };
    const reasons = UNKNOWN_REASONS.flatMap((reason) => {
      const count = unknowns.reasons[reason];
      return count === 0 ? [] : [{ reason, text: sentence(reason), count }];
    });
    const { unknown, evaluations } = unknowns;
    return [{ rule: { ...rule, source: null }, kind, unknown, evaluations, counted, reasons }];
  });
}
