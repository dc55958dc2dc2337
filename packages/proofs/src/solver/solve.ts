/**
 * Decides formulas over bounded whole numbers.
 *
 * - Sound in both directions: `never` means that no values work, and `values` satisfy everything. Past the step limit: `undecided`.
 * - Propagates bounds to a fixpoint, then tries the smallest remaining values and branches on whatever they violate. Facts of the form
 *   x ≤ y never need a branch, so propagation alone settles most questions.
 * - Pure and deterministic.
 */
import {
  at,
  type Branch,
  type Choices,
  holds,
  lower,
  NO_CHOICES,
  openParts,
  opposite,
  propagateLinear,
  raise,
  repairs,
  statusOf,
  totalOf,
} from './branch.ts';
import { cutShort, isSpent, shareOfSteps, spend } from './budget.ts';
import type { Formula, Linear, Problem } from './problem.ts';

/** Past this, a bound is growing without end because two inequalities chase each other. */
const DIVERGED = 4e15;

export interface Limits {
  /** Propagations of a single inequality or clause, over all branches. */
  steps: number;
  /** How many solutions to find before taking the cheapest; 1 takes the first. */
  solutions: number;
  /** Size of a solution; by default all are equal. */
  cost?: (values: readonly number[]) => number;
}

/** For the consequences of the facts alone. If facts chase each other, each question discovers that again. */
const FACT_STEPS = 1_000_000;
const BRANCH_STEPS = 600;

export const QUICK: Limits = { steps: 30_000, solutions: 1 };

/** Values that satisfy everything, and how high each one could be in the same branch, all else equal. */
export interface Solution {
  values: readonly number[];
  hi: readonly number[];
}

/** `solutions` are ordered by cost; `values` belong to the first. */
export type Answer =
  | { kind: 'never' }
  | { kind: 'sometimes'; values: readonly number[]; solutions: readonly Solution[] }
  | { kind: 'undecided' };

interface PendingBranch {
  branch: Branch;
  changed: Set<number>;
}

/** A problem prepared for many questions. */
export class Solver {
  private readonly problem: Problem;
  private readonly lo: Float64Array;
  private readonly hi: Float64Array;
  private readonly linears: readonly Linear[];
  /** By variable: the constraints to recheck when its bounds change. */
  private readonly linearsOf: readonly (readonly number[])[];
  private readonly clausesOf: readonly (readonly number[])[];
  private readonly consistent: boolean;

  constructor(problem: Problem) {
    this.problem = problem;
    const { variables, clauses } = problem;
    this.lo = Float64Array.from(variables, ({ lo }) => lo);
    this.hi = Float64Array.from(variables, ({ hi }) => hi);
    this.linears = [...problem.linears, ...variables.flatMap(definitions)];
    this.linearsOf = occurrences(variables.length, this.linears, ({ terms }) => terms.map(({ variable }) => variable));
    this.clausesOf = occurrences(variables.length, clauses, variablesIn);
    // Computed once for all questions: the consequences of the facts alone.
    const run = new Search(this, { steps: FACT_STEPS, solutions: 1 });
    const root = this.root();
    const all = variables.map((_, index) => index);
    this.consistent = run.propagate(root, new Set(all)) !== 'conflict';
    run.takeFromBudget();
    // Facts are found by comparing pairs.
    spend(variables.length * variables.length + this.linears.length);
    this.lo.set(root.lo);
    this.hi.set(root.hi);
  }

  /** Whether the formula can hold, and for which smallest values. */
  solve(formula: Formula, limits: Limits = QUICK): Answer {
    if (!this.consistent) return { kind: 'never' };
    if (isSpent()) return { kind: 'undecided' };
    return new Search(this, limits).run(this.root(), formula);
  }

  root(): Branch {
    return { lo: this.lo.slice(), hi: this.hi.slice(), open: [] };
  }

  get variables(): Problem['variables'] {
    return this.problem.variables;
  }

  get clauses(): Problem['clauses'] {
    return this.problem.clauses;
  }

  linear(index: number): Linear {
    return at(this.linears, index);
  }

  get linearCount(): number {
    return this.linears.length;
  }

  linearsAt(variable: number): readonly number[] {
    return at(this.linearsOf, variable);
  }

  clausesAt(variable: number): readonly number[] {
    return at(this.clausesOf, variable);
  }
}

