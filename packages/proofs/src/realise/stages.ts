/** Which stage a history leaves the group in, as defined in `packages/SEMANTICS.md`. */
import type { Lifecycle, Stage } from '@steward/policy';
import { DAY, type Duration, durationMicros } from '@steward/time';
import { testCondition, type Viewpoint } from './history.ts';

/** Longer histories take too long to evaluate. */
const MOST_DAYS = 500;

/** The stage at the end of the day; null if there is none, or if the first event is too long ago. */
export function stageAt(lifecycle: Lifecycle, { history, day, member }: Viewpoint): string | null {
  const first = Math.max(0, ...history.events.map((event) => event.day));
  if (first - day > MOST_DAYS) return null;
  const streaks = new Map<string, number>();
  let current: string | null = null;
  for (let at = first; at >= day; at--) {
    const holding = lifecycle.stages.filter((stage) => isHolding(stage, { history, day: at, member }, streaks));
    const tried: readonly string[] = triedFrom(lifecycle, current);
    current = holding.find(({ name }) => tried.includes(name))?.name ?? current;
  }
  return current;
}

/** Updates the number of consecutive days on which the condition was true. */
function isHolding({ name, when, for: patience }: Stage, at: Viewpoint, streaks: Map<string, number>): boolean {
  const isTrue = when === null || testCondition(when, at) === true;
  const streak = isTrue ? (streaks.get(name) ?? 0) + 1 : 0;
  streaks.set(name, streak);
  return isTrue && streak >= daysOf(patience);
}

/** On how many consecutive days something must be true. */
export function daysOf(duration: Duration | null): number {
  return duration === null ? 1 : Math.max(1, Math.ceil(durationMicros(duration) / DAY));
}

function triedFrom({ stages, moves }: Lifecycle, current: string | null): string[] {
  if (current === null || moves.length === 0) return stages.map(({ name }) => name);
  return [current, ...moves.filter(({ from }) => from === current).map(({ to }) => to)];
}
