/**
 * What is true of a group's tiers in every log: which can be reached, which overlap, and which members fit none.
 *
 * The answer `never` is a proof. `sometimes` comes with values that satisfy every known fact; `realise/` shows whether a log has them.
 * `undecided` means that the step limit was reached.
 */
import type { GroupPolicy, Tier } from '@steward/policy';
import { Encoder } from '../measures/encode.ts';
import type { Vocabulary } from '../measures/vocabulary.ts';
import { finished, isSpent } from '../solver/budget.ts';
import type { Formula } from '../solver/problem.ts';
import { allOf, FALSE, TRUE } from '../solver/problem.ts';
import type { Answer, Limits, Solver } from '../solver/solve.ts';
import { QUICK } from '../solver/solve.ts';
import { neededOf } from './needed.ts';
import { clockOf } from './setting.ts';

interface EncodedTier {
  tier: Tier;
  isTrue: Formula;
  isFalse: Formula;
  isNotTrue: Formula;
}

/** A finding that names more tiers than this helps nobody, unless it needs them all. */
const MOST_TOLD = 24;

const UNDECIDED: Answer = { kind: 'undecided' };

export class TierProofs {
  readonly tiers: readonly Tier[];
  readonly vocabulary: Vocabulary;
  readonly solver: Solver;
  private readonly encoded: readonly EncodedTier[];

  constructor(group: Pick<GroupPolicy, 'tiers' | 'timezone'>) {
    this.tiers = group.tiers;
    const encoder = new Encoder({ scope: 'member', moment: 'day-end', clock: clockOf(group.timezone) });
    this.encoded = group.tiers.map((tier) => {
      const { when } = tier;
      if (when === null) return { tier, isTrue: TRUE, isFalse: FALSE, isNotTrue: FALSE };
      return {
        tier,
        isTrue: encoder.encode(when, 'true'),
        isFalse: encoder.encode(when, 'false'),
        isNotTrue: encoder.encode(when, 'not-true'),
      };
    });
    this.vocabulary = encoder.vocabulary;
    this.solver = encoder.solver();
  }

  /** Whether the condition of a tier can be true at all. */
  satisfiable(index: number, limits: Limits = QUICK): Answer {
    return this.solver.solve(this.at(index).isTrue, limits);
  }

  /** Whether the condition of a tier is sometimes false. */
  falsifiable(index: number, limits: Limits = QUICK): Answer {
    return this.solver.solve(this.at(index).isFalse, limits);
  }

  /** Whether a tier can take any member that the earlier tiers leave. */
  reachable(index: number, limits: Limits = QUICK): Answer {
    if (isSpent()) return UNDECIDED;
    return this.solver.solve(allOf([this.at(index).isTrue, ...this.notBefore(index)]), limits);
  }

  /**
   * For an unreachable tier whose condition can be true: a minimal set of earlier tiers that take all of its members.
   * @returns null if steps ran out while there were too many tiers to name
   */
  shadowing(index: number, limits: Limits = QUICK): number[] | null {
    const earlier = Array.from({ length: index }, (_, other) => other);
    const { value, isWhole } = finished(() =>
      neededOf(earlier, (others) => {
        if (isSpent()) return false;
        const formulas = others.map((other) => this.at(other).isNotTrue);
        return this.solver.solve(allOf([this.at(index).isTrue, ...formulas]), limits).kind === 'never';
      }),
    );
    return isWhole || value.length <= MOST_TOLD ? value : null;
  }

  /** Whether a member can meet both conditions. */
  overlap(left: number, right: number, limits: Limits = QUICK): Answer {
    return this.solver.solve(allOf([this.at(left).isTrue, this.at(right).isTrue]), limits);
  }

  /** Whether a member can meet both conditions and no earlier tier takes them, so that the order of the two decides. */
  contest(first: number, second: number, limits: Limits = QUICK): Answer {
    if (isSpent()) return UNDECIDED;
    return this.solver.solve(allOf([this.at(first).isTrue, this.at(second).isTrue, ...this.notBefore(first)]), limits);
  }

  /** Whether every member who meets the first condition meets the second. */
  implies(left: number, right: number, limits: Limits = QUICK): boolean {
    return this.solver.solve(allOf([this.at(left).isTrue, this.at(right).isNotTrue]), limits).kind === 'never';
  }

  /** Whether the conditions of all tiers can be false for a member. */
  gap(limits: Limits = QUICK): Answer {
    return this.solver.solve(allOf(this.encoded.map(({ isFalse }) => isFalse)), limits);
  }

  /** That no tier before takes the member. */
  private notBefore(index: number): Formula[] {
    return this.encoded.slice(0, index).map(({ isNotTrue }) => isNotTrue);
  }

  private at(index: number): EncodedTier {
    const found = this.encoded[index];
    if (found === undefined) throw new Error(`no tier ${index}`);
    return found;
  }
}
