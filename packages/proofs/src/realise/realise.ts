/**
 * Turns values that satisfy all facts into a short history that has them: joins, messages and reactions on certain days.
 *
 * - A returned history has been evaluated and does what was asked for.
 * - null means that none was found within the step limit, which proves nothing.
 */

import type { Category, GroupPolicy, SignalPart } from '@steward/policy';
import { DAY, dayNumber } from '@steward/time';
import type { AggregateMeasure, Measure, Vocabulary } from '../measures/vocabulary.ts';
import { isSpent, spend } from '../solver/budget.ts';
import { selects } from './event-test.ts';
import {
  agoMicros,
  type History,
  type HistoryEvent,
  membersOf,
  quantityValue,
  SELF,
  tenureOf,
  testRank,
  type Viewpoint,
} from './history.ts';
import { isInside, NOON, type Slot, slotBefore, slotsOf } from './slots.ts';
import { inOrder, smallest } from './smallest.ts';
import { isSince, standingOf, type Target, urgency } from './targets.ts';
import { type EventTemplate, templatesFor } from './templates.ts';

/** The cost of evaluating one history, in steps of a proof. */
const STEPS_OF_A_LOOK = 50;

/** Other members. */
const OTHERS = ['小美', '阿强', '阿明', '小红', '小周', '阿华', '小陈', '阿玲', '小赵', '阿杰'];
/** A Wednesday in the middle of a month, months away from any clock change. */
const DATE = dayNumber(2025, 8, 20);
const JOIN_SECOND = 9 * 3_600;
const MOST_TIMES = 5_000;
/** Maximum number of distinct days with events. To find another one, up to a year is searched. */
const MOST_DAYS = 120;
const DAYS_LOOKED_AT = 366;

interface Request {
  vocabulary: Vocabulary;
  group: Pick<GroupPolicy, 'founded'> & { content: { categories: readonly Category[] } };
  values: readonly number[];
  hi: readonly number[];
  /** Whether a history shows what is wanted. */
  accepts: (at: Viewpoint) => boolean;
  /** Shared and used up by all attempts at one question. */
  budget: { steps: number };
  /** Local date of the day being evaluated, in milliseconds as if it were UTC. Defaults to an ordinary day. */
  date?: number;
}

export function realise(request: Request): History | null {
  if (needsTooManyDays(request)) return null;
  const found = new Construction(request).build();
  return found === null ? null : smallest(found, request.accepts);
}

/** Days are added one at a time, so a history with too many of them would never be finished. */
function needsTooManyDays({ vocabulary, values }: Request): boolean {
  return vocabulary.measures.some(
    (measure, index) =>
      measure.kind === 'aggregate' && measure.aggregate.function === 'days' && (values[index] ?? 0) > MOST_DAYS,
  );
}

/** A member joins and writes one message. */
export function singleMessage(text: string): History {
  const join: HistoryEvent = { member: SELF, signal: 'join', fields: {}, day: 0, second: JOIN_SECOND, times: 1 };
  const events = [join, { ...join, signal: 'message', fields: { text }, second: NOON }];
  return { events, date: DATE, categories: [], founded: null };
}

class Construction {
  private readonly request: Request;
  private readonly targets: Target[];
  private readonly templates: EventTemplate[];
  private readonly slots: Slot[];
  private readonly matched = new Map<readonly SignalPart[], readonly EventTemplate[]>();

  constructor(request: Request) {
    this.request = request;
    const { vocabulary, values, hi, group } = request;
    this.targets = vocabulary.measures.flatMap((measure, index): Target[] =>
      measure.kind === 'aggregate' || measure.kind === 'intrinsic' || measure.kind === 'rank'
        ? [{ index, measure, value: values[index] ?? 0, hi: hi[index] ?? Number.POSITIVE_INFINITY }]
        : [],
    );
    this.targets.sort((left, right) => urgency(left) - urgency(right));
    const aggregates = vocabulary.measures.filter((measure) => measure.kind === 'aggregate');
    spend(this.targets.length);
    this.templates = templatesFor(vocabulary, group.content.categories);
    this.slots = slotsOf(aggregates, this.targets, this.historyOf([]));
  }

