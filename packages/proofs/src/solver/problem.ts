/**
 * The problem of a proof in whole numbers: bounded variables, linear inequalities between them, and formulas.
 *
 * Counts stand for themselves, durations are in microseconds, and dense quantities use {@link DENSE_SCALE} steps.
 */

export interface Variable {
  /** Equal for quantities that are always equal. */
  key: string;
  /** Inclusive; infinite if unbounded. */
  lo: number;
  hi: number;
  /** A linear form of other variables that gives its value; null for an independent quantity. */
  definition: readonly Term[] | null;
}

export interface Term {
  variable: number;
  /** A whole number other than 0. */
  coefficient: number;
}

/** `Σ coefficient × variable ≤ max`. */
export interface Linear {
  terms: readonly Term[];
  max: number;
}

/** In negation normal form: the negation of a literal is a literal. */
export type Formula =
  | { kind: 'constant'; value: boolean }
  | Literal
  | { kind: 'and'; parts: readonly Formula[] }
  | { kind: 'or'; parts: readonly Formula[] };

export interface Literal {
  kind: 'literal';
  variable: number;
  side: 'at-least' | 'at-most';
  bound: number;
}

export interface Problem {
  variables: readonly Variable[];
  /** Inequalities that always hold between the variables. */
  linears: readonly Linear[];
  /** Other formulas that always hold. */
  clauses: readonly Formula[];
}

/**
 * Dense quantities (ratios) are only compared with constants, so any value between two constants is as good as any other.
 * Even numbers are multiples of one millionth, odd numbers lie in between: 40% is 800,000, `> 40%` is at least 800,001.
 */
export const DENSE_SCALE = 2_000_000;

export const TRUE: Formula = { kind: 'constant', value: true };
export const FALSE: Formula = { kind: 'constant', value: false };

export function atLeast(variable: number, bound: number): Literal {
  return { kind: 'literal', variable, side: 'at-least', bound };
}

export function atMost(variable: number, bound: number): Literal {
  return { kind: 'literal', variable, side: 'at-most', bound };
}

export function allOf(parts: readonly Formula[]): Formula {
  return joined('and', parts, FALSE, TRUE);
}

export function anyOf(parts: readonly Formula[]): Formula {
  return joined('or', parts, TRUE, FALSE);
}

/** Drops neutral parts and flattens nested formulas of the same kind. */
function joined(kind: 'and' | 'or', parts: readonly Formula[], deciding: Formula, neutral: Formula): Formula {
  const rest: Formula[] = [];
  // Loops, because proofs about many tiers join thousands of parts for each question.
  for (const part of parts) {
    for (const inner of part.kind === kind ? part.parts : [part]) {
      if (isSame(inner, deciding)) return deciding;
      if (!isSame(inner, neutral)) rest.push(inner);
    }
  }
  const [first] = rest;
  if (first === undefined) return neutral;
  return rest.length === 1 ? first : { kind, parts: rest };
}

function isSame(part: Formula, constant: Formula): boolean {
  return part.kind === 'constant' && constant.kind === 'constant' && part.value === constant.value;
}
