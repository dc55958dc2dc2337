/** A group's clauses before anything has exercised them. */
import { columnsFromEvents } from '../columns/from-events.ts';
import type { Program } from '../program/program.ts';
import { runGroup } from '../run/group.ts';
import type { ClauseCoverage } from './coverage.ts';
import { groupCoverage } from './group-coverage.ts';

/** Every clause with zero hits, so that a group without scenarios shows as not covered instead of missing. */
export function nothingExercised(program: Program, policyGroup: string): ClauseCoverage[] {
  // Any log will do to list the clauses; the shortest has one event without a member.
  const [log] = columnsFromEvents([{ ts: 0, group: policyGroup, kind: 'resolve' }], program.textPredicates);
  if (log === undefined) throw new Error('an event without a log');
  const source = { log, info: { files: [''], shows: [], roles: false, complete: true }, roster: [] };
  const outcome = runGroup(program, policyGroup, log, source.info, source.roster, { memberHistories: true });
  return groupCoverage(program, policyGroup, source, outcome).clauses.map((clause) => ({
    ...clause,
    points: clause.points.map(({ name }) => ({ name, hits: 0 })),
    unknown: 0,
    bounds: clause.bounds.map((bound) => ({
      ...bound,
      below: false,
      at: bound.at === null ? null : false,
      above: false,
    })),
  }));
}
