/** Clauses that can be undecided, with how often and why, for one group or summed over many. */

import { SIGNALS } from '@steward/events';
import { integerText } from '@steward/numbers';
import { type Clause, type Condition, clausesOf, type GroupPolicy } from '@steward/policy';
import { type GroupOutcome, UNDECIDED_KINDS, type UndecidedKind, type Unknowns, unknownsOf } from '@steward/simulator';
import { addDays } from '@steward/time';
import type { Catalogue } from '../locale/catalogue.ts';
import { daysLookedBack } from './conditions.ts';
import type { Names } from './names.ts';

interface UnknownsView {
  rules: GroupPolicy;
  groups: readonly GroupOutcome[];
  names: Names;
  words: Catalogue;
}

/** Why evaluations were unknown. */
export type Reason = keyof Unknowns['reasons'];

type Counted = 'member-days' | 'periods' | 'days';

export interface UndecidedClause {
  /** See `clauseKeys`. */
  key: string;
  kind: UndecidedKind;
  name: string;
  counted: Counted;
  unknowns: Unknowns;
  conditions: readonly Condition[];
}

const COUNTED: Readonly<Record<UndecidedKind, Counted>> = {
  tier: 'member-days',
  mix: 'periods',
  cap: 'periods',
  health: 'days',
  risk: 'days',
  stage: 'days',
};

export function undecidedClauses(view: UnknownsView): UndecidedClause[] {
  return UNDECIDED_KINDS.flatMap((kind) => {
    const clauses = clausesOf(view.rules).filter((clause): clause is Clause<UndecidedKind> => clause.kind === kind);
    return clauses.map((clause, index) => ({
      key: clause.key,
      kind,
      name: view.words.clause[kind](nameOf(view, clause)),
      counted: COUNTED[kind],
      unknowns: sum(view.groups.map((group) => unknownsOf(group, kind)[index])),
      conditions: conditionsIn(clause),
    }));
  });
}

function nameOf({ names, words }: UnknownsView, { kind, name, rule }: Clause<UndecidedKind>): string {
  return kind === 'mix' ? words.per[rule.period] : names.short(name);
}

function conditionsIn({ kind, condition, rule }: Clause<UndecidedKind>): Condition[] {
  if (kind === 'health') return rule.goals.map(({ when }) => when);
  return condition === null ? [] : [condition];
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
      unknownRole: add((part) => part.reasons.unknownRole),
      unknownMedia: add((part) => part.reasons.unknownMedia),
      beforeLog: add((part) => part.reasons.beforeLog),
      unknownStart: add((part) => part.reasons.unknownStart),
      periodRunning: add((part) => part.reasons.periodRunning),
      noBase: add((part) => part.reasons.noBase),
    },
  };
}

/** Days before the log that a clause's longest trailing window needs; null if it has none. */
export function daysLacking(view: UnknownsView, clause: UndecidedClause): string | null {
  const back = clause.conditions.reduce((most, condition) => Math.max(most, daysLookedBack(condition)), 0);
  const [group, another] = view.groups;
  if (back === 0 || group === undefined) return null;
  // Groups may begin on different days.
  if (another !== undefined) return view.words.lackingDays(integerText(back));
  const first = group.days.from;
  return view.words.lacking(addDays(first, -back), addDays(first, -1), addDays(first, back));
}
