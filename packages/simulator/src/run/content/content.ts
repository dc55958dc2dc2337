/** Categories, mixes, caps, bans and slots. */

import { NONE, SIGNALS, type Signal } from '@steward/events';
import { add, compare, exact, negate, type Rational, ratio } from '@steward/numbers';
import type { Ban, Cap, Mix, Slot } from '@steward/policy';
import { isWithinClock } from '@steward/time';
import type { Stream } from '../../columns/streams.ts';
import { EVIDENCE_LIMIT } from '../../outcome/evidence.ts';
import type { BanOutcome, CapOutcome, ContentOutcome, MixOutcome, SlotOutcome } from '../../outcome/outcome.ts';
import { streamPlan } from '../../program/clauses.ts';
import type { StageKeys } from '../../program/keys.ts';
import { evidenceOf } from '../evidence.ts';
import { firstAtOrAfter } from '../leaves/aggregates.ts';
import type { GroupStore } from '../store.ts';
import {
  categoryColumn,
  categoryColumns,
  type PeriodMessages,
  periodMessages,
  periodStartText,
} from '../time/periods.ts';
import { doubtOf, noteUnknown, noUnknowns, type Reason } from '../unknowns.ts';

const MESSAGE = SIGNALS.indexOf('message');
const MESSAGES: Signal[] = ['message'];

export function runContent(store: GroupStore, keys: StageKeys): ContentOutcome {
  const { categories, mixes, caps, bans, slots } = store.policy.content;
  const { keep } = store;
  const messages = keep(`messages ${keys.categories}`, () => countCategories(store));
  return {
    categories: categories.map((category, i) => ({ category: category.name, messages: messages[i] ?? 0 })),
    uncategorised: messages[categories.length] ?? 0,
    undecided: messages[categories.length + 1] ?? 0,
    mixes: mixes.map((mix, i) => keep(keys.mixes[i] ?? '', () => runMix(store, mix))),
    caps: caps.map((cap, i) => keep(keys.caps[i] ?? '', () => runCap(store, cap))),
    bans: bans.map((ban, i) => keep(keys.bans[i] ?? '', () => runBan(store, ban))),
    slots: slots.map((slot, i) => keep(keys.slots[i] ?? '', () => runSlot(store, slot))),
  };
}

/** Messages by category; those without one and the undecided come last. */
function countCategories(store: GroupStore): Int32Array {
  const { log } = store;
  const counts = new Int32Array(categoryColumns(store));
  for (let event = 0; event < log.length; event += 1) {
    if (log.kind[event] !== MESSAGE) continue;
    const column = categoryColumn(store, event);
    counts[column] = (counts[column] as number) + 1;
  }
  return counts;
}

function categoryIndex(store: GroupStore, name: string): number {
  const index = store.policy.content.categories.findIndex((category) => category.name === name);
  if (index < 0) throw new Error(`the policy names a category that it does not declare: ${name}`);
  return index;
}

function runMix(store: GroupStore, mix: Mix): MixOutcome {
  const { periods, counts, width } = periodMessages(store, mix.period);
  const columns = mix.shares.map((share) => categoryIndex(store, share.category));
  const unknowns = noUnknowns(store, MESSAGES);
  const totals = mix.shares.map(() => 0);
  const tally = { kept: 0, missed: 0, empty: 0 };
  const rows = periods.map(({ from }, p): MixOutcome['periods'][number] => {
    const messages = columns.map((column) => counts[p * width + column] as number);
    messages.forEach((count, i) => {
      totals[i] = (totals[i] ?? 0) + count;
    });
    unknowns.evaluations += 1;
    const reason = unjudged(store, from, counts[(p + 1) * width - 1] as number);
    const verdict = reason === null ? mixVerdict(mix, messages) : 'unknown';
    if (reason !== null) noteUnknown(unknowns, reason);
    if (verdict !== 'unknown') tally[verdict] += 1;
    return { start: periodStartText(store.frame, mix.period, from), messages, verdict };
  });
  const all = sum(totals);
  return {
    period: mix.period,
    tolerance: mix.tolerance,
    shares: mix.shares.map((share, i) => {
      const messages = totals[i] ?? 0;
      return {
        category: share.category,
        target: share.share,
        messages,
        actual: all === 0 ? null : ratio(messages, all),
      };
    }),
    messages: all,
    periods: rows,
    ...tally,
    unknowns,
  };
}

/** Why a period cannot be judged; null if it can. */
function unjudged(store: GroupStore, from: number, undecided: number): Reason | null {
  if (!store.shows(MESSAGES)) return 'missingSignal';
  if (undecided > 0) return doubtOf(store, ['category']);
  return store.frame.whole || from >= store.frame.beginning ? null : 'beforeLog';
}

function mixVerdict(mix: Mix, messages: readonly number[]): 'kept' | 'missed' | 'empty' {
  const all = sum(messages);
  if (all === 0) return 'empty';
  const kept = mix.shares.every((share, i) => within(messages[i] ?? 0, all, share.share, mix.tolerance));
  return kept ? 'kept' : 'missed';
}

