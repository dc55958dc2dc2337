/** What could not be decided, and why: by the signal that the log lacks, or the days. Of one group, or of many added up. */
import { SIGNALS } from '@steward/events';
import type { Condition, GroupPolicy } from '@steward/policy';
import type { GroupOutcome, Unknowns } from '@steward/simulator';
import type { Catalogue, Reason } from '../locale/catalogue.ts';
import type { Palette } from '../palette.ts';
import { daysLookedBack } from '../values/conditions.ts';
import { addDays } from '../values/dates.ts';
import type { Names } from '../values/names.ts';
import { integer } from '../values/numbers.ts';
import { paragraph } from './page.ts';

export interface UndecidedView {
  rules: GroupPolicy;
  groups: readonly GroupOutcome[];
  names: Names;
  words: Catalogue;
  palette: Palette;
  width: number;
}

type Counted = 'member-days' | 'periods' | 'days';

interface Clause {
  name: string;
  counted: Counted;
  unknowns: Unknowns;
  conditions: readonly Condition[];
}

const REASONS = ['beforeLog', 'unknownStart', 'periodRunning', 'noBase'] as const satisfies readonly Reason[];

export function undecidedLines(view: UndecidedView): string[] {
  const { words, palette } = view;
  const title = ['', palette.bold(words.undecided)];
  const clauses = clausesOf(view).filter(({ unknowns }) => unknowns.unknown > 0);
  if (clauses.length === 0) return [...title, ...paragraph(view, words.everythingDecided)];
  return [
    ...title,
    ...missingSignalLines(view, clauses),
    ...REASONS.flatMap((reason) => reasonLines(view, reason, clauses)),
  ];
}

function clausesOf(view: UndecidedView): Clause[] {
  const { groups, rules, words, names } = view;
  const of = (pick: (group: GroupOutcome) => Unknowns | undefined): Unknowns => sum(groups.map(pick));
  const conditions = (when: Condition | null | undefined): Condition[] => (when == null ? [] : [when]);
  const { tiers, content, health, risks, lifecycle } = rules;
  return [
    ...tiers.map((tier, index): Clause => {
      const unknowns = of((group) => group.tiers[index]?.unknowns);
      return {
        name: words.clause.tier(names.short(tier.name)),
        counted: 'member-days',
        unknowns,
        conditions: conditions(tier.when),
      };
    }),
    ...content.mixes.map((mix, index): Clause => {
      const unknowns = of((group) => group.content.mixes[index]?.unknowns);
      return { name: words.clause.mix(words.per[mix.period]), counted: 'periods', unknowns, conditions: [] };
    }),
    ...content.caps.map((cap, index): Clause => {
      const unknowns = of((group) => group.content.caps[index]?.unknowns);
      return { name: words.clause.cap(names.short(cap.category)), counted: 'periods', unknowns, conditions: [] };
    }),
    ...health.map((dimension, index): Clause => {
      const unknowns = of((group) => group.health[index]?.unknowns);
      const goals = dimension.goals.map((goal) => goal.when);
      return { name: words.clause.health(names.short(dimension.name)), counted: 'days', unknowns, conditions: goals };
    }),
    ...risks.map((risk, index): Clause => {
      const unknowns = of((group) => group.risks[index]?.unknowns);
      return { name: words.clause.risk(names.short(risk.name)), counted: 'days', unknowns, conditions: [risk.when] };
    }),
    ...(lifecycle?.stages ?? []).map((stage, index): Clause => {
      const unknowns = of((group) => group.lifecycle?.stages[index]?.unknowns);
      return {
        name: words.clause.stage(names.short(stage.name)),
        counted: 'days',
        unknowns,
        conditions: conditions(stage.when),
      };
    }),
  ];
}

function sum(parts: readonly (Unknowns | undefined)[]): Unknowns {
  const known = parts.filter((part) => part !== undefined);
  const add = (pick: (part: Unknowns) => number): number => known.reduce((total, part) => total + pick(part), 0);
  return {
    evaluations: add((part) => part.evaluations),
    unknown: add((part) => part.unknown),
    missingSignals: SIGNALS.filter((signal) => known.some((part) => part.missingSignals.includes(signal))),
    reasons: {
      missingSignal: add((part) => part.reasons.missingSignal),
      beforeLog: add((part) => part.reasons.beforeLog),
      unknownStart: add((part) => part.reasons.unknownStart),
      periodRunning: add((part) => part.reasons.periodRunning),
      noBase: add((part) => part.reasons.noBase),
    },
  };
}

/** Clauses that lack the same signals stand together. */
function missingSignalLines(view: UndecidedView, clauses: readonly Clause[]): string[] {
  const { words, palette, names } = view;
  const lacking = clauses.filter(({ unknowns }) => unknowns.reasons.missingSignal > 0);
  const bySignals = Map.groupBy(lacking, ({ unknowns }) => unknowns.missingSignals.map(names.signal).join(words.comma));
  const lines = [...bySignals].flatMap(([signals, together]) => [
    ...paragraph(view, palette.yellow(words.missingSignals(signals)), 1, 2),
    ...together.flatMap((clause) => clauseLine(view, clause, clause.unknowns.reasons.missingSignal, null)),
  ]);
  return lines.length === 0 ? [] : [...lines, ...paragraph(view, palette.dim(words.missingSignalHint), 2)];
}

function reasonLines(view: UndecidedView, reason: (typeof REASONS)[number], clauses: readonly Clause[]): string[] {
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

function clauseLine(view: UndecidedView, clause: Clause, unknown: number, note: string | null): string[] {
  const { words } = view;
  const count = words.ofEvaluations(integer(unknown), integer(clause.unknowns.evaluations), clause.counted);
  const text = `${clause.name}${words.colon}${count}${note === null ? '' : ` · ${note}`}`;
  return paragraph(view, text, 2, 2);
}

/** Which days before the log the longest trailing window of a clause would have to see; null where it has none. */
function daysLacking(view: UndecidedView, clause: Clause): string | null {
  const back = clause.conditions.reduce((most, condition) => Math.max(most, daysLookedBack(condition)), 0);
  const [group, another] = view.groups;
  if (back === 0 || group === undefined) return null;
  // Each group of many begins on a day of its own.
  if (another !== undefined) return view.words.lackingDays(integer(back));
  const first = group.days.from;
  return view.words.lacking(addDays(first, -back), addDays(first, -1), addDays(first, back));
}