/** Number of bounds copied in the time of one step. */
const COPIED_IN_A_STEP = 64;

function copied({ lo, open }: Branch): number {
  return (lo.length + open.length) / COPIED_IN_A_STEP;
}

/** One question. All branches of its search share a step count. */
class Search {
  private readonly solver: Solver;
  private readonly limits: Limits;
  private readonly isShort: boolean;
  private steps = 0;
  private cutOff = false;
  private readonly found: (Solution & { cost: number })[] = [];

  constructor(solver: Solver, limits: Limits) {
    this.solver = solver;
    this.limits = { ...limits, steps: shareOfSteps(limits.steps) };
    this.isShort = this.limits.steps < limits.steps;
  }

  /** Charges the steps to the budget. */
  takeFromBudget(): void {
    spend(this.steps);
    if (this.isShort && (this.cutOff || this.steps > this.limits.steps)) cutShort();
  }

  run(root: Branch, formula: Formula): Answer {
    const changed = new Set<number>();
    // A long conjunction costs something even if its first bound decides it.
    if (formula.kind === 'and') spend(formula.parts.length);
    spend(copied(root));
    if (this.assert(root, formula, changed)) this.explore(root, changed);
    this.takeFromBudget();
    const solutions = this.found.toSorted((left, right) => left.cost - right.cost);
    const [best] = solutions;
    if (best !== undefined) return { kind: 'sometimes', values: best.values, solutions };
    return { kind: this.cutOff ? 'undecided' : 'never' };
  }

  /**
   * Explores branches with the fewest repaired inequalities first, because a chain of repairs may never end while solutions exist beside it.
   * Among those, goes depth first: there are many disjunctions, and each one settles something.
   */
  private explore(root: Branch, changed: Set<number>): void {
    const waiting: PendingBranch[][] = [[{ branch: root, changed }]];
    for (let level = 0; level < waiting.length; ) {
      const next = waiting[level]?.pop();
      if (next === undefined) {
        level++;
        continue;
      }
      if (this.steps > this.limits.steps) {
        this.cutOff = true;
        return;
      }
      const choices = this.look(next);
      if (this.found.length >= this.limits.solutions) return;
      const deeper = choices.isRepair ? level + 1 : level;
      waiting[deeper] ??= [];
      for (const choice of choices.formulas.toReversed()) {
        const branch: Branch = {
          lo: next.branch.lo.slice(),
          hi: next.branch.hi.slice(),
          open: [...next.branch.open],
        };
        spend(copied(branch));
        const moved = new Set<number>();
        if (this.assert(branch, choice, moved)) waiting[deeper]?.push({ branch, changed: moved });
      }
    }
  }

  /** Propagates a branch and tries its smallest values. */
  private look({ branch, changed }: PendingBranch): Choices {
    this.steps++;
    const outcome = this.propagate(branch, changed);
    if (outcome === 'cut-off') this.cutOff = true;
    if (outcome !== 'fixpoint') return NO_CHOICES;
    const values = this.smallest(branch);
    const violated = this.violated(branch, values);
    if (violated !== null) return violated;
    this.keep(branch, values);
    return NO_CHOICES;
  }

  private keep(branch: Branch, values: number[]): void {
    this.found.push({ values, hi: [...branch.hi], cost: this.limits.cost?.(values) ?? 0 });
  }

  /** The lowest values within the bounds; without a lower bound, the value closest to zero. */
  private smallest(branch: Branch): number[] {
    const { variables } = this.solver;
    const values = variables.map((_, index) => {
      const lo = at(branch.lo, index);
      return lo === Number.NEGATIVE_INFINITY ? Math.min(0, at(branch.hi, index)) : lo;
    });
    variables.forEach(({ definition }, index) => {
      if (definition !== null) values[index] = totalOf(definition, values);
    });
    return values;
  }

