/** Why a member is in the tier they are in: every tier's condition on one day, with the values behind it. */
import type { LocalDate } from '@steward/policy';
import { DAY, localMicros } from '../columns/calendar.ts';
import { clauseBuilder } from '../program/clauses.ts';
import type { Slots } from '../program/judge.ts';
import type { Program } from '../program/program.ts';
import { groupProgram } from '../run/group.ts';
import { rankColumns } from '../run/ranks.ts';
import { openStore } from '../run/store.ts';
import { walkMembers } from '../run/walk.ts';
import { type ConditionNode, conditionTree } from './condition-tree.ts';
import type { LogOfGroup } from './scenario-log.ts';

export interface MemberExplanation {
  member: string;
  /** Evaluated at the end of this day. */
  on: LocalDate;
  /** In the order tried; null for `otherwise`. Grace is not in it: it keeps a member in a tier whose condition is false. */
  tiers: { tier: string; condition: ConditionNode | null }[];
}

/** @returns null where nobody of that id or name is a member on that day */
export function explainMember(
  program: Program,
  policyGroup: string,
  { log, info, roster }: LogOfGroup,
  { member, on }: { member: string; on: LocalDate },
): MemberExplanation | null {
  const group = groupProgram(program, policyGroup);
  const store = openStore({ log, info, roster, program: group, bits: program.bits });
  const { persons } = store.people;
  const byId = persons.findIndex(({ id }) => id === member);
  const wanted = byId >= 0 ? byId : persons.findIndex(({ name }) => name === member);
  const day = localMicros(on) / DAY - store.frame.firstDay;
  if (wanted < 0 || day < 0 || day >= store.frame.days) return null;

  const { tiers } = group.policy;
  const builder = clauseBuilder();
  const clauses = tiers.map(({ when }) => builder.add(when));
  const table = builder.table();
  let person = -1;
  let found: MemberExplanation | null = null;
  const treesOf = (slots: Slots): MemberExplanation['tiers'] =>
    tiers.map(({ name, when }, index) => {
      const test = clauses[index]?.test ?? null;
      return { tier: name, condition: when === null || test === null ? null : conditionTree(when, test, slots) };
    });
  walkMembers(
    store,
    {
      leaves: table.leaves,
      slots: table.slots,
      from: day,
      past: day + 1,
      ranks: (leaf, read) => rankColumns(store, leaf, read),
    },
    {
      begin: (number) => {
        person = number;
      },
      stretch(_day, _past, slots) {
        if (person === wanted) found = { member: persons[person]?.id ?? member, on, tiers: treesOf(slots) };
      },
      end: () => undefined,
    },
  );
  return found;
}
