/** The two interpreters of a policy: the engine, in both of its ways of evaluating, and the oracle. */
import type { LogInfo } from '@steward/events';
import { assemble, bindGroups, compile, type LogSummary, type Outcome, runGroup } from '@steward/simulator';
import { interpret } from '../oracle/outcome.ts';
import type { RowLog } from '../oracle/rows.ts';
import type { Case } from './arbitrary/case.ts';
import { columnsOf } from './columns.ts';

export type Evaluation = 'generated' | 'closures';

export function runOracle({ policy, log, rosters }: Case): Outcome {
  return interpret(policy, log, { memberHistories: true, rosters });
}

export function runEngine({ policy, log, rosters }: Case, evaluation: Evaluation): Outcome {
  const program = compile(policy);
  const info: LogInfo = { files: log.files, shows: log.shows, roles: log.roles, complete: log.complete };
  const bound = bindGroups(policy, log.groups);
  const outcomes = log.groups.flatMap((rows, index) => {
    const name = bound[index] ?? null;
    if (name === null) return [];
    const columns = columnsOf(rows, program.textPredicates);
    return [runGroup(program, name, columns, info, rosters.get(name) ?? [], { memberHistories: true, evaluation })];
  });
  const unbound = log.groups.flatMap(({ group, groupName, rows }, index) =>
    (bound[index] ?? null) === null ? [{ group, groupName, events: rows.length }] : [],
  );
  return assemble(policy, summaryOf(log), outcomes, unbound);
}

function summaryOf(log: RowLog): LogSummary {
  const rows = log.groups.flatMap((group) => group.rows);
  return {
    files: log.files,
    shows: log.shows,
    complete: log.complete,
    events: rows.length,
    messages: rows.filter((row) => row.kind === 'message').length,
  };
}
