/** The values that a bound's measure takes wherever its clause is evaluated. */
import { compare, exact, lowest, type Rational } from '@steward/numbers';
import { nodeAt, type Policy } from '@steward/policy';
import { clauseBuilder } from '../program/clauses.ts';
import { type Judge, judge, measure, type Slots } from '../program/judge.ts';
import type { Judges } from '../program/judges.ts';
import type { Test, Value } from '../program/plan.ts';
import { compile } from '../program/program.ts';
import { eachDay } from '../run/daily/daily.ts';
import { groupProgram } from '../run/group.ts';
import { walkTable } from '../run/members/table-walk.ts';
import { riskCondition } from '../run/risks/risk-condition.ts';
import { openStore } from '../run/store.ts';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import { type Bound, conditionOfBound } from './bounds.ts';
import { dialValues } from './dial-values.ts';
import { type Dial, isDial } from './dials.ts';

/** @returns finite ends of its intervals, ascending, without duplicates */
export function observedValues(policy: Policy, bound: Bound | Dial, logs: readonly LogOfGroup[]): Rational[] {
  return isDial(bound) ? dialValues(policy, bound, logs) : measured(policy, bound, logs);
}

function measured(policy: Policy, bound: Bound, logs: readonly LogOfGroup[]): Rational[] {
  const program = compile(policy);
  const values = new Map<string, Rational>();
  const condition = conditionOfBound(policy, bound);
  for (const { log, info, roster } of logs) {
    const group = groupProgram(program, bound.group);
    const store = openStore({ log, info, roster, program: group, bits: program.bits });
    const builder = clauseBuilder();
    const clause = builder.add(condition);
    const table = builder.table();
    // A walk stops where its constants are passed, and other constants are passed elsewhere.
    for (const leaf of table.leaves) leaf.thresholds = null;
    if (clause.test === null) continue;
    const read = measure(valueAt(clause.test, bound));
    const note = (slots: Slots): void => {
      const { lo, hi } = read(slots);
      for (const end of [lowest(lo), lowest(hi)]) {
        if (end !== null && end.numerator >= 0) values.set(`${end.numerator}/${end.denominator}`, end);
      }
    };
    if (bound.clause.kind === 'tier') {
      walkTable(store, table, {
        begin: () => undefined,
        stretch: (_day, _past, slots) => note(slots),
        end: () => undefined,
      });
    } else if (bound.clause.kind === 'risk') {
      const risk = group.policy.risks[bound.clause.index];
      if (risk === undefined) throw new Error(`${bound.address} is of no risk`);
      const { test } = clause;
      const decide = judge(test);
      const noting: Judge = (slots) => {
        note(slots);
        return decide(slots);
      };
      const judges: Judges = { of: (other) => (other === test ? noting : judge(other)) };
      const running = riskCondition(store, judges, risk, table);
      for (let at = running.next(); Number.isFinite(at); at = running.next()) running.evaluate(at);
    } else eachDay(store, table, (_, slots) => note(slots));
  }
  return [...values.values()].sort((a, b) => compare(exactly(a), exactly(b)));
}

function exactly({ numerator, denominator }: Rational): ReturnType<typeof exact> {
  return exact(numerator, denominator);
}

function valueAt(test: Test, bound: Bound): Value {
  const node = nodeAt(test, bound.path);
  if (node === null) throw new Error(`${bound.address} is not where it was`);
  if (node.kind !== 'compare') throw new Error(`${bound.address} is no comparison`);
  return bound.side === 'right' ? node.left : node.right;
}
