/** The group's stage, by day. */
import type { Lifecycle } from '@steward/policy';
import type { LifecycleOutcome } from '@steward/simulator';
import { heldFor, testCondition } from './conditions.ts';
import { missingSignals, reasonOf, UnknownCount } from './reasons.ts';
import type { Truth } from './truth.ts';
import type { Moment } from './windows.ts';
import type { World } from './world.ts';

export function runLifecycle(world: World, lifecycle: Lifecycle): LifecycleOutcome {
  const { stages, moves } = lifecycle;
  const counts = stages.map(() => new UnknownCount());
  const daily = stages.map((): Truth[] => []);
  const currents: (string | null)[] = [];
  const blocked: LifecycleOutcome['blocked'] = [];

  for (const day of world.days) {
    const moment: Moment = { world, at: day.last, member: null, periods: 'completed', run: null };
    const holding = stages.filter((stage, index) => {
      if (stage.when === null) {
        counts[index]?.add(null);
        return true;
      }
      const verdicts = daily[index] ?? [];
      verdicts.push(testCondition(stage.when, moment));
      const truth = heldFor(stage.for, verdicts);
      counts[index]?.add(truth === null ? reasonOf(stage.when, moment) : null);
      return truth === true;
    });
    const current = currents.at(-1) ?? null;
    const reachable = holding.filter((stage) => isReachable(moves, current, stage.name));
    const [next] = reachable;
    const [elsewhere] = holding;
    if (next === undefined && elsewhere !== undefined && current !== null) {
      blocked.push({ on: day.date, from: current, to: elsewhere.name });
    }
    currents.push(next?.name ?? current);
  }

  return {
    current: currents.at(-1) ?? null,
    stretches: stretchesOf(world, currents),
    blocked,
    stages: stages.map((stage, index) => ({
      stage: stage.name,
      days: currents.filter((current) => current === stage.name).length,
      unknowns: (counts[index] ?? new UnknownCount()).result(
        missingSignals(stage.when === null ? [] : [stage.when], world),
      ),
    })),
  };
}

function isReachable(moves: Lifecycle['moves'], current: string | null, stage: string): boolean {
  if (current === null || current === stage || moves.length === 0) return true;
  return moves.some((move) => move.from === current && move.to === stage);
}

function stretchesOf(world: World, currents: readonly (string | null)[]): LifecycleOutcome['stretches'] {
  const stretches: LifecycleOutcome['stretches'] = [];
  world.days.forEach((day, index) => {
    const stage = currents[index] ?? null;
    const last = stretches.at(-1);
    if (last !== undefined && last.stage === stage) last.to = day.date;
    else stretches.push({ stage, from: day.date, to: day.date });
  });
  return stretches;
}
