/** Tests made runnable: as generated code where the platform allows it, as closures under a strict content policy. Same answers. */
import { generateJudge, generateLadder, type Ladder } from './generate.ts';
import { TRUE, UNKNOWN } from './interval.ts';
import { type Judge, judge } from './judge.ts';
import type { ClauseTable, Test } from './plan.ts';

export type Evaluation = 'generated' | 'closures';

export interface Judges {
  of(test: Test): Judge;
  /** The clauses of a table, tried in order. */
  ladder(table: ClauseTable): Ladder;
}

/** Plans outlive runs: a test is made runnable once, for as long as its program lives. */
const closures = new WeakMap<Test, Judge>();
const generated = new WeakMap<Test, Judge>();
const generatedLadders = new WeakMap<ClauseTable, Ladder>();

export function judgesFor(evaluation: Evaluation): Judges {
  const known = evaluation === 'generated' ? generated : closures;
  const make = evaluation === 'generated' ? generateJudge : judge;
  const of = (test: Test): Judge => {
    const ready = known.get(test);
    if (ready !== undefined) return ready;
    const made = make(test);
    known.set(test, made);
    return made;
  };
  return {
    of,
    ladder(table) {
      const tests = table.clauses.map((clause) => clause.test);
      if (evaluation === 'closures') return ladderOf(tests.map((test) => (test === null ? null : of(test))));
      const ready = generatedLadders.get(table) ?? generateLadder(tests);
      generatedLadders.set(table, ready);
      return ready;
    },
  };
}

function ladderOf(tests: readonly (Judge | null)[]): Ladder {
  return (slots, unknown) => {
    unknown.length = 0;
    for (let rung = 0; rung < tests.length; rung += 1) {
      const test = tests[rung];
      const truth = test === null || test === undefined ? TRUE : test(slots);
      if (truth === TRUE) return rung;
      if (truth === UNKNOWN) unknown.push(rung);
    }
    return tests.length;
  };
}

/** `generated` unless the platform forbids making code from text. */
export function preferredEvaluation(): Evaluation {
  try {
    return new Function('return 1')() === 1 ? 'generated' : 'closures';
  } catch {
    return 'closures';
  }
}