  /** Tries a single membership first, then one where the member left and came back. */
  build(): History | null {
    let rejoined: History | null = null;
    for (const slot of this.joinSlots()) {
      const found = this.search([{ member: SELF, signal: 'join', fields: {}, ...slot, times: 1 }]);
      if (found?.events.every(({ signal }) => signal !== 'leave')) return found;
      rejoined ??= found;
    }
    return rejoined;
  }

  /** When the member joined: as late as the tenure allows, or on the first day that matters. */
  private joinSlots(): Slot[] {
    const oldest = { day: Math.max(0, ...this.slots.map(({ day }) => day)), second: JOIN_SECOND };
    const tenure = this.targets.find(({ measure }) => measure.kind === 'intrinsic' && measure.name === 'tenure');
    if (tenure === undefined) return [oldest];
    const latest = slotBefore(tenure.value);
    return agoMicros(oldest, 0) > agoMicros(latest, 0) && agoMicros(oldest, 0) <= tenure.hi
      ? [latest, oldest]
      : [latest];
  }

  /** Adds events until no target falls short. */
  private search(events: readonly HistoryEvent[]): History | null {
    if (--this.request.budget.steps < 0 || isSpent()) return null;
    spend(STEPS_OF_A_LOOK + events.length * this.targets.length);
    const history = this.historyOf(events);
    const at: Viewpoint = { history, day: 0, member: SELF };
    let short: { target: Target; value: number } | null = null;
    for (const target of this.targets) {
      const value = this.valueAt(target.measure, at);
      const standing = value === null ? 'beyond' : standingOf(target, value);
      if (standing === 'beyond') return null;
      if (standing === 'short') short ??= { target, value: value ?? 0 };
    }
    if (short === null) return this.request.accepts(at) ? history : null;
    for (const added of this.additions(short.target, short.value, history)) {
      const found = this.search(inOrder([...events, ...added]));
      if (found !== null || this.request.budget.steps < 0) return found;
    }
    return null;
  }

  private historyOf(events: readonly HistoryEvent[]): History {
    const { group, date = DATE } = this.request;
    const { content, founded } = group;
    return { events, date, categories: content.categories, founded };
  }

  private valueAt(measure: Measure, at: Viewpoint): number | null {
    switch (measure.kind) {
      case 'rank': {
        const holds = testRank(measure.rank, at);
        return holds === null ? null : Number(holds);
      }
      case 'intrinsic': {
        if (measure.name === 'tenure') return tenureOf(at);
        if (measure.name === 'members') return membersOf(at.history, 0).length;
        if (measure.name !== 'age') return null;
        return Math.max(0, ...at.history.events.map((event) => agoMicros(event, 0)));
      }
      case 'aggregate': {
        const earlier = measure.before ? measure.aggregate.window : null;
        const value = quantityValue(measure.aggregate, at, earlier);
        if (value === null) return null;
        const scale = measure.aggregate.function === 'sum' ? 10_000 : 1;
        return (Number(value.numerator) / Number(value.denominator)) * scale;
      }
      default:
        return null;
    }
  }

  /** Possible additions that bring a measure closer to its target. */
  private *additions({ measure, value: wanted }: Target, value: number, history: History): Generator<HistoryEvent[]> {
    switch (measure.kind) {
      case 'aggregate':
        yield* isSince(measure) ? this.seen(measure, wanted) : this.counted(measure, wanted, wanted - value, history);
        return;
      case 'intrinsic': {
        const other = this.newcomer(history);
        if (measure.name === 'members' && other !== null) yield [this.joining(other)];
        if (measure.name === 'age' && other !== null) yield [{ ...this.joining(other), ...slotBefore(wanted) }];
        return;
      }
      case 'rank':
        // More events cannot raise a member above others who already rank higher.
        if (wanted < value) yield* this.rivals(history);
        return;
      default:
        return;
    }
  }

  /** Another member with more of everything, or with nothing. */
  private *rivals(history: History): Generator<HistoryEvent[]> {
    const rival = this.newcomer(history);
    if (rival === null) return;
    const copied = history.events.filter(
      ({ member, signal }) => member === SELF && signal !== 'join' && signal !== 'leave',
    );
    yield [this.joining(rival), ...copied.map((event) => ({ ...event, member: rival, times: event.times + 1 }))];
    yield [this.joining(rival)];
    for (const slot of this.slots) {
      const extra = copied.slice(0, 1).map((event) => ({ ...event, ...slot, member: rival }));
      yield [this.joining(rival), ...copied.map((event) => ({ ...event, member: rival })), ...extra];
    }
  }

