/** Compares the decision procedure with trying every assignment. */
import { expect, test } from 'vitest';
import { holds } from './branch.ts';
import {
  allOf,
  anyOf,
  atLeast,
  atMost,
  type Formula,
  type Linear,
  type Problem,
  type Term,
  type Variable,
} from './problem.ts';
import { type Answer, Solver } from './solve.ts';

const LARGEST = 3;

/** Mulberry32: small, seeded, and the same on every platform. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function randomTerms(random: (below: number) => number, base: number): Term[] {
  const chosen = Array.from({ length: base }, (_, index) => index).filter(() => random(2) === 0);
  return chosen.map((variable) => ({ variable, coefficient: [1, -1, 2, -3][random(4)] ?? 1 }));
}

function randomFormula(random: (below: number) => number, variables: number, depth: number): Formula {
  if (depth === 0 || random(3) === 0) {
    const variable = random(variables);
    const bound = random(2 * LARGEST + 2) - 2;
    return random(2) === 0 ? atLeast(variable, bound) : atMost(variable, bound);
  }
  const parts = Array.from({ length: 1 + random(3) }, () => randomFormula(random, variables, depth - 1));
  return random(2) === 0 ? allOf(parts) : anyOf(parts);
}

interface Question {
  problem: Problem;
  formula: Formula;
  base: number;
}

function randomQuestion(seed: number): Question {
  const random = randomOf(seed);
  const base = 2 + random(3);
  const variables: Variable[] = Array.from({ length: base }, (_, index) => ({
    key: `v${index}`,
    lo: 0,
    hi: LARGEST,
    definition: null,
  }));
  for (let form = random(3); form > 0; form--) {
    const definition = randomTerms(random, base);
    if (definition.length > 0) variables.push({ key: `f${variables.length}`, lo: -Infinity, hi: Infinity, definition });
  }
  const linears: Linear[] = Array.from({ length: random(4) }, () => ({
    terms: randomTerms(random, base),
    max: random(5) - 1,
  }));
  const clauses = Array.from({ length: random(3) }, () => randomFormula(random, base, 1));
  return { problem: { variables, linears, clauses }, formula: randomFormula(random, variables.length, 3), base };
}

function total(terms: readonly Term[], values: readonly number[]): number {
  return terms.reduce((sum, { variable, coefficient }) => sum + coefficient * (values[variable] ?? 0), 0);
}

function isSolution({ problem, formula }: Question, values: readonly number[]): boolean {
  return (
    problem.linears.every(({ terms, max }) => total(terms, values) <= max) &&
    problem.clauses.every((clause) => holds(clause, values)) &&
    holds(formula, values)
  );
}

/** Every assignment of the base variables, with forms filled in. */
function* assignments({ problem, base }: Question): Generator<number[]> {
  const count = (LARGEST + 1) ** base;
  for (let code = 0; code < count; code++) {
    const values = Array.from(
      { length: base },
      (_, index) => Math.floor(code / (LARGEST + 1) ** index) % (LARGEST + 1),
    );
    for (const { definition } of problem.variables.slice(base)) values.push(total(definition ?? [], values));
    yield values;
  }
}

function cheapest(question: Question): number | null {
  let best: number | null = null;
  for (const values of assignments(question)) {
    if (!isSolution(question, values)) continue;
    const cost = values.slice(0, question.base).reduce((sum, value) => sum + value, 0);
    if (best === null || cost < best) best = cost;
  }
  return best;
}

function ask(question: Question): Answer {
  return new Solver(question.problem).solve(question.formula);
}

test('4,000 random questions get the same answers as trying every assignment', () => {
  let sometimes = 0;
  for (let seed = 1; seed <= 4_000; seed++) {
    const question = randomQuestion(seed);
    const expected = cheapest(question) === null ? 'never' : 'sometimes';
    const answer = ask(question);
    expect(answer.kind, `seed ${seed}`).toBe(expected);
    if (answer.kind !== 'sometimes') continue;
    sometimes++;
    expect(isSolution(question, answer.values), `seed ${seed}`).toBe(true);
  }
  expect(sometimes).toBeGreaterThan(1_000);
  expect(sometimes).toBeLessThan(3_500);
});

test('facts of the form x ≤ y are solved without a branch, at the smallest values', () => {
  const variables = ['week', 'month', 'year'].map((key) => ({ key, lo: 0, hi: Infinity, definition: null }));
  const ordered = [0, 1].map((index) => ({
    terms: [
      { variable: index, coefficient: 1 },
      { variable: index + 1, coefficient: -1 },
    ],
    max: 0,
  }));
  const solver = new Solver({ variables, linears: ordered, clauses: [] });
  expect(solver.solve(allOf([atLeast(0, 3), atMost(2, 9)]))).toMatchObject({ kind: 'sometimes', values: [3, 3, 3] });
  expect(solver.solve(allOf([atLeast(0, 3), atMost(2, 2)]))).toEqual({ kind: 'never' });
});

test('an endless chase is undecided, not an endless loop', () => {
  const variables = ['x', 'y'].map((key) => ({ key, lo: 0, hi: Infinity, definition: null }));
  const chase = [
    {
      terms: [
        { variable: 0, coefficient: 1 },
        { variable: 1, coefficient: -1 },
      ],
      max: -1,
    },
    {
      terms: [
        { variable: 1, coefficient: 1 },
        { variable: 0, coefficient: -1 },
      ],
      max: 0,
    },
  ];
  const solver = new Solver({ variables, linears: [...chase], clauses: [anyOf([atLeast(0, 1), atMost(1, 5)])] });
  expect(solver.solve(atLeast(0, 0))).toEqual({ kind: 'undecided' });
});
