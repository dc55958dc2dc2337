/** Reruns every condition of a group at every day and instant, and records the results. */
import { type Condition, type Conditional, conditionsOf, type Risk } from '@steward/policy';
import { clauseBuilder } from '../program/clauses.ts';
import { type Judge, judge } from '../program/judge.ts';
import type { Judges } from '../program/judges.ts';
import type { Clause, ClauseTable, Leaf } from '../program/plan.ts';
import { eachDay } from '../run/daily/daily.ts';
import { walkTable } from '../run/members/table-walk.ts';
import { riskCondition } from '../run/risks/risk-condition.ts';
import type { GroupStore } from '../run/store.ts';
import { type ConditionWatch, watchCondition } from './condition-watch.ts';

export interface GroupWatch {
  /** By clause key, except campaigns, which are judged at the end of a run and not watched. */
  conditions: ReadonlyMap<string, ConditionWatch>;
  /** Numbers of the events counted by some condition. */
  counted: Set<number>;
}

interface Compiled {
  condition: Condition;
  clause: Clause;
  table: ClauseTable;
}

export function watchGroup(store: GroupStore): GroupWatch {
  const { policy } = store;
  const counted = new Set<number>();
  const compiled = (condition: Condition): Compiled => {
    const builder = clauseBuilder();
    const clause = builder.add(condition);
    const table = builder.table();
    for (const leaf of table.leaves) noteStreams(store, leaf, counted);
    // Between two constants the result stays the same, but the value may come closer to one of them.
    for (const leaf of table.leaves) leaf.thresholds = null;
    return { condition, clause, table };
  };
  const watched = (clause: Conditional): ConditionWatch | null => {
    switch (clause.kind) {
      case 'tier':
      case 'task':
        return watchMembers(store, compiled(clause.condition));
      case 'goal':
      case 'stage':
        return watchDays(store, compiled(clause.condition));
      case 'risk':
        return watchRisk(store, clause.rule, compiled(clause.condition));
      case 'campaign-goal':
        return null;
    }
  };
  const conditions = new Map<string, ConditionWatch>();
  for (const clause of conditionsOf(policy)) {
    const watch = watched(clause);
    if (watch !== null) conditions.set(clause.key, watch);
  }
  return { conditions, counted };
}

function noteStreams(store: GroupStore, { read }: Leaf, counted: Set<number>): void {
  if (read.kind === 'rank') for (const leaf of read.leaves) noteStreams(store, leaf, counted);
  if (read.kind === 'aggregate') for (const event of store.stream(read.stream).events) counted.add(event);
}

function watchMembers(store: GroupStore, { condition, clause, table }: Compiled): ConditionWatch {
  const watch = watchCondition(condition, clause.test);
  walkTable(store, table, {
    begin: () => undefined,
    stretch: (day, past, slots) => watch.note(slots, past - day),
    end: () => undefined,
  });
  return watch;
}

function watchDays(store: GroupStore, { condition, clause, table }: Compiled): ConditionWatch {
  const watch = watchCondition(condition, clause.test);
  eachDay(store, table, (_, slots) => watch.note(slots, 1));
  return watch;
}

function watchRisk(store: GroupStore, risk: Risk, { condition, clause, table }: Compiled): ConditionWatch {
  const watch = watchCondition(condition, clause.test);
  const noting: Judge = (slots) => {
    watch.note(slots, 1);
    return clause.test === null ? 1 : judge(clause.test)(slots);
  };
  const judges: Judges = { of: (test) => (test === clause.test ? noting : judge(test)) };
  const running = riskCondition(store, judges, risk, table);
  for (let at = running.next(); Number.isFinite(at); at = running.next()) running.evaluate(at);
  return watch;
}
