/**
 * What a proof is about, in whole numbers: variables with bounds, linear inequalities between them, and formulas.
 *
 * Counts stand for themselves, durations for microseconds, and quantities that lie densely for {@link DENSE_SCALE} steps.
 */

export interface Variable {
  /** Equal for two quantities that are always equal. */
  key: string;
  /** Inclusive; infinite where nothing bounds it. */
  lo: number;
  hi: number;
  /** A linear form of other variables: its value is theirs. null: a quantity of its own. */
  definition: readonly Term[] | null;
}

export interface Term {
  variable: number;
  /** Whole, never 0. */
  coefficient: number;
}

/** `Σ coefficient × variable ≤ max`. */
export interface Linear {
  terms: readonly Term[];
  max: number;
}

/** In negation normal form: a literal's opposite is a literal. */
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
  /** What always holds between the variables. */
  linears: readonly Linear[];
  /** What else always holds. */
  clauses: readonly Formula[];
}

/**
 * Dense quantities (ratios) are compared with constants only, so a value between two of them is as good as any other.
 * Even numbers are the multiples of one millionth, odd ones lie between: 40% is 800,000, `> 40%` is at least 800,001.
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

/** Without parts that say nothing, and without layers of the same kind. */
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
