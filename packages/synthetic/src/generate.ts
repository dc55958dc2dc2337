/**
 * Generates a chat log.
 *
 * - Pure: no clock, no files; equal options give equal rows, in the same order, on every platform.
 * - Memory is bounded: holds one day of all groups (`order: 'time'`) or of one group (`'group'`), never the whole log.
 * - Every group and every day has its own seed, so none depends on the number of others.
 */
import { happeningsOf, inOrder } from './day.ts';
import { type GroupPlan, groupPlan } from './plan.ts';
import type { EventRow } from './row.ts';
import { scaleFor } from './scale.ts';
import type { SyntheticOptions } from './settings.ts';

/** A group, and how many messages it has so far. */
interface Story {
  plan: GroupPlan;
  messages: number;
  prefix: string;
}

/** @returns rows by time (`order: 'time'`), or by group and then time. Times are whole seconds. */
export function* generateEvents(options: SyntheticOptions): Generator<EventRow, void, undefined> {
  const scale = scaleFor(options);
  const shown = new Set<string>(options.shows);
  const begin = (_: unknown, group: number): Story => ({
    plan: groupPlan(options, group, scale),
    messages: 0,
    prefix: options.groups === 1 ? 'm' : `g${group + 1}-m`,
  });
  if (options.order === 'group') {
    for (let group = 0; group < options.groups; group += 1) {
      const story = begin(null, group);
      for (let day = 0; day < options.days; day += 1) yield* dayOf(story, day, shown);
    }
    return;
  }
  const stories = Array.from({ length: options.groups }, begin);
  for (let day = 0; day < options.days; day += 1) {
    const rows = stories.flatMap((story) => dayOf(story, day, shown));
    yield* stories.length === 1 ? rows : inOrder(rows, (row) => row.ts);
  }
}

function dayOf(story: Story, day: number, shown: ReadonlySet<string>): EventRow[] {
  const happenings = happeningsOf(story.plan, day);
  for (const { row } of happenings) {
    if (row.kind !== 'message') continue;
    story.messages += 1;
    row.id = `${story.prefix}${story.messages}`;
  }
  for (const { row, subject } of happenings) {
    if (subject !== null) row.target = subject.id;
  }
  return happenings.map(({ row }) => row).filter((row) => shown.has(row.kind));
}
