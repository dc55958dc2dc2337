/** Lines about what was posted: categories, mixes, caps, bans and slots. */

import { integerText, type Rational, toNumber } from '@steward/numbers';
import { quantity, share } from '@steward/report';
import type { CapOutcome, GroupOutcome } from '@steward/simulator';
import { addDays } from '@steward/time';
import type { Clause } from '../clauses.ts';
import { type Formatter, sum } from '../formatter.ts';
import type { ClauseOutcome, LineText } from '../input.ts';

export function categoryLine({ own, words }: Formatter, { outcomes }: Clause<'category'>): LineText {
  const messages = sum(outcomes, ({ result }) => result.messages);
  if (messages === 0) return { text: own.neverPosted, tone: 'idle' };
  const part = share(
    messages,
    sum(outcomes, ({ group }) => group.messages),
  );
  const count = words.messageCount(messages, integerText(messages));
  return { text: `${count}${words.openParenthesis}${part ?? ''}${words.closeParenthesis}`, tone: 'neutral' };
}

/** `38/31/21/10 ✓`. */
export function mixLine(formatter: Formatter, { rule, rules, outcomes }: Clause<'mix'>): LineText {
  const { words } = formatter;
  const kept = sum(outcomes, ({ result }) => result.kept);
  const missed = sum(outcomes, ({ result }) => result.missed);
  const unknowns = outcomes.map(({ result }) => result.unknowns);
  const actual = actualShares(outcomes.map(({ result }) => result));
  const shares = actual.map((value) => (value === null ? '–' : String(Math.round(toNumber(value) * 100)))).join('/');
  const judged = kept + missed;
  if (judged === 0) {
    const group = outcomes.length === 1 ? (outcomes[0]?.group ?? null) : null;
    const why = formatter.whyUnknown(unknowns, { rules, group, conditions: [] });
    return why === null ? { text: words.mixNever, tone: 'idle' } : { text: why, tone: 'unknown' };
  }
  if (missed === 0) return { text: `${shares} ✓`, tone: 'good' };
  const verdict = words.mixVerdict(integerText(kept), integerText(judged), rule.period, 0);
  return { text: `${shares} ✗ ${verdict}`, tone: 'bad' };
}

/** Over all groups; null if no message has one of the categories. */
function actualShares(
  mixes: readonly { shares: readonly { messages: number }[]; messages: number }[],
): (Rational | null)[] {
  const all = sum(mixes, (mix) => mix.messages);
  const [first] = mixes;
  return (first?.shares ?? []).map((_, i) => {
    const numerator = sum(mixes, (mix) => mix.shares[i]?.messages ?? 0);
    return all === 0 ? null : { numerator, denominator: all };
  });
}

export function capLine(formatter: Formatter, { rule, rules, outcomes }: Clause<'cap'>): LineText {
  const { own, words } = formatter;
  const kept = sum(outcomes, ({ result }) => result.kept);
  const exceeded = sum(outcomes, ({ result }) => result.exceeded);
  const judged = kept + exceeded;
  if (judged === 0) {
    const group = outcomes.length === 1 ? (outcomes[0]?.group ?? null) : null;
    const unknowns = outcomes.map(({ result }) => result.unknowns);
    const why = formatter.whyUnknown(unknowns, { rules, group, conditions: [] });
    return why === null ? { text: words.capUnjudged, tone: 'idle' } : { text: why, tone: 'unknown' };
  }
  const messages = sum(outcomes, ({ result }) => sum(result.periods, (period) => period.messages));
  if (messages === 0) return { text: own.neverPosted, tone: 'idle' };
  if (exceeded === 0) return { text: `✓ ${words.capKept(integerText(judged), rule.period)}`, tone: 'good' };
  const worst = worstPeriod(formatter, rule.share, outcomes);
  const text = [`✗ ${words.capExceeded(integerText(exceeded), integerText(judged), rule.period)}`, ...worst].join(
    ' · ',
  );
  return { text, tone: 'bad' };
}

function worstPeriod(
  { own, words, day }: Formatter,
  limit: Rational,
  outcomes: readonly ClauseOutcome<CapOutcome>[],
): string[] {
  const [worst] = outcomes
    .flatMap(({ group, result }) => result.periods.map((period) => ({ group, period })))
    .filter(({ period }) => period.verdict === 'exceeded')
    .toSorted((a, b) => b.period.messages / b.period.of - a.period.messages / a.period.of);
  if (worst === undefined) return [];
  const { group, period } = worst;
  const value = quantity({ numerator: period.messages, denominator: period.of }, 'ratio', words, limit);
  return [own.worst(value, day(period.start.slice(0, 10), group))];
}

export function banLine(formatter: Formatter, { rules, outcomes }: Clause<'ban'>, shows: readonly string[]): LineText {
  const { own, words, names, dayOf } = formatter;
  if (!shows.includes('message')) {
    return { text: own.needs(own.signals('message', names(rules).signal('message'))), tone: 'unknown' };
  }
  const messages = sum(outcomes, ({ result }) => result.evidence.count);
  if (messages === 0) return { text: own.neverSaid, tone: 'idle' };
  const members = sum(outcomes, ({ result }) => result.members);
  const last = latest(outcomes.flatMap(({ group, result }) => result.evidence.events.map(({ at }) => ({ at, group }))));
  const hits = words.banHits(messages, integerText(messages), members, integerText(members));
  return { text: [hits, ...(last === null ? [] : [own.lastOn(dayOf(last.at, last.group))])].join(' · '), tone: 'bad' };
}

export function slotLine(formatter: Formatter, { rules, outcomes }: Clause<'slot'>): LineText {
  const { own, words, names, day } = formatter;
  const kept = sum(outcomes, ({ result }) => result.kept);
  const missed = sum(outcomes, ({ result }) => result.missed);
  const judged = kept + missed;
  if (judged === 0) {
    return { text: own.needs(own.signals('message', names(rules).signal('message'))), tone: 'unknown' };
  }
  const verdict = words.slotKept(integerText(kept), integerText(judged));
  if (missed === 0) return { text: `✓ ${verdict}`, tone: 'good' };
  const gaps = outcomes.flatMap(({ group, result }) => {
    const last = result.byDay.lastIndexOf('missed');
    return last < 0 ? [] : [{ at: addDays(group.days.from, last), group }];
  });
  const last = latest(gaps);
  const text = [`✗ ${verdict}`, ...(last === null ? [] : [own.missedLast(day(last.at, last.group))])].join(' · ');
  return { text, tone: 'bad' };
}

/** The latest of dates or instants. */
export function latest(
  places: readonly { at: string; group: GroupOutcome }[],
): { at: string; group: GroupOutcome } | null {
  return places.reduce<{ at: string; group: GroupOutcome } | null>(
    (last, place) => (last === null || place.at > last.at ? place : last),
    null,
  );
}