  /** Ways to resolve a violation by the values; null if they violate nothing. */
  private violated(branch: Branch, values: readonly number[]): Choices | null {
    for (const formula of [...branch.open, ...this.solver.clauses]) {
      if (!holds(formula, values)) return { formulas: openParts(formula, branch), isRepair: false };
    }
    for (const [index, { definition }] of this.solver.variables.entries()) {
      if (definition === null) continue;
      const value = at(values, index);
      const [lo, hi] = [at(branch.lo, index), at(branch.hi, index)];
      if (value > hi) return repairs({ terms: definition, max: hi }, branch, values);
      if (value < lo) return repairs({ terms: opposite(definition), max: -lo }, branch, values);
    }
    for (let index = 0; index < this.solver.linearCount; index++) {
      const linear = this.solver.linear(index);
      if (totalOf(linear.terms, values) > linear.max) return repairs(linear, branch, values);
    }
    return null;
  }

  /** Assumes the formula is true; returns false if that contradicts the bounds immediately. */
  private assert(branch: Branch, formula: Formula, changed: Set<number>): boolean {
    switch (formula.kind) {
      case 'constant':
        return formula.value;
      case 'and':
        return formula.parts.every((part) => this.assert(branch, part, changed));
      case 'or':
        branch.open.push(formula);
        return true;
      case 'literal': {
        const { variable, side, bound } = formula;
        return side === 'at-least' ? raise(branch, variable, bound, changed) : lower(branch, variable, bound, changed);
      }
    }
  }

  /** Propagates everything; `cut-off` at the step limit, or if bounds grow without end. */
  propagate(branch: Branch, changed: Set<number>): 'fixpoint' | 'conflict' | 'cut-off' {
    // A branch whose bounds chase each other must not use up the steps of the others.
    const last = Math.min(this.limits.steps, this.steps + BRANCH_STEPS + 4 * this.solver.linearCount);
    for (;;) {
      const outcome = this.propagateChanges(branch, changed, last);
      if (outcome !== 'fixpoint') return outcome;
      if (!this.settleOpen(branch, changed)) return 'conflict';
      if (changed.size === 0) return 'fixpoint';
    }
  }

  private propagateChanges(branch: Branch, changed: Set<number>, last: number): 'fixpoint' | 'conflict' | 'cut-off' {
    for (const variable of changed) {
      changed.delete(variable);
      for (const index of this.solver.linearsAt(variable)) {
        if (++this.steps > last) return 'cut-off';
        if (!propagateLinear(this.solver.linear(index), branch, changed)) return 'conflict';
      }
      for (const index of this.solver.clausesAt(variable)) {
        if (++this.steps > last) return 'cut-off';
        if (!this.settle(at(this.solver.clauses, index), branch, changed)) return 'conflict';
      }
      const lo = at(branch.lo, variable);
      const hi = at(branch.hi, variable);
      if ((lo > DIVERGED && lo !== Infinity) || (hi < -DIVERGED && hi !== -Infinity)) return 'cut-off';
    }
    return 'fixpoint';
  }

  private settleOpen(branch: Branch, changed: Set<number>): boolean {
    const waiting = branch.open;
    branch.open = [];
    for (const formula of waiting) {
      this.steps++;
      const status = statusOf(formula, branch);
      if (status === 'false') return false;
      if (status === 'true') continue;
      const parts = openParts(formula, branch);
      const [only] = parts;
      if (parts.length > 1 || only === undefined) branch.open.push(formula);
      else if (!this.assert(branch, only, changed)) return false;
    }
    return true;
  }

  private settle(clause: Formula, branch: Branch, changed: Set<number>): boolean {
    const status = statusOf(clause, branch);
    if (status !== 'open') return status === 'true';
    const parts = openParts(clause, branch);
    const [only] = parts;
    if (parts.length !== 1 || only === undefined) return true;
    return this.assert(branch, only, changed);
  }
}

function definitions(variable: Problem['variables'][number], index: number): Linear[] {
  if (variable.definition === null) return [];
  return [
    { terms: [...variable.definition, { variable: index, coefficient: -1 }], max: 0 },
    { terms: [...opposite(variable.definition), { variable: index, coefficient: 1 }], max: 0 },
  ];
}

function occurrences<T>(count: number, items: readonly T[], variablesOf: (item: T) => readonly number[]): number[][] {
  const found: number[][] = Array.from({ length: count }, () => []);
  items.forEach((item, index) => {
    for (const variable of new Set(variablesOf(item))) found[variable]?.push(index);
  });
  return found;
}

function variablesIn(formula: Formula): number[] {
  if (formula.kind === 'literal') return [formula.variable];
  return formula.kind === 'constant' ? [] : formula.parts.flatMap(variablesIn);
}