  private newcomer(history: History): string | null {
    const present = new Set(history.events.map(({ member }) => member));
    return OTHERS.find((name) => !present.has(name)) ?? null;
  }

  private joining(member: string): HistoryEvent {
    const oldest = Math.max(0, ...this.slots.map(({ day }) => day));
    return { member, signal: 'join', fields: {}, day: oldest, second: JOIN_SECOND - 3_600, times: 1 };
  }

  private *seen(measure: AggregateMeasure, wanted: number): Generator<HistoryEvent[]> {
    const noon = { day: Math.floor(wanted / DAY) + 1, second: NOON };
    const today = { day: 0, second: NOON };
    const slots = [...(wanted <= agoMicros(today, 0) ? [today] : [noon]), slotBefore(wanted)];
    for (const slot of slots) {
      for (const template of this.matching(measure)) yield [{ member: SELF, ...template, ...slot, times: 1 }];
    }
  }

  private *counted(
    measure: AggregateMeasure,
    wanted: number,
    missing: number,
    history: History,
  ): Generator<HistoryEvent[]> {
    const { aggregate } = measure;
    const inside = this.slots.filter((slot) => isInside(measure, slot, history));
    const actors = aggregate.scope === 'member' ? [SELF] : [OTHERS[0] ?? SELF, SELF];
    for (const slot of aggregate.function === 'days' ? this.everyDay(inside, measure, history) : inside) {
      for (const template of this.matching(measure)) {
        for (const member of actors) {
          const event = { member, ...template, ...slot, times: 1 };
          const arrival =
            member === SELF || history.events.some((other) => other.member === member) ? [] : [this.joining(member)];
          const added = this.enough(measure, event, wanted, missing, history);
          if (added !== null) yield [...arrival, ...added];
        }
      }
    }
  }

  /** As many copies of an event as are missing, each different if distinct values are counted. */
  private enough(
    { aggregate }: AggregateMeasure,
    event: HistoryEvent,
    wanted: number,
    missing: number,
    history: History,
  ): HistoryEvent[] | null {
    switch (aggregate.function) {
      case 'count':
        return missing > MOST_TIMES ? null : [{ ...event, times: missing }];
      case 'days':
        return [event];
      case 'sum':
        return [{ ...event, fields: { ...event.fields, amount: missing / 10_000 } }];
      case 'distinct': {
        const { field } = aggregate;
        if (field === 'member') {
          const newcomer = this.newcomer(history);
          return newcomer === null ? null : [this.joining(newcomer), { ...event, member: newcomer }];
        }
        if (field !== 'target' && field !== 'about' && field !== 'text') return null;
        return Array.from({ length: Math.min(missing, wanted) }, (_, index) => ({
          ...event,
          fields: { ...event.fields, [field]: `${field}-${wanted - index}` },
        }));
      }
      default:
        return null;
    }
  }

  private matching({ aggregate: { parts } }: AggregateMeasure): readonly EventTemplate[] {
    const { categories } = this.request.group.content;
    const known = this.matched.get(parts);
    if (known !== undefined) return known;
    spend(this.templates.length * parts.length);
    const found = this.templates.filter((template) => selects(parts, { member: '', ...template }, categories));
    this.matched.set(parts, found);
    return found;
  }

  /** Days without such an event yet, from the ring of the first slot on. */
  private everyDay(inside: readonly Slot[], measure: AggregateMeasure, history: History): Slot[] {
    const taken = new Set(
      history.events
        .filter((event) => event.member === SELF && selects(measure.aggregate.parts, event, history.categories))
        .map(({ day }) => day),
    );
    const oldest = Math.max(-1, ...inside.map(({ day }) => day));
    const days = Array.from({ length: Math.min(oldest + 1, DAYS_LOOKED_AT) }, (_, day) => day);
    const preferred = [...new Set([...inside.map(({ day }) => day), ...days])];
    return preferred
      .filter((day) => !taken.has(day))
      .map((day) => ({ day, second: NOON }))
      .filter((slot) => isInside(measure, slot, history));
  }
}
