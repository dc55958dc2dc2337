/** Content: categories, mixes, caps, bans and slots. */

import type { Ban, Cap, Category, Mix, Slot } from '@steward/policy';
import type { BanOutcome, CapOutcome, ContentOutcome, MixOutcome, SlotOutcome } from '@steward/simulator';
import type { Period } from '@steward/time';
import { type CalendarPeriod, clockWithin } from './calendar.ts';
import { evidenceOf } from './evidence.ts';
import { compare, type Exact, exact, fromPolicy, negate, subtract, toPolicy, ZERO } from './rational.ts';
import { doubtOf, UnknownCount } from './reasons.ts';
import type { Row } from './rows.ts';
import { containsAny } from './text.ts';
import { coveredFrom, shown, type World } from './world.ts';

export function runContent(world: World): ContentOutcome {
  const { content } = world.group;
  const messages = world.rows.filter((row) => row.kind === 'message');
  const among = (category: Category): number => ofCategory(world, messages, category.name).length;
  return {
    categories: content.categories.map((category) => ({ category: category.name, messages: among(category) })),
    uncategorised: messages.filter((row) => !world.categories.has(row) && !world.undecided.has(row)).length,
    undecided: messages.filter((row) => world.undecided.has(row)).length,
    mixes: content.mixes.map((mix) => runMix(world, mix, messages)),
    caps: content.caps.map((cap) => runCap(world, cap, messages)),
    bans: content.bans.map((ban) => runBan(world, ban)),
    slots: content.slots.map((slot) => runSlot(world, slot, messages)),
  };
}

function ofCategory(world: World, messages: readonly Row[], category: string): Row[] {
  return messages.filter((row) => world.categories.get(row) === category);
}

function inside(messages: readonly Row[], period: CalendarPeriod): Row[] {
  return messages.filter((row) => period.from <= row.ts && row.ts <= period.last);
}

/** The completed periods to judge: those that end on an evaluated day, not before the group's first event. */
function periodsToJudge(world: World, period: Period): CalendarPeriod[] {
  return world.calendar.periodsEnding(period, world.days).filter((each) => each.last >= world.firstEvent);
}

/** Counts one period; true if it can be judged. `hangs`: the verdict depends on undecided messages. */
function isJudged(world: World, period: CalendarPeriod, unknowns: UnknownCount, hangs: boolean): boolean {
  if (!shown(world, 'message')) {
    unknowns.add('missingSignal');
    return false;
  }
  if (hangs) {
    unknowns.add(doubtOf(['category'], world));
    return false;
  }
  const isCovered = coveredFrom(world, period.from);
  unknowns.add(isCovered ? null : 'beforeLog');
  return isCovered;
}

