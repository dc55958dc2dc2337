/** The values of a dial at which a log's outcome can change. */

import { compare, exact, lowest, type Rational } from '@steward/numbers';
import type { Policy } from '@steward/policy';
import { DAY, daysIn } from '@steward/time';
import type { GroupOutcome, MixOutcome } from '../outcome/outcome.ts';
import { clauseBuilder } from '../program/clauses.ts';
import { compile } from '../program/program.ts';
import { groupProgram, runGroup } from '../run/group.ts';
import { placesTaken } from '../run/leaves/ranks.ts';
import { openStore } from '../run/store.ts';
import type { LogOfGroup } from '../scenario/scenario-log.ts';
import { type Dial, rankOf } from './dials.ts';

/** @returns ascending, without duplicates */
export function dialValues(policy: Policy, dial: Dial, logs: readonly LogOfGroup[]): Rational[] {
  const found = logs.flatMap((log) =>
    dial.dial.kind === 'rank' ? ofRank(policy, dial, log) : ofOutcome(policy, dial, log),
  );
  const values = new Map(found.filter(({ numerator }) => numerator >= 0).map((value) => [keyOf(value), value]));
  return [...values.values()].sort((a, b) => compare(exactly(a), exactly(b)));
}

function keyOf({ numerator, denominator }: Rational): string {
  return `${numerator}/${denominator}`;
}

function exactly({ numerator, denominator }: Rational): ReturnType<typeof exact> {
  return exact(numerator, denominator);
}

function reduced(numerator: number, denominator: number): Rational {
  const value = lowest(exact(numerator, denominator));
  if (value === null) throw new Error('a share is finite');
  return value;
}

function ofOutcome(policy: Policy, dial: Dial, { log, info, roster }: LogOfGroup): Rational[] {
  const outcome = runGroup(compile(policy), dial.group, log, info, roster, { actionLimit: 0 });
  const { clause } = dial;
  switch (clause.kind) {
    case 'mix': {
      const mix = outcome.content.mixes[clause.index];
      return mix === undefined ? [] : ofMix(mix, dial);
    }
    case 'cap': {
      const periods = outcome.content.caps[clause.index]?.periods ?? [];
      return periods.flatMap(({ messages, of }) => (of === 0 ? [] : [reduced(messages, of)]));
    }
    default:
      return everyDay(outcome);
  }
}

/** Every number of consecutive days that fits the log. */
function everyDay({ days }: GroupOutcome): Rational[] {
  return Array.from({ length: daysIn(days) }, (_, index) => ({ numerator: (index + 1) * DAY, denominator: 1 }));
}

function ofMix({ shares, periods, tolerance }: MixOutcome, { dial }: Dial): Rational[] {
  return periods.flatMap(({ messages }) => {
    const all = messages.reduce((sum, count) => sum + count, 0);
    if (all === 0) return [];
    if (dial.kind === 'share') {
      const own = messages[dial.share] ?? 0;
      return [-1, 1].map((sign) =>
        reduced(own * tolerance.denominator + sign * tolerance.numerator * all, all * tolerance.denominator),
      );
    }
    const apart = shares.map(({ target }, index) => {
      const difference = (messages[index] ?? 0) * target.denominator - target.numerator * all;
      return reduced(Math.abs(difference), all * target.denominator);
    });
    return apart.sort((a, b) => compare(exactly(b), exactly(a))).slice(0, 1);
  });
}

/** By place, or by the share of members just too small to include the place. */
function ofRank(policy: Policy, dial: Dial, { log, info, roster }: LogOfGroup): Rational[] {
  const program = compile(policy);
  const group = groupProgram(program, dial.group);
  const rank = rankOf(group.policy, dial);
  if (rank === null) throw new Error(`${dial.address} is no rank`);
  const store = openStore({ log, info, roster, program: group, bits: program.bits });
  const builder = clauseBuilder();
  builder.add(rank);
  const read = builder.table().leaves.map((leaf) => leaf.read);
  const isShare = rank.limit.kind === 'share';
  const places = read.flatMap((leaf) => (leaf.kind === 'rank' ? placesTaken(store, leaf) : []));
  return places.map(({ place, members }) =>
    isShare ? reduced(place - 1, members) : { numerator: place, denominator: 1 },
  );
}