function within(part: number, all: number, target: Rational, tolerance: Rational): boolean {
  const difference = add(exact(part, all), negate(exact(target.numerator, target.denominator)));
  const limit = exact(tolerance.numerator, tolerance.denominator);
  return compare(difference, limit) <= 0 && compare(negate(difference), limit) <= 0;
}

function runCap(store: GroupStore, cap: Cap): CapOutcome {
  const { periods, counts, width } = periodMessages(store, cap.period);
  const column = categoryIndex(store, cap.category);
  const unknowns = noUnknowns(store, MESSAGES);
  const limit = exact(cap.share.numerator, cap.share.denominator);
  const tally = { kept: 0, exceeded: 0 };
  const exceeded: number[] = [];
  let evidenceCount = 0;
  const rows = periods.map(({ from }, p): CapOutcome['periods'][number] => {
    const messages = counts[p * width + column] as number;
    const of = sum(counts.subarray(p * width, (p + 1) * width));
    const start = periodStartText(store.frame, cap.period, from);
    unknowns.evaluations += 1;
    const undecided = counts[(p + 1) * width - 1] as number;
    const isExceeded = of > 0 && compare(exact(messages, of), limit) > 0;
    const couldBe = of > 0 && compare(exact(messages + undecided, of), limit) > 0;
    const reason = unjudged(store, from, isExceeded === couldBe ? 0 : undecided);
    if (reason !== null) {
      noteUnknown(unknowns, reason);
      return { start, messages, of, verdict: 'unknown' };
    }
    if (of === 0) return { start, messages, of, verdict: 'empty' };
    if (!isExceeded) {
      tally.kept += 1;
      return { start, messages, of, verdict: 'kept' };
    }
    tally.exceeded += 1;
    exceeded.push(p);
    evidenceCount += messages;
    return { start, messages, of, verdict: 'exceeded' };
  });
  const last = lastOfCategory(
    store,
    column,
    exceeded.map((p) => periods[p] as PeriodMessages['periods'][number]),
  );
  return {
    category: cap.category,
    period: cap.period,
    limit: cap.share,
    periods: rows,
    ...tally,
    evidence: evidenceOf(store, last, evidenceCount),
    unknowns,
  };
}

/** The last messages of a category within the periods, ascending, as many as evidence lists. */
function lastOfCategory(store: GroupStore, category: number, periods: PeriodMessages['periods']): number[] {
  const { log, categories } = store;
  const found: number[] = [];
  for (const { from, to } of [...periods].reverse()) {
    const first = firstAtOrAfter(log.ts, from);
    for (let event = firstAtOrAfter(log.ts, to + 1) - 1; event >= first; event -= 1) {
      if (categories[event] !== category || log.kind[event] !== MESSAGE) continue;
      found.push(event);
      if (found.length === EVIDENCE_LIMIT) return found.reverse();
    }
  }
  return found.reverse();
}

/** The messages that a ban catches. */
export function banStream(store: GroupStore, ban: Ban): Stream {
  const { words, lexicon, range } = ban;
  return store.stream(streamPlan([{ signal: 'message', where: { kind: 'contains', words, lexicon, range } }]));
}

function runBan(store: GroupStore, ban: Ban): BanOutcome {
  const { events } = banStream(store, ban);
  const senders = new Set<number>();
  for (const event of events) senders.add(store.log.member[event] as number);
  senders.delete(NONE);
  return { lexicon: ban.lexicon, evidence: evidenceOf(store, events), members: senders.size };
}

function runSlot(store: GroupStore, slot: Slot): SlotOutcome {
  const { log, frame, categories, eventDay } = store;
  const category = categoryIndex(store, slot.category);
  const overnight = slot.to <= slot.from;
  const kept = new Uint8Array(frame.days);
  const maybe = new Uint8Array(frame.days);
  for (let event = 0; event < log.length; event += 1) {
    const isUndecided = store.filter.undecided?.[event] === 1;
    if (categories[event] !== category && !isUndecided) continue;
    const minute = frame.calendar.clockMinute(log.ts[event] as number);
    if (!isWithinClock(minute, slot.from, slot.to)) continue;
    const day = (eventDay[event] as number) - (overnight && minute < slot.from ? 1 : 0);
    if (day >= 0) (isUndecided ? maybe : kept)[day] = 1;
  }
  const shown = store.shows(MESSAGES);
  const byDay = Array.from(kept, (done, day): SlotOutcome['byDay'][number] => {
    if (done === 1) return 'kept';
    if (!shown || maybe[day] === 1 || (overnight && day === frame.days - 1)) return 'unknown';
    return 'missed';
  });
  return {
    slot: slot.label,
    category: slot.category,
    byDay,
    kept: byDay.filter((verdict) => verdict === 'kept').length,
    missed: byDay.filter((verdict) => verdict === 'missed').length,
  };
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i] as number;
  return total;
}
