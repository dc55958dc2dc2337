/** The path of a group through its stages. */
import type { Lifecycle } from '@steward/policy';
import { dateText } from '@steward/time';
import type { LifecycleOutcome } from '../../outcome/outcome.ts';
import type { Unknowns } from '../../outcome/unknowns.ts';
import { TRUE, type Truth, UNKNOWN } from '../../program/interval.ts';
import type { Judges } from '../../program/judges.ts';
import type { ClauseTable } from '../../program/plan.ts';
import { onlyClause } from '../../program/program.ts';
import type { GroupStore } from '../store.ts';
import { dayEnd } from '../time/frame.ts';
import { windowReader } from '../time/windows.ts';
import { noteUnknown, noUnknowns, reasonAt } from '../unknowns.ts';
import { dailyTruths, heldFor } from './daily.ts';

export function runLifecycle(
  store: GroupStore,
  judges: Judges,
  lifecycle: Lifecycle,
  programs: readonly ClauseTable[],
): LifecycleOutcome {
  const { firstDay, days } = store.frame;
  const { stages } = lifecycle;
  const truths = stages.map((stage, i) => stageTruths(store, judges, programs[i], stage.for));
  const reachable = stages.map((stage) => reachableFrom(lifecycle, stage.name));
  const stageDays = stages.map(() => 0);
  const stretches: LifecycleOutcome['stretches'] = [];
  const blocked: LifecycleOutcome['blocked'] = [];
  let current: number | null = null;

  for (let day = 0; day < days; day += 1) {
    const on = dateText(firstDay + day);
    const holds = stages.map((_, i) => truths[i]?.[day] === TRUE);
    if (current === null) {
      const first = holds.indexOf(true);
      current = first < 0 ? null : first;
    } else {
      const from: number = current;
      const open = reachable[from] ?? [];
      const next = holds.findIndex((held, i) => held && (i === from || open[i] === true));
      const other = holds.indexOf(true);
      if (next >= 0) current = next;
      else if (other >= 0) blocked.push({ on, from: stages[from]?.name ?? '', to: stages[other]?.name ?? '' });
    }
    if (current !== null) stageDays[current] = (stageDays[current] ?? 0) + 1;
    const stage = current === null ? null : (stages[current]?.name ?? null);
    const last = stretches.at(-1);
    if (last !== undefined && last.stage === stage) last.to = on;
    else stretches.push({ stage, from: on, to: on });
  }
  return {
    current: stretches.at(-1)?.stage ?? null,
    stretches,
    blocked,
    stages: stages.map((stage, i) => ({
      stage: stage.name,
      days: stageDays[i] ?? 0,
      unknowns: stageUnknowns(store, programs[i], truths[i] ?? []),
    })),
  };
}

function stageTruths(
  store: GroupStore,
  judges: Judges,
  table: ClauseTable | undefined,
  duration: Lifecycle['stages'][number]['for'],
): Truth[] {
  if (table === undefined) throw new Error('a stage without its program');
  const clause = onlyClause(table);
  const judge = clause.test === null ? null : judges.of(clause.test);
  return heldFor(dailyTruths(store, table, clause, judge), duration);
}

function stageUnknowns(store: GroupStore, table: ClauseTable | undefined, truths: readonly Truth[]): Unknowns {
  if (table === undefined) throw new Error('a stage without its program');
  const clause = onlyClause(table);
  const unknowns = noUnknowns(store, clause.signals);
  const windows = windowReader(store.frame, 'completed', null);
  truths.forEach((truth, day) => {
    unknowns.evaluations += 1;
    if (truth !== UNKNOWN) return;
    noteUnknown(unknowns, reasonAt(store, clause, windows, dayEnd(store.frame, day)));
  });
  return unknowns;
}

/** No allowed move at all: every move is allowed. */
function reachableFrom(lifecycle: Lifecycle, from: string): boolean[] {
  const { moves, stages } = lifecycle;
  return stages.map(
    (stage) => moves.length === 0 || moves.some((move) => move.from === from && move.to === stage.name),
  );
}
