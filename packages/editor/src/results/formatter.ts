/** Formatting shared by lines and hovers: sentences, names, days, and reasons for undecided results. */

import { integerText } from '@steward/numbers';
import type { Condition, GroupPolicy, Policy } from '@steward/policy';
import { CATALOGUE, type Catalogue, daysLookedBack, localDate, type Names, namesOf } from '@steward/report';
import { type GroupOutcome, UNKNOWN_REASONS, type Unknowns } from '@steward/simulator';
import type { Locale } from '@steward/text';
import { addDays, daysBetween, type Instant, type LocalDate } from '@steward/time';
import { RESULT_WORDS, type ResultWords } from './words.ts';

export interface Formatter {
  locale: Locale;
  /** The report's sentences. */
  words: Catalogue;
  /** The sentences of lines and hovers. */
  own: ResultWords;
  names: (rules: GroupPolicy) => Names;
  /** With its year if that differs from the year in which the log ends. */
  day: (date: LocalDate, group: GroupOutcome) => string;
  dayOf: (instant: Instant, group: GroupOutcome) => string;
  /** Main reason for unknown evaluations; null if all were decided. */
  whyUnknown: (unknowns: readonly Unknowns[], undecided: Undecided) => string | null;
}

/** Facts that a reason may mention. */
export interface Undecided {
  rules: GroupPolicy;
  /** Null if groups begin on different days. */
  group: GroupOutcome | null;
  conditions: readonly (Condition | null)[];
}

export function formatterFor(policy: Policy, locale: Locale): Formatter {
  const words = CATALOGUE[locale];
  const own = RESULT_WORDS[locale];
  const known = new Map<string, Names>();
  const names = (rules: GroupPolicy): Names => {
    const made = known.get(rules.name) ?? namesOf(policy, rules.name, words);
    known.set(rules.name, made);
    return made;
  };
  const day = (date: LocalDate, group: GroupOutcome): string => {
    const [year = '', month = '', inMonth = ''] = date.split('-');
    return own.day(group.days.to.startsWith(year) ? null : year, Number(month), Number(inMonth));
  };
  const missing = (unknowns: readonly Unknowns[], { rules }: Undecided): string => {
    const { signal } = names(rules);
    const signals = new Set(unknowns.flatMap((one) => one.missingSignals));
    return own.needs([...signals].map((one) => own.signals(one, signal(one))).join(words.comma));
  };
  const earlier = ({ group, conditions }: Undecided): string => {
    const back = conditions.reduce((most, one) => Math.max(most, one === null ? 0 : daysLookedBack(one)), 0);
    return group === null || back === 0 ? own.needsEarlier : own.needsDays(day(addDays(group.days.from, back), group));
  };
  return {
    locale,
    words,
    own,
    names,
    day,
    dayOf: (instant, group) => day(localDate(instant, group.timezone), group),
    whyUnknown(unknowns, undecided) {
      const reasons = reasonCounts(unknowns);
      const [most] = reasons.toSorted((a, b) => b.count - a.count);
      if (most === undefined || most.count === 0) return null;
      if (most.reason === 'missingSignal') return missing(unknowns, undecided);
      return most.reason === 'beforeLog' ? earlier(undecided) : own[most.reason];
    },
  };
}

function reasonCounts(unknowns: readonly Unknowns[]) {
  return UNKNOWN_REASONS.map((reason) => ({ reason, count: sum(unknowns, (one) => one.reasons[reason]) }));
}

export function sum<Item>(items: readonly Item[], read: (item: Item) => number): number {
  return items.reduce((total, item) => total + read(item), 0);
}

/** Whether no evaluation was decided. */
export function nothingDecided(unknowns: readonly Unknowns[]): boolean {
  const evaluations = sum(unknowns, (one) => one.evaluations);
  return evaluations > 0 && sum(unknowns, (one) => one.unknown) === evaluations;
}

/** ` · 12 undecided`, or nothing. */
export function undecidedNote(formatterFor: Formatter, count: number): string[] {
  return count === 0 ? [] : [formatterFor.own.undecided(integerText(count))];
}

/** Daily values summed over groups, for all days that any of them has. */
export function sumByDay(parts: readonly { group: GroupOutcome; byDay: readonly number[] }[]): number[] {
  const [first] = parts;
  if (first === undefined) return [];
  if (parts.length === 1) return [...first.byDay];
  const [from = ''] = parts.map(({ group }) => group.days.from).toSorted();
  const sums: number[] = [];
  for (const { group, byDay } of parts) {
    const offset = daysBetween(from, group.days.from);
    byDay.forEach((value, day) => {
      sums[offset + day] = (sums[offset + day] ?? 0) + value;
    });
  }
  return Array.from(sums, (value) => value ?? 0);
}
