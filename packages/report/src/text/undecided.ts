/** What could not be decided and why: missing signals or days, for one group or summed over many. */
import { integerText } from '@steward/numbers';
import type { GroupPolicy } from '@steward/policy';
import { type GroupOutcome, UNKNOWN_REASONS } from '@steward/simulator';
import type { Catalogue } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import type { Names } from '../values/names.ts';
import { daysLacking, type UndecidedClause, undecidedClauses } from '../values/undecided-clauses.ts';
import { paragraph } from './page.ts';

export interface UndecidedView {
  rules: GroupPolicy;
  groups: readonly GroupOutcome[];
  names: Names;
  words: Catalogue;
  palette: Palette;
  width: number;
}

/** Missing signals are listed by name instead. */
const REASONS = UNKNOWN_REASONS.filter((reason) => reason !== 'missingSignal');

export function undecidedLines(view: UndecidedView): string[] {
  const { words, palette } = view;
  const title = ['', palette.bold(words.undecided)];
  const clauses = undecidedClauses(view).filter(({ unknowns }) => unknowns.unknown > 0);
  if (clauses.length === 0) return [...title, ...paragraph(view, words.everythingDecided)];
  return [
    ...title,
    ...missingSignalLines(view, clauses),
    ...REASONS.flatMap((reason) => reasonLines(view, reason, clauses)),
  ];
}

/** Groups clauses that lack the same signals. */
function missingSignalLines(view: UndecidedView, clauses: readonly UndecidedClause[]): string[] {
  const { words, palette, names } = view;
  const lacking = clauses.filter(({ unknowns }) => unknowns.reasons.missingSignal > 0);
  const bySignals = Map.groupBy(lacking, ({ unknowns }) => unknowns.missingSignals.map(names.signal).join(words.comma));
  const lines = [...bySignals].flatMap(([signals, together]) => [
    ...paragraph(view, palette.yellow(words.missingSignals(signals)), 1, 2),
    ...together.flatMap((clause) => clauseLine(view, clause, clause.unknowns.reasons.missingSignal, null)),
  ]);
  return lines.length === 0 ? [] : [...lines, ...paragraph(view, palette.dim(words.missingSignalHint), 2)];
}

function reasonLines(
  view: UndecidedView,
  reason: (typeof REASONS)[number],
  clauses: readonly UndecidedClause[],
): string[] {
  const lacking = clauses.filter(({ unknowns }) => unknowns.reasons[reason] > 0);
  if (lacking.length === 0) return [];
  return [
    ...paragraph(view, view.palette.yellow(view.words.reason[reason]), 1, 2),
    ...lacking.flatMap((clause) => {
      const note = reason === 'beforeLog' ? daysLacking(view, clause) : null;
      return clauseLine(view, clause, clause.unknowns.reasons[reason], note);
    }),
  ];
}

function clauseLine(view: UndecidedView, clause: UndecidedClause, unknown: number, note: string | null): string[] {
  const { words } = view;
  const count = words.ofEvaluations(integerText(unknown), integerText(clause.unknowns.evaluations), clause.counted);
  const text = `${clause.name}${words.colon}${count}${note === null ? '' : ` · ${note}`}`;
  return paragraph(view, text, 2, 2);
}