function missing(world: World): 'message'[] {
  return shown(world, 'message') ? [] : ['message'];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function tally<V extends string>(periods: readonly { verdict: V }[], verdict: V): number {
  return periods.filter((period) => period.verdict === verdict).length;
}

function runMix(world: World, mix: Mix, messages: readonly Row[]): MixOutcome {
  const unknowns = new UnknownCount();
  const periods = periodsToJudge(world, mix.period).map((period) => {
    const posted = inside(messages, period);
    const counts = mix.shares.map((share) => ofCategory(world, posted, share.category).length);
    const judged = isJudged(world, period, unknowns, undecidedIn(world, posted) > 0);
    return { start: period.start, messages: counts, verdict: judged ? mixVerdict(mix, counts) : ('unknown' as const) };
  });
  const totals = mix.shares.map((_, index) => sum(periods.map((period) => period.messages[index] ?? 0)));
  const all = sum(totals);
  return {
    period: mix.period,
    tolerance: mix.tolerance,
    shares: mix.shares.map((share, index) => {
      const count = totals[index] ?? 0;
      const actual = all === 0 ? null : toPolicy(exact(count, all));
      return { category: share.category, target: share.share, messages: count, actual };
    }),
    messages: all,
    periods,
    kept: tally(periods, 'kept'),
    missed: tally(periods, 'missed'),
    empty: tally(periods, 'empty'),
    unknowns: unknowns.result(missing(world)),
  };
}

function mixVerdict(mix: Mix, counts: readonly number[]): 'kept' | 'missed' | 'empty' {
  const all = sum(counts);
  if (all === 0) return 'empty';
  const tolerance = fromPolicy(mix.tolerance);
  const isKept = mix.shares.every((share, index) => {
    const off = subtract(exact(counts[index] ?? 0, all), fromPolicy(share.share));
    return compare(magnitude(off), tolerance) <= 0;
  });
  return isKept ? 'kept' : 'missed';
}

function magnitude(value: Exact): Exact {
  return compare(value, ZERO) < 0 ? negate(value) : value;
}

function runCap(world: World, cap: Cap, messages: readonly Row[]): CapOutcome {
  const unknowns = new UnknownCount();
  const judged = periodsToJudge(world, cap.period).map((period) => {
    const posted = inside(messages, period);
    const rows = ofCategory(world, posted, cap.category);
    const atLeast = capVerdict(cap, rows.length, posted.length);
    const atMost = capVerdict(cap, rows.length + undecidedIn(world, posted), posted.length);
    const verdict = isJudged(world, period, unknowns, atLeast !== atMost) ? atLeast : ('unknown' as const);
    return { rows, outcome: { start: period.start, messages: rows.length, of: posted.length, verdict } };
  });
  const periods = judged.map((each) => each.outcome);
  const exceeding = judged.filter((each) => each.outcome.verdict === 'exceeded').flatMap((each) => each.rows);
  return {
    category: cap.category,
    period: cap.period,
    limit: cap.share,
    periods,
    kept: tally(periods, 'kept'),
    exceeded: tally(periods, 'exceeded'),
    evidence: evidenceOf(exceeding, world),
    unknowns: unknowns.result(missing(world)),
  };
}

function undecidedIn(world: World, messages: readonly Row[]): number {
  return messages.filter((row) => world.undecided.has(row)).length;
}

function capVerdict(cap: Cap, count: number, all: number): 'kept' | 'exceeded' | 'empty' {
  if (all === 0) return 'empty';
  return compare(exact(count, all), fromPolicy(cap.share)) > 0 ? 'exceeded' : 'kept';
}

/** The messages that contain a word of the ban's lexicon. */
export function bannedRows(world: World, ban: Ban): Row[] {
  return world.rows.filter((row) => row.kind === 'message' && row.text !== null && containsAny(row.text, ban.words));
}

function runBan(world: World, ban: Ban): BanOutcome {
  const rows = bannedRows(world, ban);
  const senders = new Set(rows.map((row) => row.member).filter((member) => member !== null));
  return { lexicon: ban.lexicon, evidence: evidenceOf(rows, world), members: senders.size };
}

function runSlot(world: World, slot: Slot, messages: readonly Row[]): SlotOutcome {
  const { calendar, lastDay } = world;
  const runsOver = slot.to <= slot.from;
  const daysOf = (rows: readonly Row[]): number[] =>
    rows
      .filter((row) => clockWithin(calendar.minuteOf(row.ts), slot.from, slot.to))
      .map((row) => calendar.dayAt(row.ts).number - (calendar.minuteOf(row.ts) < slot.from ? 1 : 0));
  const days = daysOf(ofCategory(world, messages, slot.category));
  const maybe = daysOf(messages.filter((row) => world.undecided.has(row)));
  const byDay = world.days.map((day) => {
    if (days.includes(day.number)) return 'kept';
    const isOver = !runsOver || day.number < lastDay.number;
    return shown(world, 'message') && isOver && !maybe.includes(day.number) ? 'missed' : 'unknown';
  });
  return {
    slot: slot.label,
    category: slot.category,
    byDay,
    kept: byDay.filter((verdict) => verdict === 'kept').length,
    missed: byDay.filter((verdict) => verdict === 'missed').length,
  };
}
