/**
 * Limits the work that all proofs about one file may do together.
 *
 * - Counted in steps, so that a check gives the same result on every machine. The clock is only a last resort.
 * - Each proof gets a share of the remaining budget, so a hard one leaves enough for those after it.
 * - A proof that was cut short proves nothing; it is counted and its result is not cached.
 */

/** A question gets at most one part in this many of what is left. */
const SHARES = 20;
const CLOCK_EVERY = 64;

export class Budget {
  cuts = 0;
  private left: number;
  private looks = 0;
  private isOver = false;
  private readonly end: number;

  /** @param milliseconds after which no new proof is started, whatever the step count */
  constructor(steps: number, milliseconds: number) {
    this.left = steps;
    this.end = performance.now() + milliseconds;
  }

  get isSpent(): boolean {
    // The clock is only a guard, and to ask it costs more than many a step.
    if (this.looks++ % CLOCK_EVERY === 0) this.isOver = performance.now() > this.end;
    return this.left <= 0 || this.isOver;
  }

  share(wanted: number): number {
    return this.isSpent ? 0 : Math.min(wanted, Math.ceil(this.left / SHARES));
  }

  spend(steps: number): void {
    this.left -= steps;
  }
}

let current: Budget | null = null;

/** The proofs in `work` share a budget. Proofs outside of any budget get all the steps they ask for. */
export function within<T>(budget: Budget, work: () => T): T {
  const before = current;
  current = budget;
  try {
    return work();
  } finally {
    current = before;
  }
}

export function currentBudget(): Budget | null {
  return current;
}

/** How many of the requested steps a question may use. */
export function shareOfSteps(wanted: number): number {
  return current?.share(wanted) ?? wanted;
}

export function spend(steps: number): void {
  current?.spend(steps);
}

/** Records that something remains unproven for lack of steps. */
export function cutShort(): void {
  if (current !== null) current.cuts++;
}

/** Whether nothing is left; further questions are cut short. */
export function isSpent(): boolean {
  if (current?.isSpent !== true) return false;
  current.cuts++;
  return true;
}

/** The value, and whether it was computed in full; only then may it be cached. */
export function finished<T>(work: () => T): { value: T; isWhole: boolean } {
  const before = current?.cuts ?? 0;
  const value = work();
  return { value, isWhole: (current?.cuts ?? 0) === before };
}
