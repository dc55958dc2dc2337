/** Every clause that can be undecided, with how often it was and why: of one group, or of many added up. */
import { SIGNALS } from '@steward/events';
import { type Condition, clauseKeys, type GroupPolicy } from '@steward/policy';
import type { GroupOutcome, Unknowns } from '@steward/simulator';
import type { Catalogue } from '../locale/catalogue.ts';
import { daysLookedBack } from './conditions.ts';
import { addDays } from './dates.ts';
import type { Names } from './names.ts';
import { integer } from './numbers.ts';

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
  kind: keyof Catalogue['clause'];
  name: string;
  counted: Counted;
  unknowns: Unknowns;
  conditions: readonly Condition[];
}

export function undecidedClauses(view: UnknownsView): UndecidedClause[] {
  const { groups, rules, words, names } = view;
  const of = (pick: (group: GroupOutcome) => Unknowns | undefined): Unknowns => sum(groups.map(pick));
  const conditions = (when: Condition | null | undefined): Condition[] => (when == null ? [] : [when]);
  const { tiers, content, health, risks, lifecycle } = rules;
  const keys = clauseKeys(rules);
  return [
    ...tiers.map((tier, index): UndecidedClause => {
      const unknowns = of((group) => group.tiers[index]?.unknowns);
      return {
        key: keys.tier?.[index] ?? '',
        kind: 'tier',
        name: words.clause.tier(names.short(tier.name)),
        counted: 'member-days',
        unknowns,
        conditions: conditions(tier.when),
      };
    }),
    ...content.mixes.map((mix, index): UndecidedClause => {
      const unknowns = of((group) => group.content.mixes[index]?.unknowns);
      return {
        key: keys.mix?.[index] ?? '',
        kind: 'mix',
        name: words.clause.mix(words.per[mix.period]),
        counted: 'periods',
        unknowns,
        conditions: [],
      };
    }),
    ...content.caps.map((cap, index): UndecidedClause => {
      const unknowns = of((group) => group.content.caps[index]?.unknowns);
      return {
        key: keys.cap?.[index] ?? '',
        kind: 'cap',
        name: words.clause.cap(names.short(cap.category)),
        counted: 'periods',
        unknowns,
        conditions: [],
      };
    }),
    ...health.map((dimension, index): UndecidedClause => {
      const unknowns = of((group) => group.health[index]?.unknowns);
      const goals = dimension.goals.map((goal) => goal.when);
      return {
        key: keys.health?.[index] ?? '',
        kind: 'health',
        name: words.clause.health(names.short(dimension.name)),
        counted: 'days',
        unknowns,
        conditions: goals,
      };
    }),
    ...risks.map((risk, index): UndecidedClause => {
      const unknowns = of((group) => group.risks[index]?.unknowns);
      return {
        key: keys.risk?.[index] ?? '',
        kind: 'risk',
        name: words.clause.risk(names.short(risk.name)),
        counted: 'days',
        unknowns,
        conditions: [risk.when],
      };
    }),
    ...(lifecycle?.stages ?? []).map((stage, index): UndecidedClause => {
      const unknowns = of((group) => group.lifecycle?.stages[index]?.unknowns);
      return {
        key: keys.stage?.[index] ?? '',
        kind: 'stage',
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
      unknownRole: add((part) => part.reasons.unknownRole),
      unknownMedia: add((part) => part.reasons.unknownMedia),
      beforeLog: add((part) => part.reasons.beforeLog),
      unknownStart: add((part) => part.reasons.unknownStart),
      periodRunning: add((part) => part.reasons.periodRunning),
      noBase: add((part) => part.reasons.noBase),
    },
  };
}

/** Which days before the log the longest trailing window of a clause would have to see; null where it has none. */
export function daysLacking(view: UnknownsView, clause: UndecidedClause): string | null {
  const back = clause.conditions.reduce((most, condition) => Math.max(most, daysLookedBack(condition)), 0);
  const [group, another] = view.groups;
  if (back === 0 || group === undefined) return null;
  // Each group of many begins on a day of its own.
  if (another !== undefined) return view.words.lackingDays(integer(back));
  const first = group.days.from;
  return view.words.lacking(addDays(first, -back), addDays(first, -1), addDays(first, back));
}
