/** Hovers about what was posted. */

import { integerText, percentText } from '@steward/numbers';
import { quantity, share, withinTolerance } from '@steward/report';
import type { GroupOutcome } from '@steward/simulator';
import { addDays } from '@steward/time';
import type { DayState } from '../chart/chart.ts';
import type { Clause } from '../clauses.ts';
import { type Facts, type FactsView, few, NO_FACTS, table } from './facts.ts';

const STATE: Record<string, DayState> = {
  kept: 'good',
  missed: 'bad',
  exceeded: 'bad',
  empty: 'none',
  unknown: 'unknown',
};
const MOST_DATES = 8;
const MOST_PERIODS = 5;

const states = (verdicts: readonly string[]): DayState[] => verdicts.map((verdict) => STATE[verdict] ?? 'none');

export function categoryFacts({ formatter }: FactsView, { outcomes }: Clause<'category'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const { content, messages } = only.group;
  const none = share(content.uncategorised, messages);
  const notes =
    none === null ? [] : [words.uncategorised(content.uncategorised, integerText(content.uncategorised), none)];
  const rows = content.categories.map((one) => [
    formatter.names(only.rules).full(one.category),
    integerText(one.messages),
    share(one.messages, messages) ?? '',
  ]);
  const { mixHeader, tierHeader } = words;
  return {
    ...NO_FACTS,
    tables: table([mixHeader.category, mixHeader.messages, tierHeader.share], rows, [1, 2]),
    notes,
  };
}

export function mixFacts({ formatter }: FactsView, { outcomes }: Clause<'mix'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const { group, result, rules } = only;
  const { mixHeader } = words;
  const rows = result.shares.map(({ category, target, actual, messages }) => {
    const mark = actual === null ? '·' : withinTolerance(target, actual, result.tolerance) ? '✓' : '✗';
    const value = actual === null ? '–' : quantity(actual, 'ratio', words);
    return [formatter.names(rules).full(category), percentText(target), `${value} ${mark}`, integerText(messages)];
  });
  const missed = result.periods
    .filter(({ verdict }) => verdict === 'missed')
    .map(({ start }) => dated(formatter, start, group));
  return {
    chart: strip(group, states(result.periods.map(({ verdict }) => verdict))),
    tables: table([mixHeader.category, mixHeader.target, mixHeader.actual, mixHeader.messages], rows, [1, 2, 3]),
    notes: missed.length === 0 ? [] : [words.missed(few(formatter, missed.toReversed(), MOST_DATES))],
    evidence: null,
    unknowns: { of: result.unknowns, counted: 'periods' },
  };
}

export function capFacts({ formatter }: FactsView, { outcomes }: Clause<'cap'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const { group, result } = only;
  const shares = result.periods.map(({ messages, of }) => (of === 0 ? null : messages / of));
  const worst = result.periods
    .filter(({ verdict }) => verdict === 'exceeded')
    .toSorted((a, b) => b.messages / b.of - a.messages / a.of)
    .slice(0, MOST_PERIODS)
    .map(({ start, messages, of }) => [
      dated(formatter, start, group),
      quantity({ numerator: messages, denominator: of }, 'ratio', words, result.limit),
      `${integerText(messages)}/${integerText(of)}`,
    ]);
  const most = Math.max(0, ...shares.filter((one) => one !== null));
  return {
    chart: {
      kind: 'bars',
      ...span(group),
      values: shares,
      bound: result.limit.numerator / result.limit.denominator,
      states: states(result.periods.map(({ verdict }) => verdict)),
      top: `${Math.round(most * 100)}%`,
    },
    tables: table([words.per[result.period], words.mixHeader.actual, words.mixHeader.messages], worst, [1, 2]),
    notes: [],
    evidence: result.evidence.count === 0 ? null : result.evidence,
    unknowns: { of: result.unknowns, counted: 'periods' },
  };
}

export function banFacts({ formatter }: FactsView, { outcomes }: Clause<'ban'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { words } = formatter;
  const { evidence } = only.result;
  return {
    ...NO_FACTS,
    notes: evidence.count === 0 ? [words.banNone] : [],
    evidence: evidence.count === 0 ? null : evidence,
  };
}

export function slotFacts({ formatter }: FactsView, { outcomes }: Clause<'slot'>): Facts {
  const [only] = outcomes;
  if (only === undefined) return NO_FACTS;
  const { group, result } = only;
  const missed = result.byDay.flatMap((state, day) =>
    state === 'missed' ? [formatter.day(addDays(group.days.from, day), group)] : [],
  );
  return {
    ...NO_FACTS,
    chart: strip(group, states(result.byDay)),
    notes: missed.length === 0 ? [] : [formatter.words.missed(few(formatter, missed.toReversed(), MOST_DATES))],
  };
}

function dated(formatter: FactsView['formatter'], start: string, group: GroupOutcome): string {
  return `${formatter.day(start.slice(0, 10), group)}${start.slice(10).replace('T', ' ')}`;
}

function span(group: GroupOutcome): { from: string; to: string } {
  return { from: group.days.from, to: group.days.to };
}

function strip(group: GroupOutcome, days: readonly DayState[]): Facts['chart'] {
  return days.length === 0 ? null : { kind: 'strip', ...span(group), states: days };
}
