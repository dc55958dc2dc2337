/** Makes tests runnable: as generated code, or as closures under a strict content security policy. Both give the same answers. */
import { generateJudge } from './generate.ts';
import { type Judge, judge } from './judge.ts';
import type { Test } from './plan.ts';

export type Evaluation = 'generated' | 'closures';

export interface Judges {
  of(test: Test): Judge;
}

/** Plans outlive runs, so a test is compiled once per program. */
const closures = new WeakMap<Test, Judge>();
const generated = new WeakMap<Test, Judge>();

export function judgesFor(evaluation: Evaluation): Judges {
  const known = evaluation === 'generated' ? generated : closures;
  const make = evaluation === 'generated' ? generateJudge : judge;
  return {
    of(test) {
      const ready = known.get(test);
      if (ready !== undefined) return ready;
      const made = make(test);
      known.set(test, made);
      return made;
    },
  };
}

/** `generated`, unless the platform forbids evaluating code. */
export function preferredEvaluation(): Evaluation {
  try {
    return new Function('return 1')() === 1 ? 'generated' : 'closures';
  } catch {
    return 'closures';
  }
}
