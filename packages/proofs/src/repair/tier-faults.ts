/**
 * Faults among a group's tiers, one question at a time: gaps, overlaps, empty tiers, tiers that take everyone.
 *
 * Anything not proven absent counts as a fault. Answers are cached and limited by a budget, because someone is waiting.
 */
import type { GroupPolicy } from '@steward/policy';
import type { Limits } from '../solver/solve.ts';
import { COMPARED_BEFORE } from '../subjects/tier-analysis.ts';
import { TierProofs } from '../subjects/tiers.ts';

/** Tiers by index. `never`: its own condition is never true. `unreachable`: because of earlier tiers. */
export type Fault =
  | { kind: 'gap' }
  | { kind: 'never' | 'unreachable' | 'always'; tier: number }
  | { kind: 'overlap'; first: number; second: number };

/** Number of remaining questions, shared by several instances. */
export interface Budget {
  questions: number;
}

/** Harder questions are not worth an offer. */
const LIMITS: Limits = { steps: 4_000, solutions: 1 };

/** Thrown when the budget is used up. */
export class OutOfBudget extends Error {}

export class TierFaults {
  readonly group: GroupPolicy;
  private readonly budget: Budget;
  private made: TierProofs | null = null;
  private readonly answers = new Map<string, boolean>();

  constructor(group: GroupPolicy, budget: Budget) {
    this.group = group;
    this.budget = budget;
  }

  /** @throws OutOfBudget */
  has(fault: Fault): boolean {
    switch (fault.kind) {
      case 'gap':
        return !this.hasRest && this.isPossible('gap', (proofs) => proofs.gap(LIMITS), 'undecided');
      case 'never':
        return !this.isPossible(`satisfiable ${fault.tier}`, (proofs) => proofs.satisfiable(fault.tier, LIMITS));
      case 'unreachable':
        return (
          !this.isPossible(`reachable ${fault.tier}`, (proofs) => proofs.reachable(fault.tier, LIMITS)) &&
          !this.has({ kind: 'never', tier: fault.tier })
        );
      case 'always':
        return !this.isPossible(`falsifiable ${fault.tier}`, (proofs) => proofs.falsifiable(fault.tier, LIMITS));
      case 'overlap':
        return this.overlap(fault.first, fault.second);
    }
  }

  /**
   * Every fault that a change to one tier can cause, cheapest first.
   * @param changed null if any tier may have changed
   * @param isRevived whether a tier took nobody before, so that its overlaps were not looked at
   */
  *candidates(changed: number | null, isRevived: (tier: number) => boolean): Generator<Fault> {
    const least = changed ?? 0;
    const last = this.tried - 1;
    if (changed !== null) yield { kind: 'always', tier: changed };
    for (let tier = least; tier <= last; tier++) {
      yield { kind: 'never', tier };
      yield { kind: 'unreachable', tier };
    }
    yield { kind: 'gap' };
    for (let second = 1; second <= last; second++) {
      for (let first = Math.max(0, second - COMPARED_BEFORE); first < second; first++) {
        if (first >= least || second === changed || isRevived(second)) yield { kind: 'overlap', first, second };
      }
    }
  }

  /** Number of tiers that are tried; those after `otherwise` are not. */
  private get tried(): number {
    const rest = this.group.tiers.findIndex(({ when }) => when === null);
    return rest === -1 ? this.group.tiers.length : rest;
  }

  private get hasRest(): boolean {
    return this.group.tiers.some(({ when }) => when === null);
  }

  /** Whether the two overlap, unless one contains the other or one takes nobody anyway. */
  private overlap(first: number, second: number): boolean {
    if (!this.isPossible(`both ${first} ${second}`, (proofs) => proofs.overlap(first, second, LIMITS), 'undecided')) {
      return false;
    }
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const isPart = (proofs: TierProofs): { kind: string } => ({
        kind: proofs.implies(one, other, LIMITS) ? 'never' : 'sometimes',
      });
      if (!this.isPossible(`outside ${one} ${other}`, isPart)) return false;
    }
    for (const tier of [first, second]) {
      if (this.has({ kind: 'unreachable', tier }) || this.has({ kind: 'never', tier })) return false;
    }
    return this.isPossible(
      `contest ${first} ${second}`,
      (proofs) => proofs.contest(first, second, LIMITS),
      'undecided',
    );
  }

  /** @param doubt how `undecided` counts: as whichever answer makes it a fault */
  private isPossible(
    key: string,
    ask: (proofs: TierProofs) => { kind: string },
    doubt: 'undecided' | 'sometimes' = 'sometimes',
  ): boolean {
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    // Questions about all tiers take longer the more tiers there are.
    this.budget.questions -= key === 'gap' ? Math.ceil(this.group.tiers.length / 4) : 1;
    if (this.budget.questions < 0) throw new OutOfBudget();
    this.made ??= new TierProofs(this.group);
    const { kind } = ask(this.made);
    const isPossible = kind === 'sometimes' || (doubt === 'undecided' && kind === 'undecided');
    this.answers.set(key, isPossible);
    return isPossible;
  }
}
