/** A member-scope clause over all members and days, as stretches of equal truth, from which a changed ladder is recombined. */
import type { Truth } from '../../program/interval.ts';
import type { Judges } from '../../program/judges.ts';
import type { ClauseTable } from '../../program/plan.ts';
import { onlyClause } from '../../program/program.ts';
import type { GroupStore } from '../store.ts';
import { walkTable } from './table-walk.ts';

/** A stretch lasts until the next one, or until the membership ends. */
export interface Truths {
  /** First stretch of each membership in the order of {@link walkMemberships}, followed by the number of stretches. */
  first: Int32Array;
  day: Int32Array;
  truth: Uint8Array;
}

/** @returns null for a clause that is always true. */
export function memberTruths(store: GroupStore, judges: Judges, table: ClauseTable): Truths | null {
  const { test } = onlyClause(table);
  if (test === null) return null;
  const judge = judges.of(test);
  const found = growing();
  const firsts: number[] = [];
  let until = -1;
  let current: Truth = 0;
  walkTable(store, table, {
    begin: () => undefined,
    membership() {
      until = -1;
      firsts.push(found.length());
    },
    stretch(day, past, slots) {
      const truth = judge(slots);
      if (until < 0 || truth !== current) found.push(day, truth);
      current = truth;
      until = past;
    },
    end: () => undefined,
  });
  return { first: Int32Array.from([...firsts, found.length()]), ...found.done() };
}

interface Growing {
  push(day: number, truth: Truth): void;
  length(): number;
  done(): Pick<Truths, 'day' | 'truth'>;
}

const FIRST_CAPACITY = 1024;

function growing(): Growing {
  let day = new Int32Array(FIRST_CAPACITY);
  let truth = new Uint8Array(FIRST_CAPACITY);
  let length = 0;
  return {
    push(at, value) {
      if (length === day.length) {
        day = grown(day, new Int32Array(2 * length));
        truth = grown(truth, new Uint8Array(2 * length));
      }
      day[length] = at;
      truth[length] = value;
      length += 1;
    },
    length: () => length,
    done: () => ({ day: day.slice(0, length), truth: truth.slice(0, length) }),
  };
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
