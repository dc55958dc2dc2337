/** Rows at distinct instants may come in any order: they give the same columns and the same outcome. */
import type { LogInfo } from '@steward/events';
import {
  type ColumnOptions,
  columnsFromEvents,
  compile,
  type EventRow,
  type GroupOutcome,
  runGroup,
} from '@steward/simulator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GroupRows } from '../oracle/rows.ts';
import { freshSeed } from './agreement.ts';
import { type Case, caseOf } from './arbitrary/case.ts';
import { columnsOf } from './columns.ts';
import { differences } from './difference.ts';

const AMOUNT_PARTS = 10_000;

/** Every row at least a microsecond after the one before. */
function apart(log: GroupRows): GroupRows {
  let last = -Infinity;
  const rows = log.rows.map((row) => {
    last = Math.max(row.ts, last + 1);
    return { ...row, ts: last };
  });
  return { ...log, rows };
}

function eventsOf(log: GroupRows): EventRow[] {
  return log.rows.map((row) => ({
    ...row,
    group: log.group,
    groupName: log.groupName,
    memberName: log.members.find((member) => member.id === row.member)?.name ?? null,
    amount: row.amount === null ? null : row.amount / AMOUNT_PARTS,
  }));
}

/** One group of the log and the first policy group, which is all this property needs. */
function run({ policy, log, rosters }: Case, rows: GroupRows, events: readonly EventRow[] | null): GroupOutcome {
  const program = compile(policy);
  const [name] = [...rosters.keys()];
  const options: ColumnOptions = { covers: rows.covers, founded: rows.founded };
  const [columns] =
    events === null
      ? [columnsOf(rows, program.textPredicates)]
      : columnsFromEvents(events, program.textPredicates, options);
  if (columns === undefined || name === undefined) throw new Error('a case without a group');
  const info: LogInfo = { files: log.files, shows: log.shows, roles: log.roles, complete: log.complete };
  return runGroup(program, name, columns, info, rosters.get(name) ?? [], { memberHistories: true });
}

test.each([
  ['a fixed seed', 20_250_305, 150],
  ['a fresh seed', freshSeed(), 40],
])('%s (%i)', { timeout: 300_000 }, (_what, seed, cases) => {
  fc.assert(
    fc.property(caseOf('group'), fc.array(fc.nat(), { minLength: 80, maxLength: 80 }), (each, keys) => {
      // Without events there is nothing to reorder, and no group.
      const first = each.log.groups.find((group) => group.rows.length > 0);
      if (first === undefined) return;
      const rows = apart(first);
      const events = eventsOf(rows);
      const shuffled = events
        .map((event, index) => ({ event, key: keys[index] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      const expected = run(each, rows, null);
      expect(differences(expected, run(each, rows, events))).toEqual([]);
      expect(differences(expected, run(each, rows, shuffled))).toEqual([]);
    }),
    { seed, numRuns: cases },
  );
});
